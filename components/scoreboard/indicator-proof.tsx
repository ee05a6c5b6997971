import { type Markup, markup } from "@/components/ui/markup";
import { MarkupTable } from "@/components/ui/markup-table";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/core/day";
import { formatCount, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod } from "@/lib/core/period";
import { proofText } from "@/lib/i18n/proof";
import { standingsText } from "@/lib/i18n/standings";
import { findIndicator } from "@/lib/indicators/rules";
import { paths } from "@/lib/paths";
import { isProven, recompute } from "@/lib/proofs/rules";
import type { NamedProof, ProofInput, Shown, Step } from "@/lib/proofs/types";
import { columnLabel, formulaInNumbers } from "@/lib/proofs/view";
import { personName } from "@/lib/results/people/view";
import { formatInstant, shortName } from "@/lib/scoreboard/view";

type IndicatorProofProps = { named: NamedProof; locale: Locale };

/** The proof of an indicator other than the headline rates: computed again from every cell, and those cells. */
export function IndicatorProof({ named, locale }: IndicatorProofProps) {
  const { proof, agencies } = named;
  const [t, p] = [standingsText[locale].proof, proofText[locale]];
  const name = findIndicator(proof.indicator)?.name[locale] ?? proof.indicator;
  const { version, validFrom, source } = proof.definition;
  const again = recompute(proof);
  const holds = isProven(proof);
  const units = new Set(proof.inputs.map(({ agency }) => agency)).size;
  return (
    <>
      <PageHeader title={t.title(name, shortName(agencies.get(proof.agency) ?? proof.agency))}>
        <span>{formatPeriod(proof.period, locale)}</span>
        <span className={holds ? "chip chip-met" : "chip chip-miss"}>
          {holds ? `✔ ${p.same}` : `✘ ${p.differs}`}
        </span>
      </PageHeader>
      <p className="no-print mb-4">
        <a className="link" href={paths.indicators({ agency: proof.agency, ...proof.period })}>
          {t.back}
        </a>
      </p>
      <section className="card mb-4 grid gap-2" aria-labelledby="formula">
        <h2 id="formula">{t.formula}</h2>
        <p>{again ? figureText(again, locale) : t.missing}</p>
        <p className="break-words">{formulaInNumbers(proof)}</p>
        <p className="text-sm text-ink-2">
          {t.definition(proof.indicator, version, formatDay(validFrom))}. {t.source}: {source}
        </p>
        <p className="break-all text-sm text-ink-2">
          {p.hash}: <code>{proof.hash}</code>
        </p>
      </section>
      {units > 0 && (
        <section className="card grid gap-2">
          <h2>{t.inputs}</h2>
          <p className="text-sm text-ink-2">{t.inputsOf(formatCount(units, locale))}</p>
          <MarkupTable label={t.inputs} table={inputsTable(named, locale)} />
        </section>
      )}
    </>
  );
}

function figureText({ numerator, denominator }: Shown, locale: Locale): string {
  if (denominator === null) return formatCount(numerator, locale);
  const rate = formatRate({ numerator, denominator }, locale);
  return `${formatCount(numerator, locale)} / ${formatCount(denominator, locale)} = ${rate}`;
}

/** One row for each unit, one column for each cell of the formula, and who did it when. */
function inputsTable({ proof, agencies, people }: NamedProof, locale: Locale): Markup {
  const t = standingsText[locale].proof;
  const columns = [...new Set(proof.inputs.map(({ column }) => column))];
  const byAgency = new Map<string, ProofInput[]>();
  for (const input of proof.inputs) {
    byAgency.set(input.agency, [...(byAgency.get(input.agency) ?? []), input]);
  }
  const step = (done: Step | null | undefined) =>
    done
      ? markup`<td class="min-w-36 text-sm">${personName(people.get(done.by) ?? done.by, locale)}<span class="block text-ink-2">${formatInstant(done.at)}</span></td>`
      : markup`<td>–</td>`;
  const rows = [...byAgency].map(([agency, inputs]) => {
    const [first] = inputs;
    const cells = columns.map((column) => {
      const value = inputs.find((input) => input.column === column)?.value;
      return markup`<td class="number">${value === undefined ? "–" : formatCount(value, locale)}</td>`;
    });
    return markup`<tr><th scope="row" class="min-w-48 !font-normal">${shortName(agencies.get(agency) ?? agency)}</th>${cells}<td class="number">${first?.revision ?? "–"}</td>${step(first?.entered)}${step(first?.submitted)}${step(first?.approved)}</tr>`;
  });
  const sums = columns.map((column) => {
    const sum = proof.inputs.reduce(
      (total, input) => total + (input.column === column ? input.value : 0n),
      0n,
    );
    return markup`<td class="number font-semibold">${formatCount(sum, locale)}</td>`;
  });
  const heads = columns.map(
    (column) => markup`<th scope="col" class="number">${columnLabel(column, proof.period, locale)}</th>`,
  );
  const steps = [t.entered, t.submitted, t.approved].map((word) => markup`<th scope="col">${word}</th>`);
  return markup`<table class="table"><thead><tr><th scope="col">${t.agency}</th>${heads}<th scope="col" class="number">${t.revision}</th>${steps}</tr></thead><tbody>${rows}</tbody><tfoot><tr><th scope="row">${t.total}</th>${sums}<td colspan="4"></td></tr></tfoot></table>`;
}
