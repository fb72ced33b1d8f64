// SPDX-License-Identifier: MIT
/** The second script: the engine and its views. In: Lit. Out: itself, in the page's queue. */

import { use } from "./html.ts";
import type {} from "./registry.ts";
import { sceneOf } from "./scene.ts";
import { workView } from "./work_view.ts";

globalThis.window.cmeAtlas?.push({
  work: (lit) => {
    use(lit);
    return { sceneOf, workView };
  },
});
