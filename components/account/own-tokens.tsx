import { ActionForm } from "@/components/ui/action-form";
import { dayOfInstant, formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { accountText } from "@/lib/i18n/account";
import { createTokenAction, revokeTokenAction } from "@/lib/users/actions";
import type { OwnAccess } from "@/lib/users/types";

type Tokens = OwnAccess["tokens"];

/** One's own API tokens: make one, seen once, and take one back. */
export function OwnTokens({ tokens, locale }: { tokens: Tokens; locale: Locale }) {
  const t = accountText[locale];
  const live = tokens.filter(({ revokedAt }) => revokedAt === null);
  const revoked = tokens.filter(({ revokedAt }) => revokedAt !== null);
  const fields = [{ name: "label", label: t.label, hint: t.labelHint }];
  return (
    <section className="card grid content-start gap-4">
      <h2>{t.tokens}</h2>
      <p className="text-ink-2">{t.tokensLead}</p>
      <ActionForm
        action={createTokenAction}
        fields={fields}
        submit={t.createToken}
        done={t.created}
        locale={locale}
      />
      {live.length === 0 && <p className="text-ink-2">{t.noTokens}</p>}
      <ul className="grid">
        {live.map((token) => (
          <li
            key={token.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line-2 py-2"
          >
            <TokenName token={token} locale={locale} />
            <ActionForm
              action={revokeTokenAction}
              fields={[{ name: "tokenId", label: "", type: "hidden", value: token.id }]}
              submit={t.revoke}
              done={t.done}
              locale={locale}
            />
          </li>
        ))}
      </ul>
      {revoked.length > 0 && (
        <details>
          <summary className="text-sm text-ink-2">{t.revokedTokens(revoked.length)}</summary>
          <ul className="mt-2 grid gap-2">
            {revoked.map((token) => (
              <li key={token.id}>
                <TokenName token={token} locale={locale} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function TokenName({ token, locale }: { token: Tokens[number]; locale: Locale }) {
  const t = accountText[locale];
  const { label, createdAt, revokedAt } = token;
  const facts = [t.createdOn(formatDay(dayOfInstant(createdAt)))];
  if (revokedAt) facts.push(t.revokedOn(formatDay(dayOfInstant(revokedAt))));
  return (
    <div className="min-w-0 grow">
      <p className="break-words">{label || t.unnamed}</p>
      <p className="text-sm text-ink-2">{facts.join(" · ")}</p>
    </div>
  );
}
