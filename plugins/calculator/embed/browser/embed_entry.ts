// SPDX-License-Identifier: MIT
/**
 * The script for other people's pages: defines `<cme-calculator>`. It may stand before or after the
 * element, more than once, and in a file on a disk.
 *
 * In: the queue that data scripts fill, and that a hospital's policy may fill. Out: the element.
 */

import { elementOf } from "../../element/element.ts";
import { use } from "../../element/html.ts";
import * as lit from "../../element/lit.ts";
import { takeOver } from "../../element/registry.ts";
import { guestOf } from "./guest.ts";

const script = document.currentScript;
const base = script instanceof HTMLScriptElement && script.src ||
  document.baseURI;

use(lit);
if (!customElements.get("cme-calculator")) {
  const registry = takeOver(base);
  const home = registry.index?.home;
  customElements.define(
    "cme-calculator",
    guestOf(elementOf(registry), home ? new URL(home, base).href : ""),
  );
}
