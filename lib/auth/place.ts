import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Locale } from "@/lib/core/locale";
import { ROLE_LABELS } from "@/lib/i18n/roles";
import { shellText } from "@/lib/i18n/shell";
import type { Actor } from "./actor";

/** "Thủ trưởng cơ quan, Cục Thi hành án dân sự tỉnh Hưng Yên": the roles in force, each with its agency. */
export async function describePlace(actor: Actor, locale: Locale): Promise<string> {
  const { versions } = await getOrganisation();
  return actor.assignments
    .map(({ role, agency, acting }) => {
      const name = versions.get(agency)?.at(-1)?.name ?? agency;
      return `${ROLE_LABELS[role][locale]}${acting ? ` (${shellText[locale].acting})` : ""}, ${name}`;
    })
    .join("; ");
}
