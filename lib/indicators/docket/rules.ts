import { day } from "@/lib/core/day";
import type { Text } from "@/lib/core/locale";
import type { Column, Measure, Slice } from "@/lib/form/columns";
import { SLICE_LABELS } from "@/lib/form/labels";
import type { Indicator, IndicatorInput, MeasuredCode } from "../types";

const percent: Text = { vi: "%", en: "%" };
const since = day("2020-01-05");
const source = "TT 06/2019/TT-BTP, TT 05/2024/TT-BTP; kế hoạch thi đua 2022: “trên tổng số có điều kiện”";

const done: Readonly<Record<Measure, readonly Column[]>> = {
  cases: ["completed", "terminated"],
  money: ["completed", "terminated", "reduced"],
};
const measures: Readonly<Record<Measure, Text>> = {
  cases: { vi: "về việc", en: "cases" },
  money: { vi: "về tiền", en: "money" },
};

function inputs(slice: Slice, measure: Measure, columns: readonly Column[]): IndicatorInput[] {
  return columns.map((column) => ({ form: "results", measure, slice, column }));
}

function rate(
  code: MeasuredCode,
  name: Text,
  numerator: readonly IndicatorInput[],
  denominator: readonly IndicatorInput[],
): Indicator {
  const definition = { version: "1", validFrom: since, validUntil: null, numerator, denominator, source };
  return { code, name, unit: percent, kind: "ratio", withinYear: "free", definitions: [definition] };
}

function completion(code: MeasuredCode, slice: Slice, measure: Measure): Indicator {
  const [part, half] = [SLICE_LABELS[slice], measures[measure]];
  const name =
    slice === "total"
      ? {
          vi: `Tỷ lệ thi hành xong trên có điều kiện ${half.vi}`,
          en: `Completion rate on eligible, ${half.en}`,
        }
      : { vi: `${part.vi}: tỷ lệ thi hành xong ${half.vi}`, en: `${part.en}: completion rate, ${half.en}` };
  return rate(code, name, inputs(slice, measure, done[measure]), inputs(slice, measure, ["eligible"]));
}

function share(code: MeasuredCode, measure: Measure): Indicator {
  const half = measures[measure];
  const name = {
    vi: `Tỷ lệ có điều kiện trên phải thi hành ${half.vi}`,
    en: `Eligible share of total to enforce, ${half.en}`,
  };
  const denominator = inputs("total", measure, ["totalEnforceable"]);
  return rate(code, name, inputs("total", measure, ["eligible"]), denominator);
}

/** Rates over the form: completion of the docket and of its parts, and the eligible share. */
export const DOCKET_INDICATORS: readonly Indicator[] = [
  completion("R_C", "total", "cases"),
  completion("R_M", "total", "money"),
  share("R2_C", "cases"),
  share("R2_M", "money"),
  completion("S_CREDIT.R_C", "credit", "cases"),
  completion("S_CREDIT.R_M", "credit", "money"),
  completion("S_BUDGET.R_C", "stateBudget", "cases"),
  completion("S_BUDGET.R_M", "stateBudget", "money"),
  completion("S_CORRUPTION.R_C", "corruptionEconomic", "cases"),
  completion("S_CORRUPTION.R_M", "corruptionEconomic", "money"),
  completion("S_EXOFFICIO.R_C", "exOfficio", "cases"),
  completion("S_EXOFFICIO.R_M", "exOfficio", "money"),
  completion("S_ONREQUEST.R_C", "onRequest", "cases"),
  completion("S_ONREQUEST.R_M", "onRequest", "money"),
];
