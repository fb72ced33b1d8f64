// SPDX-License-Identifier: MIT
/** The second script of the calculator. In: nothing. Out: the tools, put into the page's queue. */

import * as tools from "./tools.ts";
import type {} from "./registry.ts";

const queue = globalThis.window.cmeAtlas;
queue?.push({ tools });
