// SPDX-License-Identifier: MIT
/**
 * The calculator's script: defines `<cme-calculator>`. It may stand before or after the element.
 *
 * In: the queue that data scripts fill. Out: the element.
 */

import { elementOf } from "./element.ts";
import { use } from "./html.ts";
import * as lit from "./lit.ts";
import { takeOver } from "./registry.ts";

const script = document.currentScript;
const base = script instanceof HTMLScriptElement && script.src ||
  document.baseURI;

use(lit);
if (!customElements.get("cme-calculator")) {
  customElements.define("cme-calculator", elementOf(takeOver(base)));
}
