import type { Locale } from "@/lib/core/locale";
import { type Fraction, percent, type Ratio } from "@/lib/core/ratio";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";

const minus = "\u2212";

/** A whole number with grouped thousands. Example: "1.234.567" (vi), "1,234,567" (en); negatives take U+2212. */
export function formatCount(n: bigint | number, locale: Locale): string {
  return formatDecimal(String(BigInt(n)), locale);
}

/** A difference of whole numbers with its sign. Example: "+1.234", "−5", and "0" without a sign. */
export function formatSigned(n: bigint | number, locale: Locale): string {
  return n > 0 ? `+${formatCount(n, locale)}` : formatCount(n, locale);
}

/**
 * A rate with two decimals, "81,50 %" (vi) or "81.50%" (en). Nothing to divide by is said in words, never as 0 %:
 * "không phát sinh" or "not applicable".
 */
export function formatRate(basis: Ratio | null, locale: Locale): string {
  const rate = basis === null ? null : percent(basis);
  if (rate === null) return locale === "vi" ? "không phát sinh" : "not applicable";
  return `${formatDecimal(rate, locale)}${locale === "vi" ? " %" : "%"}`;
}

/**
 * A difference of rates in percentage points, halves away from zero: the fraction 21/2000 is "+1,05".
 * What rounds to zero has no sign.
 */
export function formatPoints({ n, d }: Fraction, locale: Locale): string {
  const hundredths = roundHalfUp(n * 10_000n, d);
  return `${hundredths > 0n ? "+" : ""}${formatDecimal(decimalText(hundredths, 2), locale)}`;
}

/** Đồng shown in nghìn đồng, rounded half up. Example: formatThousands(1_234_500n, "vi") is "1.235". */
export function formatThousands(dong: bigint, locale: Locale): string {
  return formatCount(roundHalfUp(dong, 1000n), locale);
}

/** A decimal written with a point, such as "-1234.50" from `percent`, in the writing of a language: "−1.234,50". */
export function formatDecimal(text: string, locale: Locale): string {
  const [whole = "", decimals] = text.replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, locale === "vi" ? "." : ",");
  const tail = decimals === undefined ? "" : `${locale === "vi" ? "," : "."}${decimals}`;
  return `${text.startsWith("-") ? minus : ""}${grouped}${tail}`;
}
