import Link from "next/link";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { STATE_LABELS, targetSetText } from "@/lib/i18n/target-sets";
import { paths } from "@/lib/paths";
import type { SetHead } from "@/lib/targets/sets/types";

const chips = { DRAFT: "chip chip-pace", ISSUED: "chip chip-met", REPLACED: "chip" } as const;

/** Versions of target sets with their state, newest first; each leads to its page. */
export function SetList({ sets, locale }: { sets: readonly SetHead[]; locale: Locale }) {
  const t = targetSetText[locale];
  return (
    <section className="card table-frame mb-5" tabIndex={0} aria-label={t.sets}>
      <table className="table">
        <caption className="mb-2 text-left font-semibold">{t.sets}</caption>
        <thead>
          <tr>
            {[t.version, t.state, t.number, t.signedOn, t.signer, t.lines].map((each) => (
              <th scope="col" key={each}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sets.map((set) => (
            <tr key={`${set.year}-${set.version}`}>
              <th scope="row">
                <Link href={paths.targetSet(set.year, { version: set.version })}>
                  {t.title(set.year, set.version)}
                </Link>
              </th>
              <td>
                <span className={chips[set.state]}>{STATE_LABELS[set.state][locale]}</span>
              </td>
              <td>{set.number}</td>
              <td>{set.signedOn && formatDay(set.signedOn)}</td>
              <td>{set.signer}</td>
              <td className="number">{set.lineCount}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sets.length === 0 && <p className="text-ink-2">{t.noSets}</p>}
    </section>
  );
}
