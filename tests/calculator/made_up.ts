// SPDX-License-Identifier: MIT
/** A license that no state has, for tests of the engine. */

import type {
  CompiledLicense,
  DutyWords,
} from "../../plugins/calculator/engine/types.ts";

/** Words that no test looks at. */
export const words: DutyWords = { label: "", amount: "", sentence: "" };

/** Two years that end with an even year, and nothing owed; `more` says the rest. */
export function license(more: Partial<CompiledLicense> = {}): CompiledLicense {
  return {
    id: "xx-md",
    profession: "md",
    place: "",
    name: "",
    verified: "2026-01-01",
    confidence: "high",
    status: "established",
    unit: "hours",
    answer: "",
    renewals: [{
      text: "",
      every: { months: 24 },
      ends: { kind: "month-day", days: [{ month: 12, day: 31 }] },
    }],
    requires: [],
    openQuestions: 0,
    questions: {},
    topics: {},
    categories: {},
    formats: {},
    sources: {},
    ...more,
  };
}
