import type { FormFigures } from "@/lib/form/columns";
import { units2022 } from "@/prisma/seed/demo/units";
import { type AgencyYear, generateHistory } from "@/prisma/seed/history/generate";
import { loadHistory } from "@/prisma/seed/history/load";
import { audited } from "@/tests/factories/loaded-reports";
import type { TestDatabase } from "@/tests/setup/test-database";

/** Whose September is not like the others': most of what was left open became "chưa có điều kiện". */
export const ODD = "cc-325";

/** Honest generated years 2019 to 2022 of a dozen provinces, but for one year of one agency. */
export async function loadWorld(db: TestDatabase): Promise<void> {
  const all = units2022(2022);
  const provinces = [...new Set(all.map(({ province }) => province))].slice(0, 11);
  const agencies = all.filter(({ province }) => [...provinces, "cuc-hung-yen"].includes(province));
  const years = generateHistory({ seed: 3, agencies, years: [2019, 2020, 2021, 2022] });
  await audited(db.owner, async (client) => {
    await loadHistory(client, [...years].map(planted));
  });
}

function planted(one: AgencyYear): AgencyYear {
  if (one.agency !== ODD || one.year !== 2022) return one;
  return { ...one, months: one.months.map((form, index) => (index === 11 ? reclassified(form) : form)) };
}

function reclassified({ cases, money }: FormFigures): FormFigures {
  const { inProgress = 0n, noCondition = 0n } = cases;
  const moved = (inProgress * 4n) / 5n;
  return { cases: { ...cases, inProgress: inProgress - moved, noCondition: noCondition + moved }, money };
}
