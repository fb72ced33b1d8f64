// SPDX-License-Identifier: MIT
/**
 * The builder on /embed/: from choices to lines to copy, with the calculator as it will look.
 *
 * In: the page's form `#builder` (hidden until this script runs), whose licenses are check boxes
 * made here. Out: the preview, the lines, the file to download, and a word to screen readers.
 */

import { packOf } from "./packing.ts";
import { type Choice, frameAddress, snippet } from "./snippets.ts";

const form = find<HTMLFormElement>("#builder");
const chosen = find("#chosen");
const lines = find<HTMLTextAreaElement>("#lines");
const preview = find<HTMLIFrameElement>("#preview");
const say = find("#builder-status");
const site = new URL(form.dataset["site"] ?? "../", location.href).href;

function find<T extends HTMLElement = HTMLElement>(selector: string): T {
  return document.querySelector<T>(selector)!;
}

function choice(): Choice {
  const data = new FormData(form);
  const own = data.has("own");
  return {
    licenses: data.getAll("license").map(String),
    way: String(data.get("way")),
    theme: String(data.get("theme")),
    lock: data.has("lock"),
    colors: own
      ? Object.fromEntries(
        ["accent", "paper", "ink"].map((
          name,
        ) => [name, String(data.get(name))]),
      )
      : {},
    site,
  };
}

let waiting = 0;

/** Show what the choices come to. */
function show(): void {
  const now = choice();
  const file = now.way === "file";
  find("#for-page").hidden = file;
  find("#for-file").hidden = !file;
  find("#colors").hidden = !new FormData(form).has("own");
  lines.value = snippet(now);
  lines.rows = lines.value.split("\n").length + 1;
  find<HTMLButtonElement>("#download").disabled = now.licenses.length === 0;
  find("#command").textContent = `python generate.py pack --licenses ${
    now.licenses.join(",") || "ca-md"
  }`;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const address = frameAddress(now);
    if (preview.src !== address) preview.src = address;
  }, 300);
}

/** Add a license to those chosen, as a box to take off again. */
function add(id: string, name: string): void {
  if (chosen.querySelector(`input[value="${id}"]`)) return;
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.name = "license";
  box.value = id;
  box.checked = true;
  label.append(box, ` ${name}`);
  chosen.append(label);
}

find("#add").addEventListener("click", () => {
  const [profession, place] = ["#profession", "#place"].map((selector) => {
    const select = find<HTMLSelectElement>(selector);
    return select.selectedOptions[0];
  });
  const national = place.value.startsWith("us-");
  const id = national ? place.value : `${place.value}-${profession.value}`;
  const name = national
    ? place.text
    : `${place.text} ${profession.value.toUpperCase()}`;
  add(id, name);
  say.textContent = `Added: ${name}.`;
  show();
});

find("#copy").addEventListener("click", async () => {
  lines.select();
  try {
    await navigator.clipboard.writeText(lines.value);
    say.textContent = "Copied.";
  } catch {
    say.textContent = "Selected: press Ctrl+C, or ⌘C, to copy.";
  }
});

find("#download").addEventListener("click", async () => {
  say.textContent = "Making the file …";
  try {
    const text = await packOf(`${site}embed/v1/`, choice().licenses);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/html" }));
    link.download = "cme-calculator.html";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say.textContent = "Made: cme-calculator.html.";
  } catch (error) {
    say.textContent = `The file could not be made: ${
      error instanceof Error ? error.message : "a script"
    } did not come.`;
  }
});

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", show);
form.hidden = false;
add("ca-md", "California MD");
show();
