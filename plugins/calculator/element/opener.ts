// SPDX-License-Identifier: MIT
/**
 * On the page of a license: opens the calculator in its place, and loads it only then.
 *
 * In: a link with `data-calculator` (the script's address) and `data-licenses`, in a section with a
 * heading. Out: the element, with that license chosen. Without this script, and when opened in a
 * new tab, the link leads to the calculator's own page.
 */

for (
  const link of document.querySelectorAll<HTMLAnchorElement>(
    "a[data-calculator]",
  )
) {
  const { calculator = "", licenses = "" } = link.dataset;
  const page = link.href;
  link.href = `${page}#licenses=${licenses}`;
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const script = document.createElement("script");
    script.src = calculator;
    document.head.append(script);
    const element = document.createElement("cme-calculator");
    element.setAttribute("licenses", licenses);
    element.setAttribute("page", page);
    const heading = link.closest("section")?.querySelector("h2");
    link.closest("p")?.replaceWith(element);
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  });
}
