// SPDX-License-Identifier: MIT
/** Small things about inputs and files. In: events, texts. Out: values, downloads. */

/** What an input or select holds. */
export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

/** Download a text as a file. */
export function download(name: string, text: string): void {
  const types: Record<string, string> = {
    csv: "text/csv",
    ics: "text/calendar",
    json: "application/json",
  };
  const type = types[name.split(".").at(-1) ?? ""] ?? "text/plain";
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
