import type { Text } from "@/lib/core/locale";
import type { Measure, Slice } from "@/lib/form/columns";

/** Names of the two halves of the form. */
export const MEASURE_LABELS: Readonly<Record<Measure, Text>> = {
  cases: { vi: "Về việc", en: "Cases" },
  money: { vi: "Về tiền", en: "Money" },
};

/** Names of the docket and its parts (indicators.csv, S_* rows). */
export const SLICE_LABELS: Readonly<Record<Slice, Text>> = {
  total: { vi: "Tổng số", en: "Total" },
  exOfficio: { vi: "Chủ động thi hành", en: "Ex officio" },
  onRequest: { vi: "Theo yêu cầu thi hành", en: "On request" },
  credit: { vi: "Án tín dụng, ngân hàng", en: "Credit institutions" },
  stateBudget: { vi: "Thu ngân sách nhà nước", en: "State budget" },
  corruptionEconomic: { vi: "Án tham nhũng, kinh tế", en: "Corruption and economic crime" },
};
