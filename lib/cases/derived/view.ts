import { INPUT_COLUMNS, type InputColumn, MEASURES, type Measure, type Slice } from "@/lib/form/columns";
import type { DerivedForm } from "./rules";
import type { RegisterForm } from "./types";

type Cells = Record<Measure, Record<InputColumn, string>>;

/** A derived form in the words of the interchange file, numbers as texts: also what fills the month's entry form. */
function formCells(form: DerivedForm): Cells {
  const half = (measure: Measure) =>
    Object.fromEntries(
      INPUT_COLUMNS.map((column) => [column, form[measure][column].toString()]),
    ) as Cells[Measure];
  return Object.fromEntries(MEASURES.map((measure) => [measure, half(measure)])) as Cells;
}

/** The answer of GET /api/v1/cases/form: the whole docket, then its parts. */
export function registerFormBody({ slices, ...head }: RegisterForm): object {
  const { total, ...parts } = slices;
  const named = Object.entries(parts).map(([slice, form]): [Slice, Cells] => [
    slice as Slice,
    formCells(form),
  ]);
  return { ...head, ...formCells(total), slices: Object.fromEntries(named) };
}
