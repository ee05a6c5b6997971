import type { Day } from "@/lib/core/day";
import type { Text } from "@/lib/core/locale";
import {
  type Column,
  type ColumnDefinition,
  DERIVED_COLUMNS,
  type DerivedColumn,
  type InputColumn,
} from "@/lib/form/columns";

/** `column` = sum of `plus` − sum of `minus`; columns that do not exist for a measure count 0. */
export type Derivation = Readonly<{
  column: DerivedColumn;
  plus: readonly Column[];
  minus: readonly Column[];
  /** Rule quoted when a printed value disagrees (imports). */
  rule: "V02" | "V03" | "V05" | "V06";
}>;

/** A second decomposition that typed figures can break: `left` = sum of `right`. */
export type Identity = Readonly<{
  rule: "V04";
  left: Column;
  right: readonly Column[];
  /** Typed part of the right side to which the message proposes to move the difference. */
  balancing: InputColumn;
  /** Typed column to look at otherwise. */
  review: InputColumn;
}>;

/** One circular's form: another circular is one more value of this type. */
export type FormVersion = Readonly<{
  id: string;
  legalBasis: Text;
  validFrom: Day;
  /** Half-open; null = still in use here. */
  validUntil: Day | null;
  /** In printed order. */
  columns: readonly ColumnDefinition[];
  /** In the order in which they can be computed. */
  derivations: readonly Derivation[];
  identities: readonly Identity[];
}>;

type ColumnOptions = { measures?: ColumnDefinition["measures"]; flow?: boolean; required?: boolean };

function isDerived(column: Column): column is DerivedColumn {
  return DERIVED_COLUMNS.some((derived) => derived === column);
}

/** Builds a printed row; the indicator code follows from the number ("9" is C09 and M09). */
export function defineColumn(
  column: Column,
  number: string,
  group: DerivedColumn | null,
  text: { label: Text; note: Text },
  options: ColumnOptions = {},
): ColumnDefinition {
  const digits = /^\d$/.test(number) ? `0${number}` : number;
  return {
    column,
    number,
    code: { cases: `C${digits}`, money: `M${digits}` },
    label: text.label,
    note: text.note,
    kind: isDerived(column) ? "derived" : "input",
    level: group === null ? 0 : 1,
    group,
    flow: options.flow ?? false,
    measures: options.measures ?? ["cases", "money"],
    required: options.required ?? !isDerived(column),
  };
}
