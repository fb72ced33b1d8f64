// SPDX-License-Identifier: MIT
/**
 * Comma-separated values, as spreadsheets all over the world write them.
 *
 * In: bytes of a file, or rows. Out: rows with the number of the line each begins on, or text that
 * Excel opens as it should.
 */

/** A row of a file. */
export interface Row {
  /** The line it begins on, from 1. */
  line: number;
  cells: string[];
}

/** Read a file's bytes as text: UTF-8, Excel's UTF-16, or else the old Windows characters. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder("utf-16le").decode(bytes);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Read rows; empty ones are left out. A quote that never closes ends with the file. */
export function readCsv(text: string): Row[] {
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let begun = 1;
  let quoted = false;
  const endRow = () => {
    cells.push(bare(cell));
    if (cells.some((value) => value !== "")) rows.push({ line: begun, cells });
    cells = [];
    cell = "";
  };
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    const ends = char === "\n" || (char === "\r" && text[index + 1] !== "\n");
    if (ends) line++;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[index + 1] === '"') cell += text[++index];
      else quoted = false;
    } else if (char === '"' && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (char === separator) {
      cells.push(bare(cell));
      cell = "";
    } else if (ends) {
      endRow();
      begun = line;
    } else cell += char;
  }
  endRow();
  return rows;
}

/** Write rows, with a mark by which Excel knows the text for UTF-8. */
export function writeCsv(rows: (string | number)[][]): string {
  const lines = rows.map((row) => row.map(quote).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** A cell without the space around it, and the apostrophe that `quote` put before it. */
function bare(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, "");
}

/** Text that a spreadsheet would run as a formula gets an apostrophe before it. */
function quote(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Of comma, semicolon and tab, the one that the first lines hold most of, outside of quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4000).replace(/"[^"]*"/g, "");
  const count = (char: string) => head.split(char).length;
  return [",", ";", "\t"].reduce((best, char) =>
    count(char) > count(best) ? char : best
  );
}
