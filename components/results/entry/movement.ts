import {
  type Cell,
  type CellKey,
  editableText,
  type MoneyUnit,
  writeCell,
} from "@/components/results/entry/cell";
import type { EntryScope } from "@/components/results/entry/context";
import { formatCount, formatSigned, formatThousands } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { roundHalfUp } from "@/lib/core/rounding";
import type { Column, FormFigures, Measure } from "@/lib/form/columns";
import { columnValue, derive } from "@/lib/form/derive";
import { SLICE_LABELS } from "@/lib/form/labels";
import type { FormVersion } from "@/lib/form/version";

/** Any column of one measure, typed or computed; null = missing. */
export function valueAt(
  figures: FormFigures | null | undefined,
  measure: Measure,
  column: Column,
  version: FormVersion,
): bigint | null {
  if (!figures) return null;
  return columnValue(column, figures[measure], derive(figures[measure], version, measure), measure);
}

/** A figure people only read, in the unit of its column; "–" when there is none. */
export function readOnlyText(
  value: bigint | null,
  measure: Measure,
  unit: MoneyUnit,
  locale: Locale,
): string {
  if (value === null) return "–";
  return measure === "money" && unit === "thousands"
    ? formatThousands(value, locale)
    : formatCount(value, locale);
}

/** The movement of the month: the cumulative figure less last month's; "–" when either is missing. */
export function movementText(
  value: bigint | null,
  before: bigint | null,
  measure: Measure,
  unit: MoneyUnit,
  locale: Locale,
): string {
  if (value === null || before === null) return "–";
  const change = value - before;
  return formatSigned(
    measure === "money" && unit === "thousands" ? roundHalfUp(change, 1000n) : change,
    locale,
  );
}

/** What the input of a cell shows: what is being typed, else its value, plain while it is edited. */
export function inputText({ state, locale, active }: EntryScope, key: CellKey, measure: Measure): string {
  const typed = state.typed[key];
  if (typed !== undefined) return typed;
  const value = state.values[key];
  if (value === undefined) return "";
  const write = active === key ? editableText : writeCell;
  return write(value, measure, state.unit, locale);
}

/** "9. Thi hành xong, việc": the short name of a cell in lists; a part's begins with the part. */
export function cellName(
  scope: Pick<EntryScope, "version" | "locale">,
  { slice, measure, column }: Cell,
): string {
  const row = scope.version.columns.find((each) => each.column === column);
  const half = { cases: { vi: "việc", en: "cases" }, money: { vi: "tiền", en: "money" } }[measure][
    scope.locale
  ];
  const part = slice === "total" ? "" : `${SLICE_LABELS[slice][scope.locale]} – `;
  return `${part}${row?.number ?? "?"}. ${row?.label[scope.locale] ?? column}, ${half}`;
}
