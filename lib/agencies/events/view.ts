import { type Day, formatDay } from "@/lib/core/day";
import type { AgencyVersion, Organisation } from "../types";
import { type AgencyChange, type EventPlan, FATES } from "./types";

/** Why a change of organisation is refused. */
export const eventRefusals = {
  mergesNothing: {
    vi: "Hợp nhất cần ít nhất một cơ quan khác với cơ quan kế thừa.",
    en: "A merger needs at least one agency other than its successor.",
  },
  codeTaken: (code: string) => ({
    vi: `Mã ${code} đã dùng cho cơ quan khác.`,
    en: `The code ${code} is already taken.`,
  }),
  notInForce: (code: string, day: Day) => ({
    vi: `Cơ quan ${code} không tồn tại vào ngày ${formatDay(day)}.`,
    en: `The agency ${code} does not exist on ${formatDay(day)}.`,
  }),
  notUnder: (code: string) => ({
    vi: `${code} không trực thuộc cơ quan kết thúc trong sự kiện này.`,
    en: `${code} does not stand under an agency that ends in this event.`,
  }),
  recordedMeanwhile: {
    vi: "Tổ chức vừa có thay đổi khác được ghi. Hãy tải lại rồi thử lần nữa.",
    en: "Another change of organisation was recorded meanwhile. Reload and try again.",
  },
  tooEarly: ({ name, validFrom }: AgencyVersion) => ({
    vi: `${name} mới có hiệu lực từ ${formatDay(validFrom)}: ngày thay đổi phải sau ngày đó.`,
    en: `${name} is in force only from ${formatDay(validFrom)}: the change must be later.`,
  }),
  changesLater: ({ name, validUntil }: AgencyVersion) => ({
    vi: `${name} đã có thay đổi ghi từ ${validUntil ? formatDay(validUntil) : ""}: chỉ được kết thúc sau đó.`,
    en: `A change of ${name} is recorded from ${validUntil ? formatDay(validUntil) : ""}: it can only end later.`,
  }),
  wrongLevel: ({ name, parent }: AgencyVersion) => ({
    vi: `${name} phải trực thuộc cơ quan cấp ngay trên, không phải ${parent ?? "không cơ quan nào"}.`,
    en: `${name} must answer to an agency of the next level up, not to ${parent ?? "none"}.`,
  }),
  noSuperior: ({ name, parent, validFrom }: AgencyVersion, end: Day | undefined) => ({
    vi: `${name} sẽ không còn cấp trên: ${parent} không tồn tại từ ${formatDay(end ?? validFrom)}. Hãy chuyển đơn vị này trước hoặc trong cùng sự kiện.`,
    en: `${name} would have no superior: ${parent} does not exist from ${formatDay(end ?? validFrom)}. Move the unit before, or in the same event.`,
  }),
};

/** What becomes of each agency that a plan changes: those that end first, then new ones, then the others. */
export function changesOf({ kinds }: Organisation, { closed, opened }: EventPlan): AgencyChange[] {
  const codes = [...new Set([...closed, ...opened].map(({ agency }) => agency))];
  return codes
    .map((agency): AgencyChange => {
      const before = kinds.has(agency) ? (closed.find((each) => each.agency === agency) ?? null) : null;
      const after = opened.find((each) => each.agency === agency) ?? null;
      const fate = fateOf(before, after);
      return {
        agency,
        fate,
        before: before && { name: before.name, parent: before.parent },
        after: after && { name: after.name, parent: after.parent, validUntil: after.validUntil },
      };
    })
    .sort((a, b) => FATES.indexOf(a.fate) - FATES.indexOf(b.fate) || a.agency.localeCompare(b.agency));
}

function fateOf(before: AgencyVersion | null, after: AgencyVersion | null): AgencyChange["fate"] {
  if (after === null) return "ENDED";
  if (before === null) return "FOUNDED";
  return before.parent === after.parent ? "RENAMED" : "MOVED";
}
