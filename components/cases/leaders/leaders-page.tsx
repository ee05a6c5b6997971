import { CaseTable } from "@/components/cases/case-table";
import { Choice } from "@/components/cases/filter-fields";
import { ChangesCard } from "@/components/cases/leaders/changes-card";
import { AgesTable, CategoriesTable, LoadTable } from "@/components/cases/leaders/docket-tables";
import { ListKeys } from "@/components/cases/list-keys";
import { PageHeader } from "@/components/ui/page-header";
import { sumOf } from "@/lib/cases/leaders/rules";
import type { LeadersDocket } from "@/lib/cases/leaders/types";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatMoneyWords } from "@/lib/core/money";
import { caseLeadersText } from "@/lib/i18n/case-leaders";
import { caseListText } from "@/lib/i18n/case-list";
import { paths } from "@/lib/paths";

type PageProps = { found: LeadersDocket; locale: Locale };

/** What leaders look at in a register, each a table with its way into the cases. */
export function LeadersPage({ found, locale }: PageProps) {
  const t = caseLeadersText[locale];
  const { agency, biggest, oldest, docket } = found;
  const units = found.withUnits ? "1" : "0";
  return (
    <>
      <PageHeader title={titleOf(found, locale)}>
        <strong className="text-ink">{found.name}</strong>
        <span>{t.asOf(formatDay(found.today))}</span>
        {biggest.some(({ illustrative }) => illustrative) && <span className="chip">{t.illustrative}</span>}
        <a className="link no-print" href={paths.cases({ agency })}>
          {t.register}
        </a>
      </PageHeader>
      <PlaceForm found={found} locale={locale} />
      {docket.groups.length > 0 && (
        <div className="grid grid-cols-1 gap-5">
          <ListKeys text={caseListText[locale].keys} />
          <Lines title={t.biggest} order="amount" cases={biggest} {...{ found, units, locale }} />
          <Lines title={t.oldest} order="oldest" cases={oldest} {...{ found, units, locale }} />
          <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-2">
            <AgesTable docket={docket} locale={locale} />
            <CategoriesTable docket={docket} units={units} locale={locale} />
          </div>
          <ChangesCard found={found} locale={locale} />
          <LoadTable docket={docket} units={units} locale={locale} />
        </div>
      )}
    </>
  );
}

function titleOf({ docket }: LeadersDocket, locale: Locale): string {
  const t = caseLeadersText[locale];
  const { cases, outstanding } = sumOf(docket.groups);
  if (cases === 0) return t.titleEmpty;
  const old = docket.ages.reduce((sum, age) => sum + (age.years >= 3 ? age.cases : 0), 0);
  const rounded = (outstanding / 1_000_000n) * 1_000_000n;
  return t.title(
    formatCount(cases, locale),
    formatMoneyWords(rounded === 0n ? outstanding : rounded),
    formatCount(old, locale),
  );
}

type LinesProps = {
  title: string;
  order: "amount" | "oldest";
  cases: LeadersDocket["biggest"];
  found: LeadersDocket;
  units: "0" | "1";
  locale: Locale;
};

function Lines({ title, order, cases, found, units, locale }: LinesProps) {
  const t = caseLeadersText[locale];
  const names = found.withUnits ? found.names : null;
  return (
    <section className="card grid gap-2">
      <h2>{title}</h2>
      <CaseTable label={title} cases={cases} today={found.today} names={names} locale={locale} />
      <p className="no-print">
        <a className="link" href={paths.cases({ agency: found.agency, children: units, order })}>
          {t.all}
        </a>
      </p>
    </section>
  );
}

const years = Array.from({ length: 18 }, (_, at) => 2027 - at);
const indent = ["", "\u2003", "\u2003\u2003"] as const;

function PlaceForm({ found, locale }: PageProps) {
  const t = caseLeadersText[locale];
  const { agency, choices, year, withUnits } = found;
  return (
    <form action={paths.docket()} className="card no-print mb-4 flex flex-wrap items-end gap-4">
      <Choice
        name="agency"
        label={t.agency}
        value={agency}
        options={choices.map(({ code, name, level }) => [code, `${indent[level]}${name}`])}
      />
      {found.hasUnits && (
        <Choice
          name="children"
          label={t.units}
          value={withUnits ? "1" : "0"}
          options={[
            ["1", t.withUnits],
            ["0", t.ownCases],
          ]}
        />
      )}
      <Choice name="year" label={t.year} value={year} options={years.map((each) => [each, String(each)])} />
      <button type="submit" className="button button-primary">
        {t.show}
      </button>
    </form>
  );
}
