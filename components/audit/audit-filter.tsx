import type { AuditFilter } from "@/lib/audit/schema";
import type { Locale } from "@/lib/core/locale";
import { auditText } from "@/lib/i18n/audit";
import { paths } from "@/lib/paths";

type AuditFilterFormProps = { filter: AuditFilter; chains: readonly string[]; locale: Locale };

/** The question as a plain GET form: its address can be kept and sent. */
export function AuditFilterForm({ filter, chains, locale }: AuditFilterFormProps) {
  const t = auditText[locale];
  return (
    <form action={paths.audit()} className="card no-print mb-4 flex flex-wrap items-end gap-3">
      <div className="w-48">
        <label className="label" htmlFor="chain">
          {t.chain}
        </label>
        <input
          id="chain"
          name="chain"
          list="chains"
          className="field"
          defaultValue={filter.chain}
          placeholder={t.allChains}
        />
        <datalist id="chains">
          {chains.map((chain) => (
            <option key={chain} value={chain} />
          ))}
        </datalist>
      </div>
      <TextField name="subject" label={t.subject} value={filter.subject} />
      <TextField name="actor" label={t.actor} value={filter.actor} />
      <TextField name="from" label={t.from} value={filter.from} type="date" />
      <TextField name="to" label={t.to} value={filter.to} type="date" />
      <button type="submit" className="button button-primary">
        {t.filter}
      </button>
      <button type="submit" name="verify" value="1" className="button">
        {t.verify}
      </button>
    </form>
  );
}

type TextFieldProps = { name: string; label: string; value: string | undefined; type?: "text" | "date" };

function TextField({ name, label, value, type = "text" }: TextFieldProps) {
  return (
    <div className="w-44">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <input id={name} name={name} type={type} className="field" defaultValue={value} maxLength={200} />
    </div>
  );
}
