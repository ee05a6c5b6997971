import type { FieldSpec } from "@/components/ui/form-field";
import { ROLES } from "@/lib/auth/actor";
import type { Locale } from "@/lib/core/locale";
import { ROLE_LABELS } from "@/lib/i18n/roles";
import { usersText } from "@/lib/i18n/users";

export const AGENCY_LIST = "agency-codes";

/** The fields that describe a role at an agency for a time. */
export function assignmentFields(locale: Locale): FieldSpec[] {
  const t = usersText[locale];
  const options = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role][locale] }));
  return [
    { name: "role", label: t.role, type: "select", options },
    { name: "agency", label: t.agency, hint: t.agencyHint, list: AGENCY_LIST, isRequired: true },
    { name: "validFrom", label: t.validFrom, hint: t.validFromHint, type: "date" },
    { name: "validUntil", label: t.validUntil, hint: t.validUntilHint, type: "date" },
    { name: "decisionNumber", label: t.decisionNumber, hint: t.decisionHint },
    { name: "acting", label: t.acting, type: "checkbox" },
  ];
}
