import { type Markup, markup } from "@/components/ui/markup";
import { formatCount, formatDecimal } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Cell, ExportTable } from "@/lib/exports/types";

type Numbers = Pick<ExportTable, "columns" | "rows">;

/** That table folded under its name, in its own scroll frame. */
export function foldedNumbers(
  numbers: Numbers,
  { label, title, isOpen = false }: { label: string; title: string; isOpen?: boolean },
  locale: Locale,
): Markup {
  return markup`<details class="min-w-0 open:basis-full"${isOpen ? markup` open` : null}><summary class="link min-h-6">${label}</summary><div class="table-frame mt-2 max-h-96 overflow-auto" tabindex="0" role="region" aria-label="${label}: ${title}">${numbersTable(numbers, locale)}</div></details>`;
}

/** The numbers behind a chart as a table, the same as in its file. */
function numbersTable({ columns, rows }: Numbers, locale: Locale): Markup {
  const isText = (at: number) => rows.some((row) => typeof row[at] === "string");
  const head = columns.map(
    (column, at) => markup`<th scope="col" class="${isText(at) ? "" : "number"}">${column}</th>`,
  );
  const body = rows.map(
    (row) =>
      markup`<tr>${row.map((cell, at) => markup`<td class="${isText(at) ? "" : "number"}">${cellText(cell, locale)}</td>`)}</tr>`,
  );
  return markup`<table class="table"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function cellText(cell: Cell, locale: Locale): string {
  if (cell === null) return "–";
  if (typeof cell === "bigint") return formatCount(cell, locale);
  return typeof cell === "string" ? cell : formatDecimal(cell.decimal, locale);
}
