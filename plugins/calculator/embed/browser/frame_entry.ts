// SPDX-License-Identifier: MIT
/**
 * The page /embed/frame/: the element, as its address asks for it, telling its height.
 *
 * In: `?licenses=ca-md,nv-md&theme=dark&lock&accent=0a5a68`, and the question for the height from
 * the page around it, which learns nothing else. Out: the element; messages `{cmeAtlas: {height}}`.
 * Nothing that any message says changes the page.
 */

const asked = new URLSearchParams(location.search);
const element = document.createElement("cme-calculator");
for (const name of ["licenses", "theme", "lang", "lock"]) {
  const value = asked.get(name);
  if (value !== null) element.setAttribute(name, value);
}
for (const name of ["accent", "paper", "ink"]) {
  const value = asked.get(name) ?? "";
  if (/^[0-9a-f]{3}([0-9a-f]{3})?$/i.test(value)) {
    element.style.setProperty(`--cme-${name}`, `#${value}`);
  }
}
// A share link leads to the calculator's own page: this one is shown in a frame only.
element.setAttribute("page", new URL("../../calculator/", location.href).href);
document.querySelector("main")?.replaceChildren(element);

/** Tell the page around this one how high it is; a height is no secret. */
function tell(): void {
  const height = Math.ceil(
    document.documentElement.getBoundingClientRect().height,
  );
  parent.postMessage({ cmeAtlas: { height } }, "*");
}

if (parent !== window) {
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener("message", (event) => {
    if (event.source === parent && event.data === "cmeAtlas:height") tell();
  });
}
