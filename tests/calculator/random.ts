// SPDX-License-Identifier: MIT
/** Small random inputs from a seed, the same in every run. */

import type {
  Activity,
  Answer,
  CompiledLicense,
  Practitioner,
} from "../../plugins/calculator/engine/main.ts";

/** A source of random numbers (mulberry32) that a seed fixes. */
export class Random {
  constructor(private state: number) {}

  /** A number from 0 up to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** One of a list. */
  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  /** Some of a list, each with this chance. */
  some<T>(list: readonly T[], chance: number): T[] {
    return list.filter(() => this.next() < chance);
  }

  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    const found = [...list];
    for (let i = found.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [found[i], found[j]] = [found[j], found[i]];
    }
    return found;
  }
}

const two = (value: number) => String(value).padStart(2, "0");

/** A day of one of these years. */
export function anyDay(random: Random, from: number, years: number): string {
  const year = from + random.below(years);
  return `${year}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}

/** Credit of the kinds that a license knows, and some that it does not. */
export function anyActivity(
  random: Random,
  license: CompiledLicense,
): Activity {
  const categories = [...Object.keys(license.categories), "ama-pra-1", "other"];
  return {
    date: anyDay(random, 2022, 6),
    hours: random.one([0.5, 1, 1.5, 2, 3, 5, 12, 20]),
    category: random.one(categories),
    topics: random.some(Object.keys(license.topics), 0.3),
    formats: random.some(Object.keys(license.formats), 0.5),
  };
}

/** A person who answered some of the questions. */
export function anyPractitioner(
  random: Random,
  license: CompiledLicense,
): Practitioner {
  const answers: Record<string, Answer> = {};
  for (const [id, question] of Object.entries(license.questions)) {
    if (random.next() < 0.3) continue;
    const choices = Object.keys(question.choices ?? {});
    switch (question.type) {
      case "yes-no":
        answers[id] = random.next() < 0.5;
        break;
      case "choices":
        answers[id] = random.some(choices, 0.3);
        break;
      case "choice":
      case "board":
        answers[id] = random.one(choices);
        break;
      case "date":
        answers[id] = anyDay(random, 2012, 14);
        break;
      default:
        answers[id] = random.below(100);
    }
  }
  return { answers };
}
