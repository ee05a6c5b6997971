import { MarkupTable } from "@/components/ui/markup-table";
import { PageHeader } from "@/components/ui/page-header";
import { SaveView } from "@/components/views/save-view";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod } from "@/lib/core/period";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { paths } from "@/lib/paths";
import { measureOfSort } from "@/lib/scoreboard/leaders/view";
import type { ResultsState } from "@/lib/scoreboard/schema";
import { MEASURES, type Scoreboard } from "@/lib/scoreboard/types";
import { finding, formatInstant, nodeName, shortName } from "@/lib/scoreboard/view";
import { leadersMarkup, linkState } from "./leaders-table";
import { MeasureCard } from "./measure-card";
import { ResultsForm } from "./results-form";

type ResultsProps = { board: Scoreboard; state: ResultsState; locale: Locale };

/** The leaders' page: the finding, how complete it is, both measures, and everybody under the agency. */
export function Results({ board, state, locale }: ResultsProps) {
  const t = scoreboardText[locale];
  const { root } = board;
  const hasFigures = root.coverage.reported > 0;
  return (
    <>
      <Facts board={board} state={state} locale={locale} />
      <ResultsForm board={board} state={state} locale={locale} />
      <div className="mb-5">
        <SaveView path={paths.results(linkState(board, state))} locale={locale} />
      </div>
      {!hasFigures && (
        <p className="card mb-5">
          {t.empty}{" "}
          <a className="link" href={paths.results({ agency: root.agency, asOf: state.asOf })}>
            {t.newest}
          </a>
        </p>
      )}
      {hasFigures && (
        <div className="mb-6 grid gap-4 lg:grid-cols-2">
          {MEASURES.map((measure) => (
            <MeasureCard key={measure} board={board} measure={measure} locale={locale} />
          ))}
        </div>
      )}
      {board.children.length > 0 && <Leaders board={board} state={state} locale={locale} />}
      <p className="mt-4 text-sm text-ink-2">{t.source}</p>
    </>
  );
}

function Facts({ board, state, locale }: ResultsProps) {
  const t = scoreboardText[locale];
  const { root, period, superiors } = board;
  const { reported, expected } = root.coverage;
  return (
    <>
      {superiors.length > 0 && (
        <nav aria-label={t.path} className="mb-2 flex flex-wrap gap-x-2 text-sm">
          {superiors.map(({ agency, name }) => (
            <span key={agency}>
              <a className="link" href={paths.results({ ...period, agency })}>
                {agency === "tc" || agency === "cql" ? t.nation : shortName(name)}
              </a>{" "}
              ›
            </span>
          ))}
          <span className="text-ink-2">{nodeName(root, locale)}</span>
        </nav>
      )}
      <PageHeader title={finding(board, locale)}>
        <span>{formatPeriod(period, locale)}</span>
        <span>{t.coverage(formatCount(reported, locale), formatCount(expected, locale))}</span>
        {root.asOf && <span>{t.asOf(formatInstant(root.asOf))}</span>}
        {reported > 0 && reported < expected && (
          <span className="chip chip-behind">
            ◆ {t.missingUnits(formatCount(expected - reported, locale))}
          </span>
        )}
        {root.illustrative && <span className="chip">{t.illustrative}</span>}
        {root.adjusted && <span className="chip">{t.adjusted}</span>}
        {board.knownAt && (
          <span className="chip chip-behind">
            ◷ {t.asKnown(formatInstant(board.knownAt))}{" "}
            <a
              className="link no-print"
              href={paths.results({ ...linkState(board, state), asOf: undefined })}
            >
              {t.asKnownNow}
            </a>
          </span>
        )}
        {board.includeSubmitted && <span className="chip">{t.withSubmitted}</span>}
      </PageHeader>
    </>
  );
}

function Leaders({ board, state, locale }: ResultsProps) {
  const t = scoreboardText[locale];
  const isNation = board.root.kind === "GENERAL_DEPARTMENT";
  const title = isNation ? t.tableTitle.provinces : t.tableTitle.districts;
  const table = leadersMarkup(board, state, locale);
  const query = new URLSearchParams(
    Object.entries(linkState(board, state)).flatMap(([key, value]) => (value ? [[key, String(value)]] : [])),
  );
  return (
    <section className="card grid gap-3 !p-0 !py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-4">
        <h2>{title}</h2>
        <p className="no-print flex gap-4">
          <a className="link" href={`/api/exports/leaders?${query}&format=xlsx`}>
            {t.exportXlsx}
          </a>
          <a className="link" href={`/api/exports/leaders?${query}&format=csv`}>
            {t.exportCsv}
          </a>
        </p>
        <p className="basis-full text-sm text-ink-2">{t.rankBy[measureOfSort(state.sort)]}</p>
      </div>
      {table ? (
        <MarkupTable label={title} table={table} />
      ) : (
        <p className="px-4">
          {t.noMatch}{" "}
          <a
            className="link"
            href={paths.results({ ...linkState(board, state), q: undefined, verdict: undefined })}
          >
            {t.clear}
          </a>
        </p>
      )}
    </section>
  );
}
