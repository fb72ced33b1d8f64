// SPDX-License-Identifier: MIT
/**
 * What the visitor can take away: a table, a calendar.
 *
 * In: the app. Out: rows and events, for the tools to write.
 */

import { flat } from "../engine/evaluate.ts";
import { type App, namesOf, shortName, shownNames } from "./app.ts";
import type { Event } from "./calendar.ts";
import { flat as flatDuties } from "./sections.ts";

/** The heads that the template has, and that a table of ours is read back by. */
export const HEADS = [
  "Date",
  "Title",
  "Hours",
  "Unit",
  "Category",
  "Topics",
  "Format",
  "Planned",
  "Price",
  "Paid days",
  "Note",
];

/** The log as a table, the oldest first. */
export function logRows(app: App): (string | number)[][] {
  const { profile } = app.scene;
  const categories = shownNames(app, "categories");
  const topics = shownNames(app, "topics");
  const formats = shownNames(app, "formats");
  const named = (names: Record<string, string>, ids: string[] = []) =>
    ids.map((id) => names[id] ?? id).join("; ");
  const rows = profile.entries.toReversed().map((entry) => [
    entry.date,
    entry.title,
    entry.hours,
    entry.unit ?? "hour",
    named(categories, entry.category ? [entry.category] : []),
    named(topics, entry.topics),
    named(formats, entry.formats),
    entry.planned ? "planned" : "",
    entry.price ?? "",
    entry.days ?? "",
    entry.note ?? "",
  ]);
  return [HEADS, ...rows];
}

/** A table to fill in, with two lines that show how. */
export function templateRows(app: App): (string | number)[][] {
  const first = (kind: "categories" | "topics") =>
    Object.values(namesOf(app.scene.holdings, kind))[0] ?? "";
  const { today } = app.scene;
  return [
    HEADS,
    [
      today,
      "Grand rounds (an example: delete it)",
      1,
      "hour",
      first("categories"),
      "",
      "",
      "",
      "",
      "",
      "",
    ],
    [
      today,
      "A conference (an example: delete it)",
      12.5,
      "hour",
      first("categories"),
      first("topics"),
      "",
      "planned",
      450,
      1,
      "",
    ],
  ];
}

/** Renewals, and deadlines of single duties that come sooner or later. */
export function events(app: App): Event[] {
  return app.scene.holdings.flatMap(({ license, report }): Event[] => {
    if (!report) return [];
    const name = shortName(app, license);
    const duties = flat(report.duties);
    const words = flatDuties(license.requires);
    const own = duties.flatMap(({ id, verdict }): Event[] => {
      const open = verdict.is === "short" || verdict.is === "missing" ||
        verdict.is === "later" || verdict.is === "tick";
      if (!open || !verdict.by || verdict.by === report.renewal) return [];
      const duty = words.find((item) => item.id === id);
      return [{
        id: `${license.id}-${id}`,
        date: verdict.by,
        title: `${name}: ${duty?.words.label ?? id}`,
        text: duty?.words.sentence ?? "",
      }];
    });
    return [{
      id: `${license.id}-renewal`,
      date: report.renewal,
      title: `${name}: license renewal`,
      text: report.summary.text,
    }, ...own];
  });
}
