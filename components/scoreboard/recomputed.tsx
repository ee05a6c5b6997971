import { formatCount, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { proofText } from "@/lib/i18n/proof";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { isProven, recompute } from "@/lib/proofs/rules";
import type { StatedProof } from "@/lib/proofs/types";
import { formulaInNumbers } from "@/lib/proofs/view";

/** Both figures computed again from the typed cells, beside what the boards show. */
export function Recomputed({ proofs, locale }: { proofs: readonly StatedProof[]; locale: Locale }) {
  const p = proofText[locale];
  const t = scoreboardText[locale];
  return (
    <section className="card mb-4 grid gap-3" aria-labelledby="recomputed">
      <h2 id="recomputed">{p.recomputed}</h2>
      {proofs.map((proof) => {
        const again = recompute(proof);
        const measure = proof.indicator === "R_M" ? "money" : "cases";
        const holds = isProven(proof);
        return (
          <div key={proof.indicator} className="grid gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className={holds ? "chip chip-met" : "chip chip-miss"}>
                {holds ? `✔ ${p.same}` : `✘ ${p.differs}`}
              </span>
              <span className="text-ink-2">{t.measure[measure]}</span>
              {again && again.denominator !== null && (
                <span className="font-semibold tabular-nums">
                  {formatCount(again.numerator, locale)} / {formatCount(again.denominator, locale)} ={" "}
                  {formatRate({ ...again, denominator: again.denominator }, locale)}
                </span>
              )}
              <span className="text-sm text-ink-2">
                {p.fromCells(formatCount(proof.inputs.length, locale))}
              </span>
            </p>
            <p className="text-sm text-ink-2">
              {p.definition(proof.indicator, proof.definition.version)}: {p.columns} {formulaInNumbers(proof)}
            </p>
            <p className="break-all text-sm text-ink-2">
              {p.hash}: <code>{proof.hash}</code>
            </p>
          </div>
        );
      })}
    </section>
  );
}
