/**
 * The comparison's own address, so that it can be shared and Back goes where one was.
 *
 * In and out: what is compared, and the query string `?licenses=oh-rn,tx-rn&show=differences`.
 */

/** What the address says. The first license is the one that the others are compared with. */
export interface State {
  licenses: string[];
  onlyDifferences: boolean;
}

/** Read a query string; each license once, in its order. */
export function read(query: string): State {
  const parameters = new URLSearchParams(query);
  const ids = (parameters.get("licenses") ?? "").toLowerCase().split(",");
  return {
    licenses: [...new Set(ids.map((id) => id.trim()).filter(Boolean))],
    onlyDifferences: parameters.get("show") === "differences",
  };
}

/** Write a query string that a person can read: ids hold nothing that needs escapes. */
export function write(state: State): string {
  const parts = [];
  if (state.licenses.length) parts.push(`licenses=${state.licenses.join(",")}`);
  if (state.onlyDifferences) parts.push("show=differences");
  return parts.length ? `?${parts.join("&")}` : "";
}
