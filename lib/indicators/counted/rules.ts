import { day } from "@/lib/core/day";
import type { Text } from "@/lib/core/locale";
import { COUNT_LABELS, type CountCode } from "@/lib/form/counts";
import type { Indicator, MeasuredCode } from "../types";

const percent: Text = { vi: "%", en: "%" };
const plan2022 = "Kế hoạch thi đua 2022";

function definitionOf(numerator: CountCode, denominator: CountCode | null, since: string, source: string) {
  return {
    version: "1",
    validFrom: day(since),
    validUntil: null,
    numerator: [{ form: "counts", code: numerator }] as const,
    denominator: denominator === null ? [] : ([{ form: "counts", code: denominator }] as const),
    source,
  };
}

function rate(
  code: MeasuredCode,
  name: Text,
  [numerator, denominator]: readonly [CountCode, CountCode],
  source: string,
): Indicator {
  const definitions = [definitionOf(numerator, denominator, "2016-10-01", source)];
  return { code, name, unit: percent, kind: "ratio", withinYear: "free", definitions };
}

function count(code: MeasuredCode & CountCode, source: string): Indicator {
  const { label, unit } = COUNT_LABELS[code];
  const definitions = [definitionOf(code, null, "2015-10-01", source)];
  return { code, name: label, unit, kind: "count", withinYear: "nonDecreasing", definitions };
}

/** Rates over the counts beside the form, and counts by themselves. */
export const COUNT_INDICATORS: readonly Indicator[] = [
  rate(
    "D02/D01",
    {
      vi: "Ra quyết định thi hành án đúng thời hạn, đúng quy định",
      en: "Enforcement decisions issued on time",
    },
    ["D02", "D01"],
    `${plan2022}; Luật THADS Điều 36`,
  ),
  rate(
    "G02/G01",
    { vi: "Trả lời văn bản xin ý kiến đúng thời hạn", en: "Guidance answered on time" },
    ["G02", "G01"],
    plan2022,
  ),
  rate(
    "G03/G01",
    {
      vi: "Trả lời văn bản xin ý kiến đúng trình tự, bảo đảm chất lượng",
      en: "Guidance answered properly",
    },
    ["G03", "G01"],
    // The form does not count replies sent: a request due without a reply counts against the rate.
    `${plan2022}; mẫu số là văn bản đến hạn vì biểu không đếm văn bản đã trả lời`,
  ),
  rate(
    "K02/K01",
    { vi: "Giải quyết xong khiếu nại, tố cáo", en: "Complaints and denunciations resolved" },
    ["K02", "K01"],
    plan2022,
  ),
  rate(
    "H02/H01",
    {
      vi: "Theo dõi thi hành án hành chính đã có quyết định buộc thi hành",
      en: "Administrative judgments under compulsion monitored",
    },
    ["H02", "H01"],
    plan2022,
  ),
  rate(
    "CC2/CC1",
    { vi: "Tự nguyện thi hành sau vận động", en: "Voluntary compliance after persuasion" },
    ["CC2", "CC1"],
    "Bài “Dân vận trong THADS”, Hưng Yên 2021",
  ),
  count("CC1", "TT 08/2015/TT-BTP: một quyết định là một việc cưỡng chế"),
  count("CC2", "Bài “Dân vận trong THADS”, Hưng Yên 2021"),
  count("N01", "Kế hoạch chung sức xây dựng nông thôn mới 2016–2020"),
  count("N02", "Kế hoạch chung sức xây dựng nông thôn mới 2016–2020"),
];
