const field = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r\n|\r|\n|$)/y;

/**
 * Rows and cells of a block copied from a spreadsheet: tabs between cells, any line ending, quoted cells with
 * doubled quotes. A trailing line break ends the last row, it does not start another.
 */
export function clipboardRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    field.lastIndex = at;
    const [matched, cell = "", separator = ""] = field.exec(text) ?? [text.slice(at), text.slice(at)];
    row.push(unquoted(cell));
    at += matched.length;
    if (separator === "\t") continue;
    rows.push(row);
    row = [];
  }
  return rows.at(-1)?.every((cell) => cell.trim() === "") && rows.length > 1 ? rows.slice(0, -1) : rows;
}

function unquoted(cell: string): string {
  const inner = /^"([\s\S]*)"$/.exec(cell)?.[1];
  return (inner === undefined ? cell : inner.replaceAll('""', '"')).trim();
}
