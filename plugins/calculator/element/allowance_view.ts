// SPDX-License-Identifier: MIT
/**
 * The allowance planner: what an employer gives, what was spent and is planned of it, what each
 * course costs for an hour that counts, and how much of what is owed the plan covers.
 *
 * In: the app. Out: the section.
 */

import { flat } from "../engine/evaluate.ts";
import type { Report } from "../engine/report.ts";
import { type AllowanceYear, dollars, type Use, yearsOf } from "./allowance.ts";
import { type App, count, hours, shortName } from "./app.ts";
import { barView } from "./bar_view.ts";
import { MONTHS, said } from "./days.ts";
import type { Entry } from "./entries.ts";
import { html, live, nothing, type TemplateResult } from "./html.ts";
import { valueOf } from "./inputs.ts";
import { flat as flatDuties } from "./sections.ts";

/** The planner, folded until it is used. */
export function allowanceView(app: App): TemplateResult {
  const { profile, today } = app.scene;
  const { allowance, entries } = profile;
  const years = yearsOf(entries, allowance, today);
  const isUsed = allowance.dollars !== undefined ||
    allowance.days !== undefined || years.some((year) => year.entries.length);
  return html`
    <section class="screen" aria-labelledby="allowance">
      <h2 id="allowance">Your allowance</h2>
      <details ?open=${isUsed}>
          <summary>Plan the money and days that your employer gives you</summary>
          ${givenView(app)}
          ${isUsed ? years.map((year) => yearView(app, year)) : html`
            <p
              class="quiet small">Give an entry above a price or paid days, and mark it as planned, to see
              what is left and what an hour costs.</p>
          `}
          ${coveredView(app)}
        </details>
    </section>
  `;
}

function givenView(app: App): TemplateResult {
  const { allowance } = app.scene.profile;
  const keep = (key: string) => (event: Event) => {
    const value = valueOf(event);
    const amount = Number(value);
    app.session.change({
      [key]: value === "" || !(amount >= 0) ? null : amount,
    });
  };
  const amount = (key: string, label: string, value: number | undefined) =>
    html`<label class="field"><span class="label">${label}</span>
      <input type="number" min="0" step="any" inputmode="decimal" .value=${
      live(value === undefined ? "" : String(value))
    } @change=${keep(key)}></label>`;
  return html`<div class="fields">
    ${amount("allowance", "Dollars a year", allowance.dollars)}
    ${amount("allowance/days", "Paid days a year", allowance.days)}
    <label class="field"><span class="label">Its year begins in</span>
      <select @change=${keep("allowance/month")}>${
    MONTHS.map((name, index) =>
      html`<option value=${index + 1} .selected=${
        index + 1 === allowance.month
      }>${name}</option>`
    )
  }</select></label>
  </div>`;
}

function yearView(app: App, year: AllowanceYear): TemplateResult {
  const { allowance } = app.scene.profile;
  const worth = year.entries.map((entry) => worthOf(app, entry));
  const counted = worth.reduce((sum, one) => sum + one.hours, 0);
  const price = year.dollars.used + year.dollars.planned;
  return html`<div class="year">
    <h3>${year.name}</h3>
    ${useView(year.dollars, allowance.dollars, dollars, "spent")}
    ${useView(year.days, allowance.days, inDays, "taken")}
    <ul class="costs">${
    year.entries.map((entry, index) => entryView(app, entry, worth[index]))
  }</ul>
    ${
    year.entries.length > 1 && counted > 0
      ? html`
        <p
          class="quiet small">Together ${hours(
            counted,
          )} that count, at <b>${dollars(price / counted)}</b> an hour.</p>
      `
      : nothing
  }
  </div>`;
}

/** Dollars or days: nothing where there are none and none were given. */
function useView(
  { used, planned, left }: Use,
  given: number | undefined,
  say: (amount: number) => string,
  verb: string,
): TemplateResult | typeof nothing {
  if (left === null) {
    return used + planned === 0 ? nothing : html`
      <p><b>${say(used)}</b> ${verb}, <b>${say(planned)}</b> planned</p>
    `;
  }
  const over = left < 0
    ? html`<p class="warn">${say(-left)} more than you have.</p>`
    : nothing;
  return html`${
    given ? barView({ owed: given, earned: used, planned, verb, say }) : nothing
  }${over}`;
}

function inDays(amount: number): string {
  return count(Math.round(amount * 100) / 100, "day");
}

/** The hours of an entry that count, and toward what. */
interface Worth {
  hours: number;
  covers: string[];
}

function worthOf(app: App, entry: Entry): Worth {
  const { holdings, all } = app.scene;
  const index = all.indexOf(entry);
  let most = 0;
  const covers = holdings.flatMap(({ license, planned, report }) => {
    const labels = new Map(
      flatDuties(license.requires).map((duty) => [duty.id, duty.words.label]),
    );
    const parts = flat((planned ?? report)?.duties ?? []).flatMap((duty) => {
      const own = duty.counted.find(({ activity }) => activity === index);
      if (!own) return [];
      most = Math.max(most, own.hours);
      return `${labels.get(duty.id) ?? duty.id} (${hours(own.hours)})`;
    });
    return parts.length
      ? `${shortName(app, license)}: ${parts.join(", ")}`
      : [];
  });
  return { hours: most, covers };
}

function entryView(app: App, entry: Entry, worth: Worth): TemplateResult {
  const dated = app.scene.holdings.some(({ report }) => report !== null);
  return html`
    <li class="cost ${entry.planned ? "planned" : ""}">
      <p class="title">${entry.title}</p>
      <p class="hours">${entry.price === undefined
        ? nothing
        : dollars(entry.price)}</p>
      <div class="wide">
        <p class="quiet">${said(entry.date)}${entry.days === undefined
          ? nothing
          : ` · ${inDays(entry.days)}`}</p>
        ${worth.hours > 0
          ? html`
            <p>${hours(worth.hours)} that count${entry.price === undefined
              ? nothing
              : html`: <b>${
                dollars(entry.price / worth.hours)
              }</b> an hour`}</p>
            <p class="quiet">Toward ${worth.covers.join("; ")}</p>
          `
          : dated
          ? html`<p class="warn">It counts toward nothing that you chose.</p>`
          : nothing}
      </div>
    </li>
  `;
}

/** Hours short of the total, or where there is none of all duties. */
function shortOf({ summary }: Report): number {
  return summary.total?.short ?? summary.hoursShort;
}

/** How much of what is owed everything planned covers. */
function coveredView(app: App): TemplateResult | typeof nothing {
  const found = app.scene.holdings.flatMap(({ license, report, planned }) => {
    if (!report || !planned) return [];
    const before = shortOf(report);
    const after = shortOf(planned);
    return before > after
      ? html`<li>${shortName(app, license)}: <b>${
        hours(before - after)
      }</b> of the ${hours(before, license.unit)} still owed</li>`
      : [];
  });
  return found.length
    ? html`
      <p class="small">All that you planned covers</p>
      <ul class="small covered">${found}</ul>
    `
    : nothing;
}
