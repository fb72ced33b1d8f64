// SPDX-License-Identifier: MIT
/**
 * The lines to copy.
 *
 * In: what was chosen on /embed/. Out: HTML for a page, and the address of the frame.
 */

/** What was chosen. */
export interface Choice {
  licenses: string[];
  way: string;
  theme: string;
  lock: boolean;
  /** Variables without their prefix, and their colors. */
  colors: Record<string, string>;
  /** The site's address, with a slash at the end. */
  site: string;
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/** The address of the page for frames. */
export function frameAddress(choice: Choice): string {
  const asked = new URLSearchParams();
  if (choice.licenses.length) asked.set("licenses", choice.licenses.join(","));
  if (choice.theme !== "auto") asked.set("theme", choice.theme);
  if (choice.lock) asked.set("lock", "");
  for (const [name, color] of Object.entries(choice.colors)) {
    asked.set(name, color.slice(1));
  }
  const text = asked.toString().replaceAll("%2C", ",");
  return `${choice.site}embed/frame/${text && `?${text}`}`;
}

/** The lines for a page. */
export function snippet(choice: Choice): string {
  return choice.way === "frame" ? frameLines(choice) : elementLines(choice);
}

function elementLines({ licenses, theme, lock, colors, site }: Choice): string {
  const attributes = [
    ` licenses="${licenses.join(" ")}"`,
    theme === "auto" ? "" : ` theme="${theme}"`,
    lock ? " lock" : "",
  ].join("");
  const there = `${site}calculator/#licenses=${licenses.join(",")}`;
  const rules = Object.entries(colors)
    .map(([name, color]) => `--cme-${name}: ${color};`).join(" ");
  return [
    `<script src="${site}embed/v1/cme-calculator.js" defer></script>`,
    ...(rules ? [`<style>cme-calculator { ${rules} }</style>`] : []),
    `<cme-calculator${attributes}>`,
    `  <a href="${there}">What do I still owe? Open the calculator at CME Atlas.</a>`,
    "</cme-calculator>",
  ].join("\n");
}

function frameLines(choice: Choice): string {
  return [
    `<iframe data-cme-atlas title="What do I still owe? The calculator of CME Atlas"`,
    `  src="${escaped(frameAddress(choice))}"`,
    `  width="100%" height="900" frameborder="0" loading="lazy"></iframe>`,
    `<script src="${choice.site}embed/v1/frame.js" defer></script>`,
  ].join("\n");
}
