import { ActionForm } from "@/components/ui/action-form";
import type { FieldSpec } from "@/components/ui/form-field";
import { decideActivityAction, withdrawActivityAction } from "@/lib/campaigns/activities/actions";
import type { ActivityState, ShownActivity } from "@/lib/campaigns/activities/types";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { activityText } from "@/lib/i18n/activities";
import { ACTIVITY_LABELS } from "@/lib/i18n/campaigns";
import { paths } from "@/lib/paths";

const looks: Readonly<Record<ActivityState, string>> = {
  REPORTED: "chip chip-pace",
  VERIFIED: "chip chip-met",
  REJECTED: "chip chip-miss",
  WITHDRAWN: "chip",
};
const shapes: Readonly<Record<ActivityState, string>> = {
  REPORTED: "●",
  VERIFIED: "▲",
  REJECTED: "▼",
  WITHDRAWN: "–",
};

type Props = { activity: ShownActivity; locale: Locale };

/** One report: what, where, when, for whom, with its files, what it may be a double of, and what may be done with it. */
export function ActivityCard({ activity, locale }: Props) {
  const t = activityText[locale];
  const { label, unit } = ACTIVITY_LABELS[activity.kind];
  const { quantity, state, place, happenedOn, beneficiary, partners, description, illustrative } = activity;
  return (
    <li className="grid gap-1 border-line-2 border-b py-3 last:border-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <b>{`${label[locale]}: ${formatCount(quantity, locale)} ${unit[locale]}`}</b>
        <span className={looks[state]}>
          <span aria-hidden="true">{shapes[state]}</span> {t[state]}
        </span>
        {illustrative && <span className="chip">{t.illustrative}</span>}
      </p>
      <p className="text-sm text-ink-2">
        {[activity.agencyName, place, formatDay(happenedOn), beneficiary, partners]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <p className="max-w-3xl break-words">{description}</p>
      {activity.decidedWords && <p className="text-sm text-ink-2">{activity.decidedWords}</p>}
      <Evidence activity={activity} locale={locale} />
      {activity.doubles.map((double) => (
        <p key={double.id} className="text-behind text-sm">
          {`◆ ${t.doubles(double.agencyName, formatDay(double.happenedOn))}: ${t.because[double.because]}`}
          {double.campaign !== activity.campaign && `, ${t.inCampaign(double.campaign)}`}
        </p>
      ))}
      <Decisions activity={activity} locale={locale} />
    </li>
  );
}

function Evidence({ activity, locale }: Props) {
  if (activity.evidence.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label={activityText[locale].evidence}>
      {activity.evidence.map(({ id, name, size }) => (
        <li key={id}>
          <a className="link" href={paths.evidence(activity.campaign, activity.id, id)}>
            {name}
          </a>{" "}
          <span className="text-ink-3">{`${formatCount(Math.ceil(size / 1000), locale)} kB`}</span>
        </li>
      ))}
    </ul>
  );
}

function Decisions({ activity, locale }: Props) {
  const t = activityText[locale];
  const hidden = (name: string, value: string): FieldSpec => ({ name, label: name, type: "hidden", value });
  const key = [
    hidden("agency", activity.agency),
    hidden("happenedOn", activity.happenedOn),
    hidden("activity", activity.id),
  ];
  const decide = (decision: "VERIFIED" | "REJECTED", fields: readonly FieldSpec[]) => (
    <ActionForm
      action={decideActivityAction}
      submit={decision === "VERIFIED" ? t.verify : t.reject}
      done={t.decided}
      locale={locale}
      fields={[...key, hidden("decision", decision), ...fields]}
    />
  );
  return (
    <div className="no-print flex flex-wrap items-end gap-3">
      {activity.mayDecide && decide("VERIFIED", [])}
      {activity.mayDecide && decide("REJECTED", [{ name: "words", label: t.words, isRequired: true }])}
      {activity.mayWithdraw && (
        <ActionForm
          action={withdrawActivityAction}
          submit={t.withdraw}
          done={t.withdrawn}
          locale={locale}
          fields={key}
        />
      )}
    </div>
  );
}
