import { dayOfInstant, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { auditText } from "@/lib/i18n/audit";
import type { AnchorProblem, AnchorSummary } from "./anchors/types";
import type { AuditFilter } from "./schema";
import type { AuditLineView, AuditProblem } from "./types";

/** The moment of a line in Vietnamese time. Example: "30/09/2022 17:05:09". */
export function momentText(at: Date): string {
  const clock = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 19);
  return `${formatDay(dayOfInstant(at))} ${clock}`;
}

/** The payload as indented JSON; an empty one as nothing, a hidden one in words. */
export function payloadText({ payload }: Pick<AuditLineView, "payload">, locale: Locale): string {
  if (payload === null) return auditText[locale].hidden;
  return Object.keys(payload).length === 0 ? "" : JSON.stringify(payload, null, 2);
}

/** What is wrong with a line of a chain, in words. */
export function problemText({ chain, seq, problem }: AuditProblem, locale: Locale): string {
  const words: Readonly<Record<string, string>> = auditText[locale].problems;
  return `${chain} #${seq}: ${words[problem] ?? problem}`;
}

/** What is wrong with an anchor, or with the chain it anchors, in words. */
export function anchorProblemText({ n, problem, chain, seq }: AnchorProblem, locale: Locale): string {
  const t = auditText[locale];
  const where = chain === null ? "" : `, ${chain} #${seq}`;
  return `${t.anchor(String(n))}${where}: ${t.anchorProblems[problem]}`;
}

/** The newest anchor in one sentence. */
export function anchorSentence({ n, at, reason, lines, chains }: AnchorSummary, locale: Locale): string {
  const t = auditText[locale];
  const reasons: Readonly<Record<string, string>> = t.anchorReasons;
  const what = `${reasons[reason] ?? reason}, ${momentText(at)}`;
  return t.lastAnchor(String(n), what, formatCount(lines, locale), formatCount(chains, locale));
}

/** The address of another page of the same question. */
export function pageQuery({ verify: _verify, ...filter }: AuditFilter, page: number) {
  return { ...filter, page: page === 1 ? undefined : page };
}
