import { ActionForm } from "@/components/ui/action-form";
import type { Locale } from "@/lib/core/locale";
import { targetSetText } from "@/lib/i18n/target-sets";
import { draftTargetSetAction, issueTargetSetAction } from "@/lib/targets/sets/actions";
import type { SetHead, TargetSet } from "@/lib/targets/sets/types";

/** Where a year's draft is begun, signed and issued. */
export function SetDesk({ set, locale }: { set: TargetSet; locale: Locale }) {
  const t = targetSetText[locale];
  const draft = set.versions.find(({ state }) => state === "DRAFT") ?? null;
  return (
    <section className="card mb-5 grid gap-5">
      <details open={draft !== null}>
        <summary className="font-semibold">{t.draft}</summary>
        <div className="mt-4">
          <ActionForm
            action={draftTargetSetAction}
            fields={fieldsOf(set.year, draft, t)}
            submit={t.draft}
            done={t.drafted}
            locale={locale}
          />
        </div>
      </details>
      {draft && (
        <div className="grid gap-2">
          <p className="text-ink-2">{t.issueNote}</p>
          <ActionForm
            action={issueTargetSetAction}
            fields={[{ name: "year", label: t.version, type: "hidden", value: String(set.year) }]}
            submit={t.issue}
            done={t.issued}
            locale={locale}
            isPrimary
          />
        </div>
      )}
    </section>
  );
}

function fieldsOf(year: number, draft: SetHead | null, t: (typeof targetSetText)[Locale]) {
  return [
    { name: "year", label: t.version, type: "hidden", value: String(year) },
    { name: "number", label: t.number, value: draft?.number ?? "" },
    { name: "signedOn", label: t.signedOn, type: "date", value: draft?.signedOn ?? "" },
    { name: "signer", label: t.signer, value: draft?.signer ?? "" },
    { name: "legalBasis", label: t.legalBasis, value: draft?.legalBasis ?? "" },
  ] as const;
}
