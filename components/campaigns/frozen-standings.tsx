import { formatInstant } from "@/components/results/instant";
import { TableFrame } from "@/components/results/table-frame";
import type { Change, Frozen } from "@/lib/campaigns/frozen/types";
import { formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { frozenText } from "@/lib/i18n/frozen";

/** Standings as they were signed, and what later corrections would change. */
export function FrozenStandings({ frozen, locale }: { frozen: Frozen; locale: Locale }) {
  const t = frozenText[locale];
  const { phaseName, by, at, hash, snapshot, changes } = frozen;
  return (
    <section className="card mb-5 grid grid-cols-1 gap-3">
      <div>
        <h2>{t.title(phaseName)}</h2>
        <p className="text-sm text-ink-2">
          {[t.signed(by, formatInstant(at)), t.inputs(snapshot.inputs.length)].join(" · ")}
        </p>
        <p className="break-all text-ink-3 text-sm">{`${t.hash}: ${hash}`}</p>
      </div>
      {changes.length === 0 ? <p>{t.unchanged}</p> : <Changes frozen={frozen} locale={locale} />}
      {snapshot.standings.length === 0 ? (
        <p className="text-ink-2">{t.none}</p>
      ) : (
        <details>
          <summary className="font-semibold">{t.title(phaseName)}</summary>
          <Rows frozen={frozen} locale={locale} />
        </details>
      )}
    </section>
  );
}

function Changes({ frozen, locale }: { frozen: Frozen; locale: Locale }) {
  const t = frozenText[locale];
  const what = ({ line }: Change) =>
    line === null
      ? t.rankOf
      : (frozen.snapshot.lines.find(({ position }) => position === line)?.wording ?? "");
  return (
    <>
      <p className="text-behind">{`◆ ${t.changed(frozen.changes.length)}`}</p>
      <TableFrame label={t.changed(frozen.changes.length)} tall>
        <table className="table">
          <thead>
            <tr>
              {[t.unit, t.what, t.before, t.after].map((each) => (
                <th scope="col" key={each}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {frozen.changes.map((change) => (
              <tr key={`${change.agency} ${change.line}`}>
                <th scope="row" className="font-normal">
                  {change.name}
                </th>
                <td>{what(change)}</td>
                <td>{change.before}</td>
                <td>{change.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  );
}

function Rows({ frozen, locale }: { frozen: Frozen; locale: Locale }) {
  const t = frozenText[locale];
  const lines = frozen.snapshot.lines.filter(({ isCompared }) => isCompared);
  const rate = (numerator: string | null | undefined, denominator: string | null | undefined) =>
    numerator && denominator
      ? formatRate({ numerator: BigInt(numerator), denominator: BigInt(denominator) }, locale)
      : "–";
  return (
    <TableFrame label={t.title(frozen.phaseName)} tall>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="number">
              {t.rank}
            </th>
            <th scope="col">{t.unit}</th>
            <th scope="col" className="number">
              {t.met}
            </th>
            {lines.map(({ position, wording }) => (
              <th scope="col" className="number" key={position}>
                {wording}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {frozen.snapshot.standings.map((row) => (
            <tr key={`${row.agency} ${row.own}`}>
              <td className="number">{row.rank ?? "–"}</td>
              <th scope="row" className="font-normal">
                {row.name}
              </th>
              <td className="number">{`${row.met} / ${row.judged}`}</td>
              {lines.map(({ position }) => (
                <td className="number" key={position}>
                  {rate(row.lines[position]?.numerator, row.lines[position]?.denominator)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
