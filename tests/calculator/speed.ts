// SPDX-License-Identifier: MIT
/**
 * Measures the engine in a browser. In: compiled licenses, handed to `measureEngine`. Out:
 * milliseconds, by what was measured.
 */

import {
  type Activity,
  type CompiledLicense,
  evaluateAll,
  plan,
} from "../../plugins/calculator/engine/main.ts";
import { anyActivity, Random } from "./random.ts";

const RUNS = 7;
function requestsFor(chosen: CompiledLicense[]) {
  const practitioner = { answers: { licensed: "2012-03-10" } };
  return chosen.map((license) => ({
    license,
    practitioner,
    renewal: "2027-06-30",
  }));
}

/** The best of several runs, in milliseconds. */
function best(work: () => unknown): number {
  let least = Infinity;
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    work();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

function measureEngine(licenses: CompiledLicense[]): Record<string, number> {
  const random = new Random(1);
  const activities: Activity[] = Array.from(
    { length: 1000 },
    () => anyActivity(random, random.one(licenses)),
  );
  const physicians = licenses.filter((license) => license.profession === "md");
  const four = licenses.filter((license) =>
    ["ca-md", "tx-md", "fl-md", "ny-md"].includes(license.id)
  );
  return {
    one: best(() => evaluateAll(requestsFor(four.slice(0, 1)), activities)),
    jurisdictions: best(() => evaluateAll(requestsFor(physicians), activities)),
    all: best(() => evaluateAll(requestsFor(licenses), activities)),
    plan: best(() => plan(requestsFor(four), activities.slice(0, 20))),
  };
}

Object.assign(globalThis, { measureEngine });
