/**
 * Rows of a table as values to compare.
 *
 * In: cells and rows. Out: the value that a cell sorts by, an order, and whether a row fits a
 * filter. Facts of a row stand in its `data-` attributes, written by filters.py.
 */

/** What a cell sorts by: its `data-value`, its day, else its text. */
export function value(cell: HTMLTableCellElement | undefined): string {
  if (!cell) return "";
  const day = cell.querySelector("time")?.dateTime;
  return (cell.dataset.value ?? day ?? cell.textContent ?? "").trim();
}

const words = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The positions of values in ascending order: numbers by size, other texts by the alphabet. */
export function order(values: string[]): number[] {
  const numbers = values.map((text) => text === "" ? 0 : Number(text));
  const compare = numbers.some(Number.isNaN)
    ? (a: number, b: number) => words.compare(values[a] ?? "", values[b] ?? "")
    : (a: number, b: number) => (numbers[a] ?? 0) - (numbers[b] ?? 0);
  return values.map((_, index) => index).sort((a, b) => compare(a, b) || a - b);
}

/** Whether a row's fact has the chosen word, is at least the chosen number, or holds the text. */
export function fits(
  row: HTMLTableRowElement,
  name: string,
  chosen: string,
  match: string,
): boolean {
  const fact = row.dataset[name] ?? "";
  if (match === "word") return fact.split(" ").includes(chosen);
  if (match === "least") return fact !== "" && Number(fact) >= Number(chosen);
  const own = split(`${row.cells[0]?.textContent ?? ""} ${fact}`);
  return split(chosen).every((typed) =>
    own.some((word) => word.startsWith(typed))
  );
}

function split(text: string): string[] {
  return text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
}
