import { TableFrame } from "@/components/results/table-frame";
import { ActionForm } from "@/components/ui/action-form";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { endSeatAction, seatMemberAction } from "@/lib/councils/actions";
import { type Council, SEAT_ROLES, type Seat } from "@/lib/councils/types";
import { councilText } from "@/lib/i18n/councils";
import { shellText } from "@/lib/i18n/shell";
import { paths } from "@/lib/paths";

type Props = { council: Council; locale: Locale };

/** One council with its seats, past ones too, and what the reader may do with it. */
export function CouncilCard({ council, locale }: Props) {
  const t = councilText[locale];
  const current = council.seats.filter(({ validUntil }) => validUntil === null);
  const substitutes = current.filter(({ role }) => role === "SUBSTITUTE").length;
  return (
    <section className="card grid gap-3">
      <header className="grid gap-1">
        <h2>{council.name}</h2>
        <p className="flex flex-wrap gap-x-4 text-ink-2">
          <span>{t.level[council.level]}</span>
          <span>{council.agencyName}</span>
          <span>{council.decision}</span>
          <span>{t.size(current.length - substitutes, substitutes)}</span>
          {council.illustrative && <span className="chip">{shellText[locale].illustrative}</span>}
        </p>
      </header>
      <TableFrame label={council.name}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.member}</th>
              <th scope="col">{t.position}</th>
              <th scope="col">{t.term}</th>
              {council.mayManage && <td />}
            </tr>
          </thead>
          <tbody>
            {council.seats.map((seat) => (
              <SeatRow key={seat.id} seat={seat} council={council} locale={locale} />
            ))}
          </tbody>
        </table>
      </TableFrame>
      {council.runs && (
        <a className="button button-primary justify-self-start" href={paths.prepareBallot(council.id)}>
          {t.prepare}
        </a>
      )}
      {council.mayManage && (
        <details>
          <summary>{t.seat}</summary>
          <div className="mt-3">
            <ActionForm
              action={seatMemberAction}
              fields={[
                ...hidden(council),
                { name: "login", label: t.login, isRequired: true },
                {
                  ...{ name: "role", label: t.position, type: "select" },
                  options: SEAT_ROLES.map((value) => ({ value, label: t.role[value] })),
                },
                { name: "validFrom", label: t.from, type: "date" },
              ]}
              submit={t.seat}
              done={t.seated}
              locale={locale}
            />
          </div>
        </details>
      )}
    </section>
  );
}

const hidden = ({ id, agency }: Council) =>
  [
    { name: "agency", label: "", type: "hidden", value: agency },
    { name: "council", label: "", type: "hidden", value: id },
  ] as const;

function SeatRow({ seat, council, locale }: Props & { seat: Seat }) {
  const t = councilText[locale];
  const { id, name, login, role, validFrom, validUntil } = seat;
  return (
    <tr>
      <th scope="row">
        {name} <span className="font-normal text-ink-3">{login}</span>
      </th>
      <td>{t.role[role]}</td>
      <td>
        {formatDay(validFrom)} {validUntil && `${t.until} ${formatDay(validUntil)}`}
      </td>
      {council.mayManage && (
        <td className="whitespace-nowrap">
          {validUntil === null && (
            <ActionForm
              action={endSeatAction}
              fields={[...hidden(council), { name: "seat", label: "", type: "hidden", value: id }]}
              submit={t.end}
              done={t.ended}
              locale={locale}
            />
          )}
        </td>
      )}
    </tr>
  );
}
