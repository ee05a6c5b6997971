import { CaseTable } from "@/components/cases/case-table";
import { ListKeys } from "@/components/cases/list-keys";
import { PageHeader } from "@/components/ui/page-header";
import type { CellState } from "@/lib/cases/list/schema";
import type { CellList } from "@/lib/cases/list/types";
import { formatCount, formatThousands } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod } from "@/lib/core/period";
import { SLICE_LABELS } from "@/lib/form/labels";
import { formVersionFor } from "@/lib/form/version";
import { caseListText } from "@/lib/i18n/case-list";
import { paths } from "@/lib/paths";

type CellProps = { list: CellList; cell: CellState; locale: Locale };

/** The cases behind one cell of the form, the largest first, with what each adds to it. */
export function CellRegister({ list, cell, locale }: CellProps) {
  const t = caseListText[locale];
  const { agency, name, lines, today } = list;
  const row = formVersionFor(cell).columns.find(({ column }) => column === cell.column);
  const half = cell.slice === "total" ? "" : ` (${SLICE_LABELS[cell.slice][locale]})`;
  const title = t.cellTitle(`${row?.number ?? ""}. ${row?.label[locale] ?? cell.column}`, half);
  const added = new Map(lines.map((line) => [line.case.id, line]));
  const sum = (measure: "cases" | "money") => lines.reduce((total, line) => total + line[measure], 0n);
  return (
    <>
      <PageHeader title={title}>
        <span>{t.cellLead(name, formatPeriod(cell, locale))}</span>
        {lines.some((line) => line.case.illustrative) && <span className="chip">{t.illustrative}</span>}
      </PageHeader>
      {lines.length === 0 ? (
        <p className="card">{t.cellNone}</p>
      ) : (
        <section className="card grid gap-3">
          <ListKeys text={t.keys} />
          <p>
            {`${t.total}: ${formatCount(sum("cases"), locale)} · ${formatThousands(sum("money"), locale)} ${t.unit}`}
          </p>
          {lines.length >= 500 && <p className="text-ink-2">{t.cellMost(formatCount(500, locale))}</p>}
          <CaseTable
            {...{ label: title, today, locale }}
            cases={lines.map((line) => line.case)}
            names={null}
            extras={[
              {
                key: "cases",
                head: t.cellCases,
                cell: ({ id }) => formatCount(added.get(id)?.cases ?? 0n, locale),
              },
              {
                key: "money",
                head: t.cellMoney,
                cell: ({ id }) => formatThousands(added.get(id)?.money ?? 0n, locale),
              },
            ]}
          />
        </section>
      )}
      <p className="no-print mt-4 flex flex-wrap gap-x-5 gap-y-2">
        <a className="link" href={paths.cases({ agency })}>
          {t.backToRegister}
        </a>
        <a className="link" href={paths.reconciliation(agency, cell.year, cell.month)}>
          {t.toReconciliation}
        </a>
      </p>
    </>
  );
}
