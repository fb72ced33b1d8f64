// SPDX-License-Identifier: MIT
/**
 * The questions that the chosen rules use, and no others, each with why it is asked.
 *
 * In: the app. Out: a list; the unanswered ones are marked.
 */

import type { Answer } from "../engine/report.ts";
import { type App, shortName } from "./app.ts";
import { said } from "./days.ts";
import { html, live, nothing, type TemplateResult } from "./html.ts";
import { valueOf } from "./inputs.ts";
import type { Known } from "./renewal_date.ts";
import type { Asked } from "./scene.ts";

type Birth = Known["birth"];

/** All questions; nothing where none matters. */
export function questionsView(app: App): TemplateResult | typeof nothing {
  const { questions } = app.scene;
  if (questions.length === 0) return nothing;
  const open = questions.filter((asked) => !asked.answered).length;
  return html`<section class="screen" aria-labelledby="questions">
    <h2 id="questions" tabindex="-1">${
    open === 0
      ? "Your answers"
      : open === 1
      ? "One question decides what applies"
      : `${open} questions decide what applies`
  }</h2>
    ${questions.map((asked) => questionView(app, asked))}
  </section>`;
}

/** The place of a question on the screen. */
export function questionId(key: string): string {
  return `ask-${key.replaceAll("/", "-")}`;
}

/** One question; `row`: the id of the duty's row that asks it, to go on from there. */
export function questionView(
  app: App,
  asked: Asked,
  row?: string,
): TemplateResult {
  const { key, question, answered } = asked;
  const id = questionId(key) + (row ? `-${row}` : "");
  const control = controlOf(app, asked, id, (value) => {
    app.session.change({ [key]: value });
    if (row) app.focusOn(row, true);
  });
  const grouped = ["yes-no", "choice", "choices", "board"].includes(
    question.type,
  );
  const clear = answered
    ? html`
      <button class="plain small"
        @click=${() =>
          app.session.change({
            [key]: null,
          })}>Clear<span class="sr"> the answer: ${question.ask}</span></button>
    `
    : nothing;
  const why = row ? nothing : whyOf(app, asked);
  const body = html`${why}<div class="row">${control} ${clear}</div>`;
  return grouped
    ? html`
      <div class="question ${answered ? "" : "open"}" id=${id} tabindex="-1"
        role="group" aria-labelledby="${id}-ask">
              <p class="ask" id="${id}-ask">${question.ask}</p>${body}</div>
    `
    : html`<div class="question ${
      answered ? "" : "open"
    }" id=${id} tabindex="-1">
        <label class="ask" for="${id}-input">${question.ask}</label>${body}</div>`;
}

function whyOf(app: App, asked: Asked): TemplateResult {
  const { question, licenses } = asked;
  const several = app.scene.holdings.length > 1;
  const names = app.scene.holdings
    .filter(({ license }) => licenses.includes(license.id))
    .map(({ license }) => shortName(app, license));
  const decides = listed("It decides", asked.decides);
  const lessens = listed("It may lessen", asked.lessens);
  const reason = `${decides} ${lessens}`.trim() ||
    (question.why ? "" : "It decides when duties fall due.");
  return html`<p class="why">${
    several
      ? html`
        <b>${names.join(", ")}.</b>
      `
      : nothing
  }${question.why ?? nothing} ${reason}</p>`;
}

function listed(start: string, subjects: string[]): string {
  const all = [...new Set(subjects)];
  return all.length > 0 ? `${start}: ${all.join("; ")}.` : "";
}

/** The control; `give` keeps the answer. */
function controlOf(
  app: App,
  { key, id, question }: Asked,
  place: string,
  give: (value: Answer | Birth | null) => void,
): TemplateResult {
  const records = app.session.records;
  const answer = records[key]?.value as Answer | null | undefined;
  if (id === "born") return birthControl(app, place, give);
  switch (question.type) {
    case "yes-no":
      return radios(place, { yes: "Yes", no: "No" }, answerWord(answer), (
        value,
      ) => give(value === "yes"));
    case "choice":
    case "board":
      return radios(place, question.choices ?? {}, answer, give);
    case "choices":
      return checkboxes(place, question.choices ?? {}, answer, give);
    case "date":
      return html`
        <input type="date" id="${place}-input" max="2099-12-31"
          .value=${live(typeof answer === "string" ? answer : "")}
          @change=${(event: Event) => {
            const date = valueOf(event);
            if (/^(19|20)\d\d-/.test(date)) give(date);
          }}>
      `;
    default:
      return html`
        <input type="number" inputmode="decimal" min="0" id="${place}-input"
          max=${question.type === "percent" ? 100 : nothing}
          .value=${live(typeof answer === "number" ? String(answer) : "")}
          @change=${(event: Event) => {
            const value = valueOf(event);
            give(value === "" ? null : Number(value));
          }}>${question.type === "percent" ? " %" : nothing}
      `;
  }
}

function answerWord(answer: Answer | null | undefined): string | undefined {
  return typeof answer === "boolean" ? (answer ? "yes" : "no") : undefined;
}

function radios(
  name: string,
  choices: Record<string, string>,
  chosen: Answer | null | undefined,
  give: (value: string) => void,
): TemplateResult {
  return html`<div class="chips">${
    Object.entries(choices).map(([value, text]) =>
      html`<label><input type="radio" name=${name} .checked=${
        live(chosen === value)
      } @change=${() => give(value)}><span class="cap">${text}</span></label>`
    )
  }</div>`;
}

/** Any of several; none of them is an answer too. */
function checkboxes(
  name: string,
  choices: Record<string, string>,
  answer: Answer | null | undefined,
  give: (value: string[]) => void,
): TemplateResult {
  const given = Array.isArray(answer) ? answer : [];
  const box = (on: boolean, text: string, next: (on: boolean) => string[]) =>
    html`<label><input type="checkbox" name=${name} .checked=${live(on)}
      @change=${(event: Event) =>
      give(
        next((event.target as HTMLInputElement).checked),
      )}><span class="cap">${text}</span></label>`;
  return html`<div class="chips">
    ${
    Object.entries(choices).map(([value, text]) =>
      box(given.includes(value), text, (on) =>
        on ? [...given, value] : given.filter((other) =>
          other !== value
        ))
    )
  }
    ${
    "other" in choices ? nothing : box(
      Array.isArray(answer) && given.length === 0,
      "none of these",
      () => [],
    )
  }
  </div>`;
}

/** Rules look at the month and day only. */
function birthControl(
  app: App,
  place: string,
  give: (value: Birth) => void,
): TemplateResult {
  const { month, day } = app.scene.profile.birth;
  const both = month !== undefined && day !== undefined;
  return html`
    <input type="date" id="${place}-input" max=${app.scene.today}
      @change=${(event: Event) => {
        const [year, month, day] = valueOf(event).split("-").map(Number);
        if (year >= 1900) give({ year, month, day });
      }}>${both
        ? html`<span class="quiet">${
          said(`2000-${two(month)}-${two(day)}`).replace(", 2000", "")
        }</span>`
        : nothing}
  `;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
