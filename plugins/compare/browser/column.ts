/**
 * A license's column: what columns.py wrote, and how a page gets it.
 *
 * In: ids of licenses. Out: columns, each loaded once by a script element, since a page that was
 * opened from a disk may not fetch.
 */

/** One duty; `joint` compares how it stands to other hours, `place` says it. */
export interface Cell {
  topics: [id: string, name: string][];
  row: string;
  amount: string;
  subject: string;
  rhythm: string;
  who: string;
  place: string;
  joint: string;
  dates: string;
  address: string;
}

/** All that a comparison shows of a license. */
export interface Column {
  id: string;
  name: string;
  address: string;
  amount: string;
  period: string;
  year: string;
  renewals: string[];
  established: boolean;
  cells: Cell[];
  texts: Record<string, string[]>;
  confidence: string;
  checked: string;
}

declare global {
  var atlasColumns: Record<string, Column> | undefined;
}

const asked = new Map<string, Promise<void>>();

/** Load one column; `root` is the site's address as the page writes it. */
export async function load(id: string, root: string): Promise<Column> {
  let script = asked.get(id);
  if (!script) {
    script = run(`${root}/compare/columns/${id}.js`);
    asked.set(id, script);
  }
  try {
    await script;
  } catch (error) {
    asked.delete(id); // so that it can be asked for again
    throw error;
  }
  const column = globalThis.atlasColumns?.[id];
  if (!column) throw new Error(`${id} has no column`);
  return column;
}

function run(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} did not load`));
    document.head.append(script);
  });
}
