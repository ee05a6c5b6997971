import { TableFrame } from "@/components/results/table-frame";
import type { Locale } from "@/lib/core/locale";
import type { ColumnDefinition } from "@/lib/form/columns";
import type { FormVersion } from "@/lib/form/version";
import { entryText } from "@/lib/i18n/entry";

/** Columns that belong together, such as those of việc. Without `heads` the title itself heads one column. */
export type FigureGroup = {
  title: string;
  heads?: readonly string[];
  /** One text for each head. */
  cells: (row: ColumnDefinition) => readonly string[];
  /** Cells from here on only accompany the first ones. */
  quietFrom?: number;
  foot?: string;
};

type TableProps = {
  label: string;
  version: FormVersion;
  groups: readonly FigureGroup[];
  /** Names the last row, which holds each group's `foot`. */
  foot?: string;
  locale: Locale;
};

/** The printed rows of the form with figures to read. */
export function FigureTable({ label, version, groups, foot, locale }: TableProps) {
  return (
    <TableFrame label={label}>
      <table className="table">
        <TableHead groups={groups} locale={locale} />
        <tbody>
          {version.columns.map((row) => (
            <tr key={row.column} className={row.kind === "derived" ? "bg-line-2 font-semibold" : "bg-card"}>
              <td className="text-sm text-ink-2 max-md:px-1.5!">{row.number}</td>
              <th
                scope="row"
                className={`sticky left-0 min-w-36 border-line-2! bg-inherit text-ink! max-md:px-1.5! ${row.kind === "derived" ? "" : "font-normal!"} ${row.level === 1 ? "md:pl-6!" : ""}`}
              >
                {row.label[locale]}
              </th>
              {groups.map((group) => (
                <GroupCells key={group.title} group={group} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot !== undefined && (
          <tfoot>
            <tr className="font-semibold">
              <td />
              <th scope="row" className="text-ink!">
                {foot}
              </th>
              {groups.map((group) => (
                <td key={group.title} className="number" colSpan={group.heads?.length ?? 1}>
                  {group.foot ?? "–"}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </TableFrame>
  );
}

function TableHead({ groups, locale }: Pick<TableProps, "groups" | "locale">) {
  const t = entryText[locale];
  const isGrouped = groups.some(({ heads }) => heads !== undefined);
  const names = (
    <>
      <th scope="col">{t.number}</th>
      <th scope="col">{t.content}</th>
    </>
  );
  if (!isGrouped) {
    return (
      <thead>
        <tr>
          {names}
          {groups.map(({ title }) => (
            <th key={title} scope="col" className="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
    );
  }
  return (
    <thead>
      <tr>
        <td colSpan={2} />
        {groups.map(({ title, heads }) => (
          <th key={title} scope="colgroup" colSpan={heads?.length ?? 1} className="text-center!">
            {title}
          </th>
        ))}
      </tr>
      <tr className="align-bottom text-sm">
        {names}
        {groups.flatMap(({ title, heads = [] }) =>
          heads.map((head) => (
            <th key={`${title}:${head}`} scope="col" className="text-right!">
              {head}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

function GroupCells({ group, row }: { group: FigureGroup; row: ColumnDefinition }) {
  const { cells, heads = [group.title], quietFrom = heads.length } = group;
  const texts = cells(row);
  return heads.map((head, at) => (
    <td
      key={head}
      className={`number max-md:px-1.5! ${at >= quietFrom ? "text-sm font-normal text-ink-2" : ""}`}
    >
      {texts[at] ?? "–"}
    </td>
  ));
}
