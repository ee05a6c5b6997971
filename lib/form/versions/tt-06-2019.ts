import { day } from "@/lib/core/day";
import type { FormVersion } from "@/lib/form/versions/definition";
import { ELIGIBLE_COLUMNS } from "@/lib/form/versions/tt-06-2019-eligible";
import { INTAKE_COLUMNS } from "@/lib/form/versions/tt-06-2019-intake";
import { REMAINING_COLUMNS } from "@/lib/form/versions/tt-06-2019-remaining";

/**
 * Results in cases and in money under Circular 06/2019/TT-BTP. The annex itself was not found: the columns
 * are the working list of domain.md 1.4. Circulars 05/2024 and 05/2026 replaced it but their tables were not
 * seen either, so this version stays open ended until one of them is added.
 */
export const TT_06_2019: FormVersion = {
  id: "tt-06-2019",
  legalBasis: { vi: "Thông tư 06/2019/TT-BTP", en: "Circular 06/2019/TT-BTP" },
  validFrom: day("2020-01-05"),
  validUntil: null,
  columns: [...INTAKE_COLUMNS, ...ELIGIBLE_COLUMNS, ...REMAINING_COLUMNS],
  derivations: [
    { column: "totalToResolve", plus: ["carriedOver", "newlyAccepted"], minus: [], rule: "V02" },
    {
      column: "totalEnforceable",
      plus: ["totalToResolve"],
      minus: ["entrustedOut", "withdrawnOrCancelled", "pulledUpByProvince"],
      rule: "V03",
    },
    {
      column: "eligible",
      plus: [
        "completed",
        "terminated",
        "reduced",
        "inProgress",
        "postponedByAgreement",
        "suspendedEligible",
        "otherEligible",
      ],
      minus: [],
      rule: "V05",
    },
    { column: "notYetEligible", plus: ["noCondition", "postponedOrSuspendedOther"], minus: [], rule: "V05" },
    {
      column: "carriedForward",
      plus: ["totalEnforceable"],
      minus: ["completed", "terminated", "reduced"],
      rule: "V06",
    },
  ],
  identities: [
    {
      rule: "V04",
      left: "totalEnforceable",
      right: ["eligible", "notYetEligible"],
      balancing: "inProgress",
      review: "noCondition",
    },
  ],
};
