import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { Locale } from "@/lib/core/locale";
import { METHOD_LABELS, targetSetText } from "@/lib/i18n/target-sets";
import { findIndicator } from "@/lib/indicators/rules";
import { cascadeTargetsAction } from "@/lib/targets/sets/actions";
import type { CascadeInput } from "@/lib/targets/sets/schema";
import type { SetCheck } from "@/lib/targets/sets/types";
import { CascadeCheck } from "./cascade-check";

type Props = { year: number; asked: CascadeInput | null; proposal: SetCheck | null; locale: Locale };

/** What handing a target down in some way would ask of everybody, before anything is written. */
export function CascadePreview({ year, asked, proposal, locale }: Props) {
  const t = targetSetText[locale];
  const { parent = "tc", indicator = "R_C", method = "points" } = asked ?? {};
  const fields = Object.entries({ year: String(year), parent, indicator, method }).map(([name, value]) => ({
    ...{ name, value, label: name },
    type: "hidden" as const,
  }));
  return (
    <section className="card mb-5" id="giao-xuong">
      <h2 className="mb-3 font-semibold">{t.preview}</h2>
      <form className="mb-4 flex flex-wrap items-end gap-3" action="#giao-xuong">
        <Field id="parent" label={t.parent}>
          <input className="field" id="parent" name="parent" defaultValue={parent} required />
        </Field>
        <Field id="indicator" label={t.indicator}>
          <select className="field" id="indicator" name="indicator" defaultValue={indicator}>
            {(["R_C", "R_M"] as const).map((code) => (
              <option key={code} value={code}>
                {findIndicator(code)?.name[locale]}
              </option>
            ))}
          </select>
        </Field>
        <Field id="method" label={t.method}>
          <select className="field" id="method" name="method" defaultValue={method}>
            {Object.entries(METHOD_LABELS).map(([value, label]) => (
              <option key={value} value={value}>
                {label[locale]}
              </option>
            ))}
          </select>
        </Field>
        <button type="submit" className="button">
          {t.show}
        </button>
      </form>
      {asked && !proposal && <p className="text-ink-2">{t.noProposal}</p>}
      {proposal && <CascadeCheck check={proposal} locale={locale} />}
      {proposal && (
        <ActionForm
          action={cascadeTargetsAction}
          fields={fields}
          submit={t.apply}
          done={t.applied}
          locale={locale}
        />
      )}
    </section>
  );
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  );
}
