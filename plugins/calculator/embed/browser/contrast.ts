// SPDX-License-Identifier: MIT
/**
 * Colors that the host page sets, kept readable.
 *
 * In: colors as the browser computes them. Out: the rules that put right what cannot be read. A
 * color that fails is replaced, and that is said in the console.
 */

import { warn } from "./attributes.ts";

export type Rgb = [number, number, number];

/** What WCAG 2.2 AA asks of text. */
export const LEAST = 4.5;

/** WCAG's contrast of two colors, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) =>
    a - b
  );
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Mix two colors. */
function mix(one: Rgb, other: Rgb, share: number): Rgb {
  return one.map((part, at) =>
    Math.round(part * share + other[at] * (1 - share))
  ) as Rgb;
}

const css = (color: Rgb) => `rgb(${color.join(" ")})`;

/**
 * The rules that make every pair readable, given what the variables come to.
 * @param set which of the promised variables the page has set.
 */
export function corrections(
  colors: Record<"paper" | "ink" | "accent" | "quiet" | "warn", Rgb>,
  set: string[],
): string[] {
  if (set.length === 0) return [];
  const { paper } = colors;
  const rules: string[] = [];
  let { ink } = colors;
  if (contrast(ink, paper) < LEAST) {
    const [black, white]: Rgb[] = [[0, 0, 0], [255, 255, 255]];
    ink = contrast(black, paper) > contrast(white, paper) ? black : white;
    warn(`${said(set)}: text could not be read on this paper; replaced`);
    rules.push(`--_ink: ${css(ink)}`);
  }
  // The tint behind parts of the page, on which all text has to be readable too.
  const wash = mix(paper, ink, .95);
  const grounds = set.includes("paper") || set.includes("ink");
  if (grounds) {
    rules.push(`--_wash: ${css(wash)}`, `--_line: ${css(mix(paper, ink, .8))}`);
    rules.push(`--_soft: ${css(mix(paper, ink, .85))}`);
  }
  for (const name of ["accent", "quiet", "warn"] as const) {
    const worst = Math.min(
      contrast(colors[name], paper),
      grounds ? contrast(colors[name], wash) : Infinity,
    );
    if (worst >= LEAST) continue;
    if (set.includes(name)) {
      warn(`--cme-${name}: it could not be read on this paper; replaced`);
    }
    rules.push(`--_${name}: ${css(ink)}`);
  }
  if (set.includes("accent")) {
    rules.push(`--_soft: ${css(mix(paper, colors.accent, .8))}`);
  }
  return rules;
}

const said = (names: string[]) =>
  names.filter((name) => name === "ink" || name === "paper")
    .map((name) => `--cme-${name}`).join(", ");

/** Read a color that the browser has computed, in whatever notation; null if it is not opaque. */
export function parse(computed: string): Rgb | null {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.fillStyle = computed;
  pen.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pen.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? [red, green, blue] : null;
}
