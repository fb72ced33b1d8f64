// SPDX-License-Identifier: MIT
/** Every license as a visitor meets it: each question that matters can be answered on the page. */

import { flat } from "../../../plugins/calculator/engine/evaluate.ts";
import type { CompiledLicense } from "../../../plugins/calculator/engine/types.ts";
import { linkedTo } from "../../../plugins/calculator/element/linked.ts";
import { change } from "../../../plugins/calculator/element/records.ts";
import { computable } from "../../../plugins/calculator/element/renewal_date.ts";
import { sceneOf } from "../../../plugins/calculator/element/scene.ts";
import { sectionsOf } from "../../../plugins/calculator/element/sections.ts";
import { same } from "../same.ts";

const TODAY = "2026-11-23";
const LICENSES: CompiledLicense[] = JSON.parse(
  Deno.readTextFileSync(Deno.args[0]),
);
const LOADED = new Map(LICENSES.map((license) => [license.id, license]));

/** What the page has loaded when one license is chosen. */
function loadedFor(license: CompiledLicense): Map<string, CompiledLicense> {
  const ids = [license.id, ...linkedTo(license)];
  return new Map(ids.flatMap((id) => {
    const found = LOADED.get(id);
    return found ? [[id, found]] : [];
  }));
}

Deno.test("every question that could change a report is asked on the page", () => {
  for (const license of LICENSES) {
    const records = change({}, { [`renewal/${license.id}`]: "2027-06-30" });
    const scene = sceneOf(records, [license.id], loadedFor(license), TODAY);
    const asked = scene.questions.map(({ id }) => id);
    const wanted = scene.holdings[0].report?.questions ?? [];
    same(wanted.filter((id) => !asked.includes(id)), []);
  }
});

Deno.test("every duty of a report is in one section", () => {
  for (const license of LICENSES) {
    const records = change({}, { [`renewal/${license.id}`]: "2027-06-30" });
    const [{ report }] = sceneOf(
      records,
      [license.id],
      loadedFor(license),
      TODAY,
    ).holdings;
    if (!report) throw new Error(license.id);
    const rows = sectionsOf(license, report, null)
      .flatMap((section) => section.rows);
    same(rows.length, report.duties.length);
    same(flat(report.duties).every(({ verdict }) => verdict.is), true);
  }
});

Deno.test("a date is worked out wherever the rule fixes one and all is answered", () => {
  const known = { "birth": { month: 2, day: 29, year: 1984 } };
  for (const license of LICENSES) {
    const ids = [license.id, ...linkedTo(license)];
    const records = change({}, {
      ...known,
      ...Object.fromEntries(ids.flatMap((id) => [
        [`answer/${id}/licensed`, "2019-03-10"],
        [`answer/${id}/license-number`, 12345],
      ])),
    });
    const [{ rule, possible }] = sceneOf(
      records,
      [license.id],
      loadedFor(license),
      TODAY,
    ).holdings;
    const fixed = computable(rule) && rule.every !== undefined;
    if (fixed !== (possible.dates.length > 0)) throw new Error(license.id);
    same(possible.dates.every((date) => date >= TODAY), true);
  }
});
