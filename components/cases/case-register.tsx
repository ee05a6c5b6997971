import { CaseFilter } from "@/components/cases/case-filter";
import { CaseTable } from "@/components/cases/case-table";
import { ListKeys } from "@/components/cases/list-keys";
import { PartySearch } from "@/components/cases/party-search";
import { PageHeader } from "@/components/ui/page-header";
import type { ListState } from "@/lib/cases/list/schema";
import type { CaseList } from "@/lib/cases/list/types";
import { listQuery } from "@/lib/cases/list/view";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { caseListText } from "@/lib/i18n/case-list";
import { paths } from "@/lib/paths";

type RegisterProps = { list: CaseList; state: ListState; locale: Locale };

/** The register of an agency: the question, a page of its cases, and the ways on. */
export function CaseRegister({ list, state, locale }: RegisterProps) {
  const t = caseListText[locale];
  const { agency, name, cases, next } = list;
  const title = t.title(name);
  const query = listQuery(state, agency);
  return (
    <>
      <PageHeader title={title}>
        {cases.some(({ illustrative }) => illustrative) && <span className="chip">{t.illustrative}</span>}
        {list.isOwnOnly && <span>{t.own}</span>}
        <span>{t.shown(formatCount(cases.length, locale), t.orders[state.order], next !== null)}</span>
        {!list.isOwnOnly && (
          <a className="link no-print" href={paths.docket({ agency, children: list.withUnits ? 1 : 0 })}>
            {t.leaders}
          </a>
        )}
        {list.mayEnter && (
          <a className="link no-print" href={paths.caseImports()}>
            {t.import}
          </a>
        )}
        <span>{`${t.amount}, ${t.outstanding.toLowerCase()}: ${t.unit}`}</span>
      </PageHeader>
      <CaseFilter key={JSON.stringify(query)} list={list} state={state} locale={locale} />
      {list.mayFindParties && <PartySearch agency={agency} locale={locale} />}
      {cases.length === 0 ? (
        <Nothing isFiltered={Object.values(query).filter((each) => each).length > 1} locale={locale} />
      ) : (
        <section className="card grid gap-3">
          <ListKeys text={t.keys} />
          <CaseTable
            {...{ label: title, cases, locale }}
            today={list.today}
            names={list.withUnits ? list.names : null}
          />
          <Ways list={list} state={state} locale={locale} />
        </section>
      )}
    </>
  );
}

function Ways({ list, state, locale }: RegisterProps) {
  const t = caseListText[locale];
  const query = listQuery(state, list.agency);
  return (
    <nav aria-label={t.paging} className="no-print flex flex-wrap items-center gap-x-5 gap-y-2">
      {list.next !== null && (
        <a className="button" href={paths.cases({ ...query, after: list.next })}>
          {t.next}
        </a>
      )}
      {state.after !== undefined && (
        <a className="link" href={paths.cases(query)}>
          {t.first}
        </a>
      )}
      <span className="ml-auto flex flex-wrap gap-x-5 gap-y-2 max-md:ml-0">
        <a className="link" href={paths.casesExport({ ...query, format: "csv" })} download>
          {t.exportCsv}
        </a>
        <a className="link" href={paths.casesExport({ ...query, format: "xlsx" })} download>
          {t.exportExcel}
        </a>
      </span>
    </nav>
  );
}

function Nothing({ isFiltered, locale }: { isFiltered: boolean; locale: Locale }) {
  const t = caseListText[locale];
  return (
    <section className="card">
      <p className="font-semibold">{isFiltered ? t.none : t.emptyRegister}</p>
      <p className="text-ink-2">{t.noneHint}</p>
    </section>
  );
}
