import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod, periodKey } from "@/lib/core/period";
import { returnReasonText } from "@/lib/form/reasons";
import { workText } from "@/lib/i18n/work";
import { paths } from "@/lib/paths";
import type { WorkItem, WorkKind } from "@/lib/results/work/types";

const order: readonly WorkKind[] = [
  "returned",
  "summaryReturned",
  "late",
  "due",
  "waiting",
  "draft",
  "summary",
];
const looks: Record<WorkKind, { shape: string; tone: string }> = {
  returned: { shape: "▼", tone: "chip-miss" },
  summaryReturned: { shape: "▼", tone: "chip-miss" },
  late: { shape: "▼", tone: "chip-miss" },
  due: { shape: "◆", tone: "chip-behind" },
  waiting: { shape: "●", tone: "chip-pace" },
  draft: { shape: "○", tone: "" },
  summary: { shape: "●", tone: "chip-pace" },
};

/** What the reader owes, in groups; each line is one click from doing it. */
export function WorkList({ work, locale }: { work: readonly WorkItem[]; locale: Locale }) {
  const t = workText[locale];
  const late = work.filter(({ kind, daysLate }) => kind === "late" || daysLate > 0).length;
  return (
    <>
      <PageHeader title={t.finding(work.length, late)} />
      {work.length === 0 && <NothingToDo locale={locale} />}
      <div className="grid max-w-4xl gap-5">
        {order.map((kind) => (
          <WorkGroup
            key={kind}
            kind={kind}
            work={work.filter((each) => each.kind === kind)}
            locale={locale}
          />
        ))}
      </div>
    </>
  );
}

function NothingToDo({ locale }: { locale: Locale }) {
  const t = workText[locale];
  return (
    <section className="card grid max-w-3xl gap-3">
      <p>{t.empty}</p>
      <p className="flex flex-wrap gap-5">
        <a className="link" href={paths.results()}>
          {t.emptyLinks.results}
        </a>
        <a className="link" href={paths.completeness()}>
          {t.emptyLinks.completeness}
        </a>
      </p>
    </section>
  );
}

type GroupProps = { kind: WorkKind; work: readonly WorkItem[]; locale: Locale };

function WorkGroup({ kind, work, locale }: GroupProps) {
  const t = workText[locale];
  if (work.length === 0) return null;
  return (
    <section className="card" aria-labelledby={`work-${kind}`}>
      <h2 id={`work-${kind}`} className="flex items-center gap-2">
        {t.group[kind]} <span className="chip">{work.length}</span>
      </h2>
      <ul className="mt-1 grid">
        {work.map((each) => (
          <li
            key={`${each.agency}:${periodKey(each.period)}`}
            className="border-b border-line-2 last:border-0"
          >
            <a
              className="group flex min-h-11 flex-wrap items-center gap-x-4 gap-y-1 py-2 no-underline"
              href={pathOf(each)}
            >
              <span className="min-w-0 grow">
                <span className="link font-semibold">{`${t.action[kind]}: ${formatPeriod(each.period, locale)}`}</span>
                <span className="block text-sm text-ink-2">{each.name}</span>
                {each.returned && (
                  <span className="block text-sm text-miss">{returnReasonText(each.returned, locale)}</span>
                )}
              </span>
              <Deadline item={each} locale={locale} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Deadline({ item, locale }: { item: WorkItem; locale: Locale }) {
  const t = workText[locale];
  const { shape, tone } = looks[item.kind];
  const due = item.deadline === null ? "" : t.dueOn(formatDay(item.deadline));
  const text = item.daysLate > 0 ? t.daysLate(item.daysLate) : due;
  if (text === "") return null;
  return (
    <span className={`chip ${tone}`}>
      <span aria-hidden="true">{shape}</span> {text}
    </span>
  );
}

function pathOf({ kind, agency, period }: WorkItem): string {
  if (kind === "waiting") return paths.review(agency, period.year, period.month);
  if (kind === "summary" || kind === "summaryReturned")
    return paths.summary(agency, period.year, period.month);
  return paths.entry(agency, period.year, period.month);
}
