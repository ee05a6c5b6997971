import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { STATE_LABELS, targetSetText } from "@/lib/i18n/target-sets";
import type { CascadeInput } from "@/lib/targets/sets/schema";
import type { SetCheck, TargetSet } from "@/lib/targets/sets/types";
import { CascadeCheck } from "./cascade-check";
import { CascadePreview } from "./cascade-preview";
import { SetDesk } from "./set-desk";
import { SetLines } from "./set-lines";
import { SetList } from "./set-list";

type Props = {
  set: TargetSet;
  isAssigning: boolean;
  asked: CascadeInput | null;
  proposal: SetCheck | null;
  locale: Locale;
};

/** One version of a year's set: its head and lines, and for those who assign the checks, the cascade and the desk. */
export function SetPage({ set, isAssigning, asked, proposal, locale }: Props) {
  const t = targetSetText[locale];
  return (
    <>
      <PageHeader title={t.title(set.year, set.version)}>
        <span className="chip">{STATE_LABELS[set.state][locale]}</span>
        {set.number && <span>{set.number}</span>}
        {set.signedOn && <span>{`${t.signedOn}: ${formatDay(set.signedOn)}`}</span>}
        {set.signer && <span>{set.signer}</span>}
        {set.legalBasis && <span>{`${t.legalBasis}: ${set.legalBasis}`}</span>}
      </PageHeader>
      {isAssigning && <Checks set={set} locale={locale} />}
      {isAssigning && <CascadePreview year={set.year} asked={asked} proposal={proposal} locale={locale} />}
      {isAssigning && <SetDesk set={set} locale={locale} />}
      <SetLines set={set} locale={locale} />
      <SetList sets={set.versions} locale={locale} />
    </>
  );
}

function Checks({ set, locale }: { set: TargetSet; locale: Locale }) {
  const t = targetSetText[locale];
  return (
    <section className="mb-5">
      <h2 className="mb-1 font-semibold">{t.check}</h2>
      <p className="mb-3 text-sm text-ink-2">
        {t.checkNote} {set.basis ? t.basis(set.basis.month, set.basis.year) : t.noBasis}
      </p>
      {set.check.length === 0 && <p>{t.noCheck}</p>}
      {set.check.map((check) => (
        <CascadeCheck key={`${check.parent} ${check.indicator}`} check={check} locale={locale} />
      ))}
    </section>
  );
}
