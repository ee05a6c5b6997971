import { type AgencyEventInput, agencyEventInput } from "@/lib/agencies/schema";
import type { AgencyKind, AgencyVersion, Organisation } from "@/lib/agencies/types";
import { day } from "@/lib/core/day";

type Line = readonly [
  code: string,
  kind: AgencyKind,
  parent: string | null,
  validFrom: string,
  until: string | null,
];

/** An organisation out of one line for each version. */
function organisationOf(
  lines: readonly Line[],
  successions: readonly (readonly [predecessor: string, successor: string])[] = [],
): Organisation {
  const versions = new Map<string, AgencyVersion[]>();
  for (const [code, , parent, validFrom, until] of lines) {
    const version = { agency: code, name: `Tên ${code}`, parent, validFrom: day(validFrom) };
    const validUntil = until === null ? null : day(until);
    versions.set(code, [...(versions.get(code) ?? []), { ...version, validUntil }]);
  }
  const grouped = (key: 0 | 1) =>
    new Map(
      successions.map((pair) => [
        pair[key],
        successions.filter((each) => each[key] === pair[key]).map((each) => each[key === 0 ? 1 : 0]),
      ]),
    );
  return {
    revision: 1n,
    kinds: new Map(lines.map(([code, kind]) => [code, kind])),
    versions,
    predecessors: grouped(1),
    successors: grouped(0),
    shares: new Map(),
  };
}

/** The old nation until 30/06/2025 with two provinces; the new one, which took over, from the day after. */
export const nation = organisationOf(
  [
    ["tc", "GENERAL_DEPARTMENT", null, "2009-11-01", "2025-07-01"],
    ["cuc-a", "PROVINCE", "tc", "2009-11-01", "2025-07-01"],
    ["cuc-b", "PROVINCE", "tc", "2009-11-01", "2025-07-01"],
    ["cc-1", "DISTRICT", "cuc-a", "2009-11-01", "2025-07-01"],
    ["cc-2", "DISTRICT", "cuc-a", "2009-11-01", "2025-07-01"],
    ["cc-3", "DISTRICT", "cuc-b", "2009-11-01", "2020-01-01"],
    ["cc-3", "DISTRICT", "cuc-a", "2020-01-01", "2025-07-01"],
    ["cql", "GENERAL_DEPARTMENT", null, "2025-07-01", null],
    ["thads-a", "PROVINCE", "cql", "2025-07-01", null],
  ],
  [
    ["tc", "cql"],
    ["cuc-a", "thads-a"],
  ],
);

/** An event as the API would parse it. */
export function event(kind: AgencyEventInput["kind"], fields: Record<string, unknown>): AgencyEventInput {
  const decision = { decisionNumber: "12/QĐ-BTP", decisionDate: "2022-09-01", effectiveOn: "2022-10-01" };
  return agencyEventInput.parse({ kind, ...decision, ...fields });
}
