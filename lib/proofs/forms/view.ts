import { formatCount, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import type { Ratio } from "@/lib/core/ratio";
import type { Block, DocumentColumn, DocumentRow } from "@/lib/documents/types";
import { formVersionFor } from "@/lib/form/version";
import { proofText } from "@/lib/i18n/proof";
import { proofSheetText } from "@/lib/i18n/proof-sheet";
import { personName } from "@/lib/results/people/view";
import type { ProvenRevision } from "@/lib/scoreboard/proof/types";
import { formatInstant, nodeName } from "@/lib/scoreboard/view";
import type { ProofSheet } from "../sheet/types";
import type { Step } from "../types";
import { type FormLine, formLines, spanOf } from "./rules";

/** More forms than this are listed in two columns, and their signers are counted instead of named. */
const NAMED_FORMS = 12;
const REVISIONS = 4;

/** What the figure is made of, as small as one page asks: cells of a form, forms of a province, provinces. */
export function inputTables(sheet: ProofSheet, locale: Locale): Block[] {
  const { model, stated } = sheet;
  const forms = formLines(stated);
  if (forms.length === 0) return [];
  if (model.level === "unit") return [cellsTable(sheet, locale), ...revisionBlocks(sheet, forms, locale)];
  const p = proofSheetText[locale];
  const total = formatCount(forms.length, locale);
  const summary = summaryOf(forms, p.forms(total, formatCount(stated.inputs.length, locale)), locale);
  if (model.level === "nation") {
    const measure = stated.indicator === "R_C" ? "cases" : "money";
    const nodes = model.board.children.map((child) => ({
      name: nodeName(child, locale),
      ratio: child[measure].ratio,
    }));
    return [
      summary,
      doubleTable(nodes, p.fromProvinces(formatCount(nodes.length, locale)), p.columns.province, locale),
    ];
  }
  const named = forms.map((form) => ({ ...form, name: unitName(sheet, form.agency, locale) }));
  if (forms.length <= NAMED_FORMS) return [formsTable(sheet, named, locale)];
  return [summary, doubleTable(named, p.fromForms(total), p.columns.unit, locale)];
}

function unitName({ model }: ProofSheet, agency: string, locale: Locale): string {
  const child = model.board.children.find((each) => each.agency === agency);
  return child ? nodeName({ ...child, kind: "PROVINCE" }, locale).replace(/^Chi cục THADS /, "") : agency;
}

const column = (title: string, align: DocumentColumn["align"], width: number) => ({ title, align, width });

/** Two lists side by side, read down the first and then down the second. */
function doubleTable(
  lines: readonly { name: string; ratio: Ratio | null }[],
  caption: string,
  title: string,
  locale: Locale,
): Block {
  const { columns } = proofSheetText[locale];
  const half = Math.ceil(lines.length / 2);
  const cells = (line: (typeof lines)[number] | undefined) =>
    line
      ? [line.name.replace(/^(?:Cục THADS|THADS) (?:tỉnh|thành phố) /, ""), ...ratioCells(line.ratio, locale)]
      : ["", "", "", ""];
  const one = [
    column(title, "left", 28),
    column(columns.completed, "right", 29),
    column(columns.eligible, "right", 29),
    column(columns.rate, "right", 14),
  ];
  const rows = lines
    .slice(0, half)
    .map((line, at) => ({ cells: [...cells(line), ...cells(lines[half + at])] }));
  return { kind: "table", caption, columns: [...one, ...one], rows, dense: true };
}

function formsTable(
  sheet: ProofSheet,
  forms: readonly (FormLine & { name: string })[],
  locale: Locale,
): Block {
  const { columns, fromForms } = proofSheetText[locale];
  const rows = forms.map(({ name, revision, ratio, entered, approved }) => ({
    cells: [
      name,
      String(revision),
      ...ratioCells(ratio, locale),
      signed(sheet, entered, locale),
      signed(sheet, approved, locale),
    ],
  }));
  return {
    kind: "table",
    caption: fromForms(formatCount(forms.length, locale)),
    columns: [
      column(columns.unit, "left", 22),
      column(columns.revision, "center", 5),
      column(columns.completed, "right", 14),
      column(columns.eligible, "right", 14),
      column(columns.rate, "right", 9),
      column(columns.entered, "left", 18),
      column(columns.approved, "left", 18),
    ],
    rows,
    dense: true,
  };
}

/** Every cell of the formula: what it is called, its value, above or below the line. */
function cellsTable({ stated }: ProofSheet, locale: Locale): Block {
  const { columns, fromForm, sum } = proofSheetText[locale];
  const form = formVersionFor(stated.period).columns;
  const { numerator, denominator } = stated.formula;
  const names = [...new Set([...numerator, ...denominator].map((term) => term.column))];
  const rows: DocumentRow[] = names.flatMap((name) => {
    const printed = form.find((each) => name.endsWith(`.${each.column}`));
    const input = stated.inputs.find((each) => each.column === name);
    if (!input) return [];
    const value = (terms: typeof numerator) => {
      const sign = terms.find((term) => term.column === name)?.sign;
      return sign === undefined ? "" : `${sign === -1 ? "− " : ""}${formatCount(input.value, locale)}`;
    };
    return [
      {
        cells: [printed?.number ?? "", printed?.label[locale] ?? name, value(numerator), value(denominator)],
      },
    ];
  });
  const [line] = formLines(stated);
  const sums = line ? ratioCells(line.ratio, locale).slice(0, 2) : [];
  return {
    kind: "table",
    caption: fromForm,
    columns: [
      column(columns.number, "center", 8),
      column(columns.name, "left", 52),
      column(columns.numerator, "right", 20),
      column(columns.denominator, "right", 20),
    ],
    rows: [...rows, { kind: "total", cells: ["", sum, ...sums] }],
    dense: true,
  };
}

/** The unit's revisions, newest first; of an earlier day only the one that counted then. */
function revisionBlocks(sheet: ProofSheet, forms: readonly FormLine[], locale: Locale): Block[] {
  const { columns, revisions: caption, olderRevisions } = proofSheetText[locale];
  const p = proofText[locale];
  const { model, stated } = sheet;
  const all = model.level === "unit" ? model.revisions : [];
  const known = stated.knownAt ? [] : all.slice(0, REVISIONS);
  const measure = stated.indicator === "R_C" ? "cases" : "money";
  const deed = (step: ProvenRevision["approved"]) =>
    step ? `${personName(step.name, locale)}, ${formatInstant(step.at)}` : "–";
  const ratioOf = ({ totals }: ProvenRevision) =>
    totals[measure] && { numerator: totals[measure].completed, denominator: totals[measure].eligible };
  const rows = stated.knownAt
    ? forms.map(({ revision, ratio, entered, approved }) => ({
        cells: [
          String(revision),
          ...ratioCells(ratio, locale),
          "",
          "",
          signed(sheet, entered, locale),
          signed(sheet, approved, locale),
        ],
      }))
    : known.map((each) => ({
        cells: [
          `${each.revision}, ${p.kinds[each.kind]}`,
          ...ratioCells(ratioOf(each), locale),
          p.statuses[each.status],
          shortened(each.reason ?? each.source ?? ""),
          deed(each.entered),
          deed(each.approved),
        ],
      }));
  const more = stated.knownAt ? 0 : all.length - known.length;
  const table: Block = {
    kind: "table",
    caption,
    columns: [
      column(columns.revision, "left", 10),
      column(columns.completed, "right", 14.5),
      column(columns.eligible, "right", 14.5),
      column(columns.rate, "right", 9),
      column(columns.status, "left", 11),
      column(columns.reason, "left", 18),
      column(columns.entered, "left", 15),
      column(columns.approved, "left", 15),
    ],
    rows,
    dense: true,
  };
  const older = formatCount(more, locale);
  return more > 0 ? [table, { kind: "paragraph", align: "left", text: olderRevisions(older) }] : [table];
}

function summaryOf(forms: readonly FormLine[], counted: string, locale: Locale): Block {
  const p = proofSheetText[locale];
  const words = (steps: readonly (Step | null)[], sentence: typeof p.entered) => {
    const span = spanOf(steps);
    if (span === null) return "";
    return ` ${sentence(formatInstant(span.first), formatInstant(span.last), formatCount(span.people, locale))}`;
  };
  const entered = words(
    forms.map((form) => form.entered),
    p.entered,
  );
  const approved = words(
    forms.map((form) => form.approved),
    p.approved,
  );
  return { kind: "paragraph", align: "left", text: `${counted}${entered}${approved}` };
}

function ratioCells(ratio: Ratio | null, locale: Locale): string[] {
  if (ratio === null) return ["–", "–", "–"];
  return [
    formatCount(ratio.numerator, locale),
    formatCount(ratio.denominator, locale),
    formatRate(ratio, locale),
  ];
}

function signed({ people }: ProofSheet, step: Step | null, locale: Locale): string {
  return step ? `${personName(people.get(step.by) ?? step.by, locale)}, ${formatInstant(step.at)}` : "–";
}

/** A reason as far as a line of a small table holds it. */
function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89).trimEnd()}…` : text;
}
