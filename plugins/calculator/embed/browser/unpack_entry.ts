// SPDX-License-Identifier: MIT
/**
 * In a file that holds everything: the data stands in blocks that are no code, which a policy by
 * hashes need not name.
 *
 * In: the page's `<script type="application/json">`, each a list of parts. Out: the queue, filled.
 */

import type {} from "../../element/registry.ts";

const queue = globalThis.window.cmeAtlas ??= [];
for (
  const block of document.querySelectorAll('script[type="application/json"]')
) {
  JSON.parse(block.textContent ?? "[]").forEach((part: never) =>
    queue.push(part)
  );
}
