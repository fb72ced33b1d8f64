// SPDX-License-Identifier: MIT
/**
 * A report put into the sections that a reader looks for: still owed, may apply, met, later, does
 * not apply.
 *
 * In: a license, its report, the report with planned credit. Out: rows, with the words of the law
 * beside the verdicts.
 */

import { coveredBy } from "../engine/reach.ts";
import type { DutyReport, Report, Verdict } from "../engine/report.ts";
import type {
  CompiledLicense,
  Condition,
  Deadline,
  Duty,
} from "../engine/types.ts";

export type SectionId = "owed" | "may" | "met" | "later" | "none";

/** A duty and how it stands. */
export interface Row {
  duty: Duty;
  report: DutyReport;
  /** How it would stand with planned credit. */
  planned: DutyReport | null;
  members: Row[];
}

export interface Section {
  id: SectionId;
  heading: string;
  rows: Row[];
}

const SECTIONS: [SectionId, string, Verdict["is"][]][] = [
  ["owed", "Still owed", ["short", "missing", "tick"]],
  ["may", "May apply: answer this", ["may"]],
  ["met", "Met", ["met"]],
  ["later", "Later", ["later", "unconfirmed"]],
  ["none", "Does not apply", ["none"]],
];

/** Arrange a report; sections without rows are left out. */
export function sectionsOf(
  license: CompiledLicense,
  report: Report,
  planned: Report | null,
): Section[] {
  const rows = rowsOf(license.requires, report.duties, planned?.duties ?? null);
  return SECTIONS.map(([id, heading, verdicts]) => ({
    id,
    heading,
    rows: rows.filter((row) => verdicts.includes(row.report.verdict.is)),
  })).filter((section) => section.rows.length > 0);
}

/** Names of the duties that a question decides. */
export function dutiesAskedBy(license: CompiledLicense, id: string): string[] {
  return flat(license.requires)
    .filter((duty) => asks(duty, id))
    .map((duty) => duty.words.label);
}

/** Names of the duties that its answer may lessen; in one word where that is everything. */
export function dutiesLessenedBy(
  license: CompiledLicense,
  id: string,
): string[] {
  const { exemptions, alternatives, newLicensees, requires } = license;
  const excuses = [...exemptions ?? [], ...alternatives ?? []]
    .filter((rule) => names(rule.when, id) && !rule.onApplication);
  const rules = (newLicensees ?? [])
    .filter((rule) => id === "licensed" || names(rule.when, id))
    .map(({ exempt, reduce, prorate, butNot }) => ({
      covers: exempt ?? [reduce ?? prorate ?? ""],
      butNot,
    }));
  const reached = [...excuses, ...rules].flatMap(({ covers, butNot }) =>
    coveredBy(covers, butNot, license)
  );
  const duties = flat(requires);
  const lessened = duties.filter((duty) => reached.includes(duty.id));
  return lessened.length === duties.length && duties.length > 1
    ? ["everything"]
    : lessened.map((duty) => duty.words.label);
}

/** Duties with those inside them. */
export function flat(duties: Duty[]): Duty[] {
  return duties.flatMap((duty) => [duty, ...flat(membersOf(duty))]);
}

function rowsOf(
  duties: Duty[],
  reports: DutyReport[],
  planned: DutyReport[] | null,
): Row[] {
  return reports.flatMap((report) => {
    const duty = duties.find((item) => item.id === report.id);
    if (!duty) return [];
    const after = planned?.find((item) => item.id === report.id) ?? null;
    const members = report.members ?? [];
    return [{
      duty,
      report,
      planned: after,
      members: rowsOf(membersOf(duty), members, after?.members ?? null),
    }];
  });
}

function membersOf(duty: Duty): Duty[] {
  if (duty.kind === "choice") return duty.of;
  return duty.kind === "group" ? duty.all : [];
}

function asks(duty: Duty, id: string): boolean {
  if (names(duty.when, id)) return true;
  if (duty.kind === "choice" || duty.kind === "group") return false;
  const deadlines = [duty.by, duty.firstBy, duty.existing?.by];
  return (duty.holds ?? []).includes(id) || (duty.does ?? []).includes(id) ||
    deadlines.some((deadline) => counts(deadline, id));
}

function names(condition: Condition | undefined, id: string): boolean {
  if (!condition) return false;
  if ("all" in condition) return condition.all.some((part) => names(part, id));
  if ("any" in condition) return condition.any.some((part) => names(part, id));
  if ("not" in condition) return names(condition.not, id);
  return condition.question === id;
}

function counts(deadline: Deadline | undefined, id: string): boolean {
  return deadline?.points.some((point) =>
    point.kind === "after" && point.event === id
  ) ?? false;
}
