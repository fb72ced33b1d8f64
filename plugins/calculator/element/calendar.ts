// SPDX-License-Identifier: MIT
/**
 * A calendar file (RFC 5545) of the days by which something is due.
 *
 * In: dated events, today. Out: text of an .ics file: all-day events, each with reminders 90, 30
 * and 7 days before.
 */

import { isoDate, parseDay } from "../engine/dates.ts";
import type { IsoDate } from "../engine/types.ts";

/** Something that falls on a day. `id` keeps its place when the file is imported again. */
export interface Event {
  id: string;
  date: IsoDate;
  title: string;
  text: string;
}

const REMINDERS = [90, 30, 7];

/** Write the file. */
export function calendar(events: Event[], today: IsoDate): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//CME Atlas//Calculator//EN",
    ...events.flatMap((event) => eventLines(event, today)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function eventLines(event: Event, today: IsoDate): string[] {
  const next = isoDate(parseDay(event.date) + 1);
  return [
    "BEGIN:VEVENT",
    `UID:${event.id}@cme-atlas`,
    `DTSTAMP:${compact(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(event.date)}`,
    `DTEND;VALUE=DATE:${compact(next)}`,
    `SUMMARY:${escape(event.title)}`,
    `DESCRIPTION:${escape(event.text)}`,
    "TRANSP:TRANSPARENT",
    ...REMINDERS.flatMap((days) => [
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `TRIGGER:-P${days}D`,
      `DESCRIPTION:${escape(`In ${days} days: ${event.title}`)}`,
      "END:VALARM",
    ]),
    "END:VEVENT",
  ];
}

function compact(date: IsoDate): string {
  return date.replaceAll("-", "");
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** No line is longer than 75 bytes; the next begins with a space. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = "";
  let length = 0;
  for (const char of line) {
    const size = encoder.encode(char).length;
    if (length + size > 75) {
      folded += "\r\n ";
      length = 1;
    }
    folded += char;
    length += size;
  }
  return folded;
}
