// SPDX-License-Identifier: MIT
/**
 * The answer: one sentence and one bar for each license, then every duty by how it stands.
 *
 * In: the app. Out: the answer, and the sections behind it.
 */

import type { Reason, Report, Verdict } from "../engine/report.ts";
import type { CompiledLicense, Statement } from "../engine/types.ts";
import { type App, hours, shortName } from "./app.ts";
import { barView } from "./bar_view.ts";
import { said } from "./days.ts";
import { html, live, nothing, type TemplateResult } from "./lit.ts";
import { answerKey } from "./profile.ts";
import { questionId } from "./question_view.ts";
import { valueOf } from "./picker_view.ts";
import type { Holding } from "./scene.ts";
import { type Row, sectionsOf } from "./sections.ts";

/** The sentences, which are read out after each change. */
export function answerView(app: App): TemplateResult | typeof nothing {
  const { holdings } = app.scene;
  if (holdings.length === 0) return nothing;
  return html`<section id="answer" class="screen" tabindex="-1" aria-label="What you still owe">
    <ul class="verdicts" aria-live="polite">
      ${holdings.map((holding) => html`<li>${verdictView(app, holding)}</li>`)}
    </ul>
  </section>`;
}

function verdictView(app: App, holding: Holding): TemplateResult {
  const { license, report, planned } = holding;
  const several = app.scene.holdings.length > 1;
  const name = several
    ? html`<p class="quiet">${shortName(app, license)}</p>`
    : nothing;
  if (!report) {
    return html`${name}<p class="sentence">${license.answer}</p>
      <p class="quiet">Give the renewal date above to see what is left.</p>`;
  }
  const total = report.duties.find((duty) => duty.id === "total");
  const after = planned?.duties.find((duty) => duty.id === "total");
  return html`${name}<p class="sentence">${report.summary.text}</p>
    ${
    total && total.owed
      ? barView({
        owed: total.owed,
        earned: total.earned ?? 0,
        planned: (after?.earned ?? total.earned ?? 0) - (total.earned ?? 0),
        unit: license.unit,
        big: true,
      })
      : nothing
  }
    ${
    planned && planned.summary.text !== report.summary.text
      ? html`<p class="quiet">With what you planned: ${lower(planned.summary.text)}</p>`
      : nothing
  }`;
}

/** Every duty, by how it stands. */
export function resultsView(app: App): TemplateResult | typeof nothing {
  const { holdings } = app.scene;
  const several = holdings.length > 1;
  return html`${
    holdings.map((holding) => {
      const { license, report, planned } = holding;
      if (!report) return nothing;
      return html`<section class="screen" aria-label="Duties: ${
        shortName(app, license)
      }">
        ${several ? html`<h2>${shortName(app, license)}</h2>` : nothing}
        ${
        sectionsOf(license, report, planned).map(({ id, heading, rows }) =>
          html`<section class="part ${id}">
            <h3>${heading} <span class="tally">${rows.length}</span></h3>
            ${
            id === "none" || id === "met" && rows.length > 6
              ? html`<details><summary>Show ${rows.length}</summary><ul>${
                rows.map((row) => rowView(app, holding, row))
              }</ul></details>`
              : html`<ul>${rows.map((row) => rowView(app, holding, row))}</ul>`
          }
          </section>`
        )
      }
        ${waysView(license, report)}
        ${aheadView(license, report)}
      </section>`;
    })
  }`;
}

function rowView(app: App, holding: Holding, row: Row): TemplateResult {
  const { license } = holding;
  const { duty, report, planned, members } = row;
  const { verdict, owed, earned } = report;
  const measured = owed !== null && owed > 0 && verdict.is !== "none" &&
    verdict.is !== "unconfirmed";
  const after = planned ? stateText(planned.verdict, license, holding) : null;
  const state = stateText(verdict, license, holding);
  const reasons = report.reasons.filter((reason) => reason.code !== "credit");
  return html`<li class="duty">
    <p class="amount">${duty.words.amount}</p>
    <div>
      <p class="label cap">${duty.words.label}</p>
      <p><span class="state">${state}</span>${
    after && after !== state
      ? html` <span class="quiet">With what you planned: ${lower(after)}.</span>`
      : nothing
  }</p>
      ${
    measured
      ? barView({
        owed,
        earned: earned ?? 0,
        planned: (planned?.earned ?? earned ?? 0) - (earned ?? 0),
        unit: license.unit,
      })
      : nothing
  }
      ${tickView(app, license, row)}
      ${verdict.is === "may" ? answersView(app, license, verdict) : nothing}
      ${
    reasons.length
      ? html`<ul class="reasons">${reasons.map((reason) => reasonView(license, reason))}</ul>`
      : nothing
  }
      ${
    report.mayLessen.length && verdict.is !== "met"
      ? html`<p class="quiet">An answer may lessen it: ${
        askLinks(app, license, report.mayLessen)
      }</p>`
      : nothing
  }
      ${countedView(app, row)}
      ${
    members.length
      ? html`<ul class="members">${
        members.map((member) => rowView(app, holding, member))
      }</ul>`
      : nothing
  }
      <details class="quiet"><summary>The rule<span class="sr"> on ${duty.words.label}</span></summary>
        <p class="cap">${duty.words.sentence}.</p>
        ${duty.words.note ? html`<p>${duty.words.note}</p>` : nothing}
        ${
    "check" in duty && duty.check
      ? Object.values(duty.check).map((text) => html`<p>${text}</p>`)
      : nothing
  }
      </details>
      ${citesView(license, report.sources)}
    </div>
  </li>`;
}

/** How a duty stands, in a few words. */
export function stateText(
  verdict: Verdict,
  license: CompiledLicense,
  holding: Holding,
): string {
  const by = (date: string) =>
    date && date !== holding.renewal ? ` by ${said(date)}` : "";
  switch (verdict.is) {
    case "met":
      return verdict.late ? "Met, though late" : "Met";
    case "short":
      return `${hours(verdict.hours, license.unit)} to go${by(verdict.by)}`;
    case "missing":
      return `Still to do${by(verdict.by)}`;
    case "later":
      return verdict.hours
        ? `${hours(verdict.hours, license.unit)} to go by ${said(verdict.by)}`
        : `Not before ${said(verdict.by)}`;
    case "none":
      return "Does not apply";
    case "may": {
      const then = stateText(verdict.otherwise, license, holding);
      return `May apply. If so: ${lower(then)}`;
    }
    case "tick":
      return `Only you can tell${by(verdict.by)}`;
    case "unconfirmed":
      return "Not known to be law";
  }
}

/** What no program can decide, the visitor ticks; or gives the hours of practice. */
function tickView(
  app: App,
  license: CompiledLicense,
  { duty, report }: Row,
): TemplateResult | typeof nothing {
  const key = `done/${license.id}/${duty.id}`;
  const done = app.session.records[key]?.value ?? null;
  const { is } = report.verdict;
  const open = is === "tick" || is === "missing" && duty.kind !== "holds";
  if (done === null && !open && duty.kind !== "practice") return nothing;
  if (is === "none") return nothing;
  if (duty.kind === "practice") {
    return html`<label class="row"><span class="quiet">Hours of practice</span>
      <input type="number" min="0" step="any" inputmode="decimal" .value=${
      live(typeof done === "number" ? String(done) : "")
    } @change=${(event: Event) => {
      const value = valueOf(event);
      app.session.change({ [key]: value === "" ? null : Number(value) });
    }}></label>`;
  }
  return html`<label class="tick"><input type="checkbox" .checked=${
    live(done !== null)
  } @change=${(event: Event) =>
    app.session.change({
      [key]: (event.target as HTMLInputElement).checked ? true : null,
    })}>I have done this</label>`;
}

function answersView(
  app: App,
  license: CompiledLicense,
  verdict: Verdict & { is: "may" },
): TemplateResult {
  return html`<p>${askLinks(app, license, verdict.questions)}</p>`;
}

/** Ways to the questions that decide. */
function askLinks(
  app: App,
  license: CompiledLicense,
  ids: string[],
): TemplateResult[] {
  return ids.map((id) => {
    const key = id === "born" ? "birth" : answerKey(license.id, id);
    const ask = license.questions[id]?.ask ?? id;
    return html`<button class="plain" @click=${() =>
      app.focusOn(questionId(key))}>${ask}</button> `;
  });
}

function reasonView(license: CompiledLicense, reason: Reason): TemplateResult {
  return html`<li class="cap">${reason.text} ${
    citesView(license, reason.sources ?? [])
  }</li>`;
}

function countedView(
  app: App,
  { report, duty }: Row,
): TemplateResult | typeof nothing {
  if (report.counted.length === 0) return nothing;
  return html`<details><summary>Credit counted<span class="sr"> for ${duty.words.label}</span></summary>
    <ul>${
    report.counted.map(({ activity, hours: counted }) => {
      const entry = app.scene.all[activity];
      return html`<li>${hours(counted)} of “${entry.title}”, ${said(entry.date)}</li>`;
    })
  }</ul></details>`;
}

/** Exemptions and other ways that were not decided, or that the board decides. */
function waysView(
  license: CompiledLicense,
  report: Report,
): TemplateResult | typeof nothing {
  const lists = {
    alternative: license.alternatives,
    exemption: license.exemptions,
    "new-licensee": license.newLicensees,
  };
  const open = report.excuses
    .filter(({ state }) => state !== "no" && state !== "applies")
    .flatMap(({ kind, index }): Statement[] => lists[kind]?.[index] ?? []);
  if (open.length === 0) return nothing;
  return html`<section class="part"><details><summary>Exemptions and other ways (${open.length})</summary>
    <ul>${
    open.map((item) =>
      html`<li class="duty"><div class="wide"><p>${item.text}</p>${
        item.note ? html`<p class="quiet">${item.note}</p>` : nothing
      }${citesView(license, item.sources ?? [])}</div></li>`
    )
  }</ul></details></section>`;
}

/** Changes of law that may come before the renewal. */
function aheadView(
  license: CompiledLicense,
  report: Report,
): TemplateResult | typeof nothing {
  const changes = report.changes.flatMap((index) =>
    license.changes?.[index] ?? []
  );
  if (changes.length === 0) return nothing;
  return html`<section class="part ahead"><h3>May change before you renew</h3>
    <ul>${
    changes.map((item) =>
      html`<li><p>${item.text}</p>${citesView(license, item.sources ?? [])}</li>`
    )
  }</ul></section>`;
}

/** Citations, each a link to the law. */
export function citesView(
  license: CompiledLicense,
  ids: string[],
): TemplateResult | typeof nothing {
  const sources = ids.flatMap((id) => license.sources[id] ?? []);
  if (sources.length === 0) return nothing;
  return html`<p class="cites small">${
    sources.map(({ cite, url }) =>
      html`<a href=${url} target="_blank" rel="noopener">${cite}</a>`
    )
  }</p>`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
