import type { Locale } from "@/lib/core/locale";
import { percent, type Ratio } from "@/lib/core/ratio";
import type { Question, Questions, SignalAnswer } from "./types";

/** Questions as GET /api/v1/signals answers them: big integers as strings, rates with a point. */
export function signalsBody({ year, compared, questions }: Questions, locale: Locale) {
  return { year, compared, signals: questions.map((question) => questionBody(question, locale)) };
}

function questionBody(
  { signal, agency, name, text, evidenceHash, illustrative, answer }: Question,
  locale: Locale,
) {
  return {
    agency,
    name,
    year: signal.year,
    months: signal.months,
    kind: signal.kind,
    question: text[locale],
    evidence: signal.evidence.map(({ value, ...where }) => ({ ...where, value: value.toString() })),
    evidenceHash,
    officialRate: rateBody(signal.reported),
    counterfactualRate: rateBody(signal.counterfactual),
    excess: signal.excess.toString(),
    illustrative,
    answer: answer && answerBody(answer),
  };
}

function rateBody(ratio: Ratio) {
  return {
    numerator: ratio.numerator.toString(),
    denominator: ratio.denominator.toString(),
    ratePct: percent(ratio),
  };
}

function answerBody({ version, code, words, by, at, isCurrent }: SignalAnswer) {
  return { version, code, words, by: by.id, at: at.toISOString(), isCurrent };
}
