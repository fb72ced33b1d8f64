// SPDX-License-Identifier: MIT
/**
 * One duty: how it stands and why, its bar, what the visitor can do about it, the rule, the law.
 *
 * In: the app, a row. Out: an item of a list.
 */

import type { Reason, Verdict } from "../engine/report.ts";
import type { CompiledLicense, Duty, IsoDate } from "../engine/types.ts";
import { type App, hours, lower } from "./app.ts";
import { barView } from "./bar_view.ts";
import { said } from "./days.ts";
import { html, live, nothing, type TemplateResult } from "./html.ts";
import { valueOf } from "./inputs.ts";
import { answerKey } from "./profile.ts";
import { questionId, questionView } from "./question_view.ts";
import type { Holding } from "./scene.ts";
import type { Row } from "./sections.ts";

/** The duty, with those inside it. */
export function rowView(
  app: App,
  holding: Holding,
  row: Row,
  inner = false,
): TemplateResult {
  const { license } = holding;
  const { today } = app.scene;
  const { duty, report, planned, members } = row;
  const { verdict, owed, earned } = report;
  const place = `duty-${license.id}-${duty.id}`;
  const measured = owed !== null && owed > 0 &&
    (verdict.is === "short" || verdict.is === "met" || Boolean(earned));
  const after = planned ? stateText(planned.verdict, holding, today) : null;
  const state = duty.kind === "practice" && verdict.is === "tick"
    ? "Enter your hours of practice"
    : stateText(verdict, holding, today);
  const open = ["short", "missing", "tick", "may"].includes(verdict.is);
  const reasons = report.reasons.filter((reason) => reason.code !== "credit");
  return html`
    <li class="duty" id=${place} tabindex="-1">
      <p class="amount">${duty.words.amount}</p>
      <div>
          <p class="label cap">${duty.words.label}</p>
          <p><span class="state">${state}</span>${after && after !== state
            ? html`
              <span class="quiet">With what you planned: ${lower(after)}.</span>
            `
            : nothing}</p>
          ${measured
            ? barView({
              owed,
              earned: earned ?? 0,
              planned: (planned?.earned ?? earned ?? 0) - (earned ?? 0),
              unit: license.unit,
            })
            : nothing}
          ${tickView(app, holding, row)}
          ${verdict.is === "may"
            ? askView(app, holding, verdict.questions, place)
            : nothing}
          ${reasons.length
            ? html`<ul class="reasons">${
              reasons.map((reason) => reasonView(license, reason))
            }</ul>`
            : nothing}
          ${report.mayLessen.length && open && !inner
            ? html`
              <details>
                <summary>An answer may lessen it</summary>
                <p>${askLinks(app, holding, report.mayLessen)}</p>
              </details>
            `
            : nothing}
          ${countedView(app, row)}
          ${members.length
            ? html`<ul class="members">${
              members.map((member) => rowView(app, holding, member, true))
            }</ul>`
            : nothing}
          <div class="law">${citesView(license, report.sources)}
        <details class="quiet"><summary>The rule<span class="sr"> on ${duty
          .words.label}</span></summary>
        <p class="cap">${duty.words.sentence}.</p>
        ${duty.words.note ? html`<p>${duty.words.note}</p>` : nothing}
        ${"check" in duty && duty.check
          ? Object.values(duty.check).map((text) => html`<p>${text}</p>`)
          : nothing}</details></div>
      </div>
    </li>
  `;
}

/** How a duty stands, in a few words. */
export function stateText(
  verdict: Verdict,
  holding: Holding,
  today: IsoDate,
): string {
  const { license, renewal } = holding;
  const by = (date: string) =>
    !date || date === renewal
      ? ""
      : date < today
      ? `; it was due by ${said(date)}`
      : ` by ${said(date)}`;
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
      const then = stateText(verdict.otherwise, holding, today);
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
  holding: Holding,
  { duty, report }: Row,
): TemplateResult | typeof nothing {
  const key = tickKey(holding, duty);
  const done = app.session.records[key]?.value || null;
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
  return html`
    <label
      class="tick"><input type="checkbox" .checked=${live(
        done !== null,
      )} @change=${(event: Event) =>
        app.session.change({
          [key]: (event.target as HTMLInputElement).checked ? true : null,
        })}>${duty.kind === "holds"
        ? "I hold this"
        : "I have done this"}</label>
  `;
}

/** Where a tick is kept: that one holds a credential is an answer, which other rules see too. */
function tickKey({ license, asks }: Holding, duty: Duty): string {
  const facts = duty.kind === "holds"
    ? duty.holds
    : duty.kind === "does"
    ? duty.does
    : undefined;
  const [fact, ...others] = facts ?? [];
  return fact && others.length === 0 && asks[fact]
    ? answerKey(asks[fact], fact)
    : `done/${license.id}/${duty.id}`;
}

/** The first question that decides, to be answered on the spot, and ways to the others. */
function askView(
  app: App,
  holding: Holding,
  [first, ...others]: string[],
  place: string,
): TemplateResult {
  const asks = holding.asks[first];
  const key = asks && (first === "born" ? "birth" : answerKey(asks, first));
  const asked = app.scene.questions.find((question) => question.key === key);
  return html`${asked ? questionView(app, asked, place) : nothing}
    <p>${askLinks(app, holding, asked ? others : [first, ...others])}</p>`;
}

/** Ways to the questions that decide. */
function askLinks(
  app: App,
  { asks }: Holding,
  ids: string[],
): TemplateResult[] {
  return ids.map((id) => {
    const asked = asks[id];
    if (!asked) return html`${id}`;
    const key = id === "born" ? "birth" : answerKey(asked, id);
    return html`
      <button class="plain" @click=${() => app.focusOn(questionId(key))}>${asked
        .question.ask}</button>
    `;
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
  return html`
    <details>
      <summary>Credit counted<span class="sr"> for ${duty.words
        .label}</span></summary>
      <ul>${report.counted.map(({ activity, hours: counted }) => {
        const entry = app.scene.all[activity];
        return html`<li>${hours(counted)} of “${entry.title}”, ${
          said(entry.date)
        }</li>`;
      })}</ul>
    </details>
  `;
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
