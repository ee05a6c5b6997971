import type { AgencyOption } from "@/lib/users/view";
import { AGENCY_LIST } from "./assignment-fields";

/** What the agency fields of this page suggest. */
export function AgencyList({ agencies }: { agencies: readonly AgencyOption[] }) {
  return (
    <datalist id={AGENCY_LIST}>
      {agencies.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </datalist>
  );
}
