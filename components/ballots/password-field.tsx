import type { Locale } from "@/lib/core/locale";
import { ballotDeskText } from "@/lib/i18n/ballot-desk";

type Props = { value: string; set: (value: string) => void; locale: Locale };

/** One's own password again, for steps that cannot be taken back. */
export function PasswordField({ value, set, locale }: Props) {
  return (
    <label>
      <span className="label">{ballotDeskText[locale].password}</span>
      <input
        className="field"
        type="password"
        required
        autoComplete="current-password"
        value={value}
        onChange={({ target }) => set(target.value)}
      />
    </label>
  );
}
