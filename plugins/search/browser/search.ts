/**
 * Entry of the search script, loaded with `defer` on every page.
 *
 * In: the form in the header, and on the search page the region for results. Out: both alive. The
 * index is loaded when the field gets the focus; "/" puts it there.
 */

import { Field } from "./field.ts";
import { Place } from "./load.ts";
import { ResultsPage } from "./results.ts";

const form = document.querySelector<HTMLFormElement>("form.find");
const input = form?.querySelector("input");
if (form && input) {
  const place = new Place(form);
  const region = document.getElementById("results");
  const everything = document.getElementById("everything");
  if (region && everything) new ResultsPage(input, region, everything, place);
  else new Field(form, input, place);
  document.addEventListener("keydown", (event) => {
    // The path leads into custom elements too, whose fields the event itself hides.
    const target = event.composedPath()[0];
    const typing = target instanceof Element &&
      target.closest("input, select, textarea, [contenteditable]");
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key === "/" && plain && !typing) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
}
