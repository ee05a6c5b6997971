const formulaStart = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n]/;

/** Text that no spreadsheet takes for a formula: a dangerous beginning gets an apostrophe. Example: "=1" is "'=1". */
export function escapeFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Text that every file format can hold: no control characters but tab and line ends, no half of a character. */
export function printable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD").replace(/[^\P{Cc}\t\r\n]/gu, "");
}
