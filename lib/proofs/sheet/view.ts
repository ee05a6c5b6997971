import { formatCount, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod, periodKey } from "@/lib/core/period";
import type { Block, OfficialDocument } from "@/lib/documents/types";
import { formVersionFor } from "@/lib/form/version";
import { proofSheetText } from "@/lib/i18n/proof-sheet";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { paths } from "@/lib/paths";
import { formatInstant, nodeName, pointsSentence } from "@/lib/scoreboard/view";
import { inputTables } from "../forms/view";
import { isProven } from "../rules";
import { formulaInNumbers } from "../view";
import type { ProofSheet } from "./types";

/** The proof of one rate on one sheet of A4: the words and numbers of its page. */
export function proofSheet(sheet: ProofSheet, locale: Locale, at: Date): OfficialDocument {
  const { node, board } = sheet.model;
  const measure = measureOf(sheet);
  const p = proofSheetText[locale];
  const t = scoreboardText[locale];
  const own = node.own ? "-rieng" : "";
  return {
    locale,
    name: `chung-minh-${node.agency}${own}-${periodKey(board.period)}-${measure === "cases" ? "viec" : "tien"}`,
    head: null,
    title: {
      kind: p.kind,
      about: `${t.measure[measure]}, ${nodeName(node, locale)}, ${formatPeriod(board.period, locale).toLocaleLowerCase("vi")}`,
    },
    body: [
      ...standing(sheet, locale),
      ...statement(sheet, locale),
      ...inputTables(sheet, locale),
      foot(sheet, locale, at),
    ],
    signatures: [],
    recipients: [],
    illustrative: node.illustrative,
  };
}

function measureOf({ stated }: ProofSheet): "cases" | "money" {
  return stated.indicator === "R_C" ? "cases" : "money";
}

/** The rate, what it is made of, and how it stands against its target. */
function standing(sheet: ProofSheet, locale: Locale): Block[] {
  const p = proofSheetText[locale];
  const t = scoreboardText[locale];
  const measure = measureOf(sheet);
  const judged = sheet.model.node[measure];
  const { ratio, target, verdict } = judged;
  if (!ratio) return [{ kind: "paragraph", align: "center", text: [{ text: t.noReport, bold: true }] }];
  const points = pointsSentence(judged, locale);
  const amount = (value: bigint) => formatCount(value, locale);
  const parts = `${amount(ratio.numerator)} / ${amount(ratio.denominator)}`;
  const figures = [
    { value: formatRate(ratio, locale), label: p.rate, ...(target && { note: t.verdict[verdict] }) },
    { value: target ? (points ?? t.verdict[verdict]) : t.noTarget, label: p.target },
  ];
  return [
    {
      kind: "paragraph",
      align: "center",
      text: [{ text: parts, bold: true }, { text: ` ${p.completedOfEligible(t.unit[measure])}` }],
    },
    { kind: "figures", figures },
  ];
}

/** By which formula, whether it computes again, and what a reader has to know. */
function statement({ model, stated }: ProofSheet, locale: Locale): Block[] {
  const p = proofSheetText[locale];
  const cells = formatCount(stated.inputs.length, locale);
  const { definition, indicator } = stated;
  const formula = p.formulaOf(indicator, definition.version, formulaInNumbers(stated));
  const basis = formVersionFor(stated.period).legalBasis[locale];
  const verdict =
    stated.inputs.length === 0
      ? p.againNothing
      : isProven(stated)
        ? p.againSame(cells)
        : p.againDiffers(cells);
  const line = (name: string, text: string): Block => ({
    kind: "paragraph",
    align: "left",
    text: [{ text: `${name} `, bold: true }, { text }],
  });
  return [
    line(p.formula, `${formula} ${p.form(basis, definition.source)}`),
    line(p.again, verdict),
    line(p.flags, `${flagsOf(model, locale).join("; ")}.`),
  ];
}

function flagsOf({ node, board }: ProofSheet["model"], locale: Locale): string[] {
  const p = proofSheetText[locale];
  const t = scoreboardText[locale];
  const missing = node.coverage.expected - node.coverage.reported;
  const flags = [
    t.coverage(formatCount(node.coverage.reported, locale), formatCount(node.coverage.expected, locale)),
    ...(missing > 0 ? [p.missing(formatCount(missing, locale))] : []),
    ...(node.adjusted ? [p.adjusted] : []),
    ...(node.illustrative ? [p.illustrative] : []),
    ...(board.knownAt ? [t.asKnown(formatInstant(board.knownAt))] : []),
    ...(node.asOf ? [t.asOf(formatInstant(node.asOf))] : []),
  ];
  return flags.map((flag) => flag.charAt(0).toLocaleLowerCase("vi") + flag.slice(1));
}

function foot({ model, stated }: ProofSheet, locale: Locale, at: Date): Block {
  const p = proofSheetText[locale];
  const { agency, own, period, knownAt } = stated;
  const day = knownAt ? new Date(knownAt.getTime() + 7 * 3_600_000).toISOString().slice(0, 10) : undefined;
  const revision = model.level === "unit" && !knownAt ? model.shown?.revision : undefined;
  const query = { own: own ? 1 : undefined, asOf: day, revision };
  const address = paths.proof(agency, period.year, period.month, query);
  return { kind: "notes", lines: [`${p.hash} ${stated.hash}`, p.made(formatInstant(at), address)] };
}
