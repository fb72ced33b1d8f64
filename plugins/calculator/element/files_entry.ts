// SPDX-License-Identifier: MIT
/** The third script: files and print. In: Lit. Out: itself, in the page's queue. */

import { filesView } from "./files_view.ts";
import { use } from "./html.ts";
import { printView } from "./print_view.ts";
import type {} from "./registry.ts";

globalThis.window.cmeAtlas?.push({
  files: (lit) => {
    use(lit);
    return { filesView, printView };
  },
});
