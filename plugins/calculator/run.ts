// SPDX-License-Identifier: MIT
/**
 * Runs the engine from a terminal: reads jobs as JSON from the standard input, writes their
 * reports as JSON to the standard output. It reads and writes nothing else.
 *
 * In: `{licenses, jobs: [{requests: [{license, practitioner, renewal}], activities}]}`, where
 * `license` is an id. Out: for each job the reports of its requests, or the error.
 */

import { evaluateAll } from "./engine/evaluate.ts";
import type { Activity, Practitioner, Report } from "./engine/report.ts";
import type { CompiledLicense, IsoDate } from "./engine/types.ts";

interface Job {
  requests: { license: string; practitioner: Practitioner; renewal: IsoDate }[];
  activities: Activity[];
}

interface Input {
  licenses: CompiledLicense[];
  jobs: Job[];
}

type Output = { reports: Report[] } | { error: string };

function run(job: Job, licenses: Map<string, CompiledLicense>): Output {
  try {
    const requests = job.requests.map((request) => {
      const license = licenses.get(request.license);
      if (!license) throw new RangeError(`no license '${request.license}'`);
      return { ...request, license };
    });
    return { reports: evaluateAll(requests, job.activities) };
  } catch (error) {
    if (error instanceof RangeError) return { error: error.message };
    throw error;
  }
}

async function main(): Promise<void> {
  const text = await new Response(Deno.stdin.readable).text();
  const input: Input = JSON.parse(text);
  const licenses = new Map(input.licenses.map((item) => [item.id, item]));
  const output = input.jobs.map((job) => run(job, licenses));
  const bytes = new Response(JSON.stringify(output)).body;
  await bytes?.pipeTo(Deno.stdout.writable);
}

main();
