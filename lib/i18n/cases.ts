import { type Day, formatDay } from "@/lib/core/day";
import type { Text } from "@/lib/core/locale";

type Label = Readonly<Record<string, Text>>;

/** What each event is called. */
export const EVENT_LABELS = {
  ACCEPTED: { vi: "Thụ lý", en: "Accepted" },
  ENTRUSTED_IN: { vi: "Nhận ủy thác", en: "Received by entrustment" },
  PULLED_UP_IN: { vi: "Rút lên thụ lý", en: "Taken up by the province" },
  ENTERED_REGISTER: {
    vi: "Ghi sổ theo dõi riêng (hồ sơ cũ)",
    en: "Entered in the separate register (older file)",
  },
  VERIFIED: { vi: "Xác minh điều kiện", en: "Conditions verified" },
  CLASSIFIED_ELIGIBLE: { vi: "Phân loại có điều kiện", en: "Classified eligible" },
  CLASSIFIED_OTHER_ELIGIBLE: {
    vi: "Phân loại có điều kiện, trường hợp khác",
    en: "Classified eligible, other",
  },
  CLASSIFIED_NO_CONDITION: { vi: "Quyết định chưa có điều kiện", en: "Decided: no condition" },
  POSTPONED_BY_AGREEMENT: {
    vi: "Hoãn theo điểm c khoản 1 Điều 48",
    en: "Postponed by agreement (Art. 48.1.c)",
  },
  POSTPONED_OTHER: { vi: "Hoãn theo căn cứ khác", en: "Postponed on another ground" },
  SUSPENDED_ELIGIBLE: { vi: "Tạm đình chỉ (có điều kiện)", en: "Suspended (eligible)" },
  SUSPENDED_OTHER: { vi: "Tạm đình chỉ khác", en: "Suspended (other)" },
  RESUMED: { vi: "Tiếp tục thi hành", en: "Resumed" },
  PART_SET_ASIDE: { vi: "Hoãn, tạm đình chỉ một phần", en: "Part postponed or suspended" },
  COLLECTED: { vi: "Thu được tiền", en: "Money collected" },
  PARTLY_DONE: { vi: "Xong một phần việc", en: "Partly done" },
  REDUCED: { vi: "Miễn, giảm nghĩa vụ", en: "Obligation reduced" },
  PARTLY_TERMINATED: { vi: "Đình chỉ một phần", en: "Partly terminated" },
  PARTLY_ENTRUSTED: { vi: "Ủy thác một phần", en: "Partly entrusted" },
  PARTLY_WITHDRAWN: { vi: "Thu hồi, hủy một phần quyết định", en: "Partly withdrawn" },
  PARTLY_PULLED_UP: { vi: "Cục rút lên một phần", en: "Partly pulled up" },
  COMPULSION_DECIDED: { vi: "Quyết định cưỡng chế", en: "Compulsion decided" },
  VOLUNTARY_COMPLIANCE: { vi: "Tự nguyện sau dân vận", en: "Complied after persuasion" },
  SEIZED: { vi: "Kê biên", en: "Seizure" },
  VALUED: { vi: "Thẩm định giá", en: "Valuation" },
  AUCTIONED: { vi: "Bán đấu giá", en: "Auction" },
  COMPLAINT_ATTACHED: { vi: "Có khiếu nại, tố cáo", en: "Complaint attached" },
  MOVED_TO_REGISTER: { vi: "Chuyển sổ theo dõi riêng", en: "Moved to the separate register" },
  RETURNED_FROM_REGISTER: { vi: "Từ sổ theo dõi riêng trở lại", en: "Back from the separate register" },
  COMPLETED: { vi: "Thi hành xong", en: "Completed" },
  TERMINATED: { vi: "Đình chỉ thi hành án", en: "Terminated" },
  ENTRUSTED_OUT: { vi: "Ủy thác", en: "Entrusted out" },
  WITHDRAWN: { vi: "Thu hồi, hủy quyết định", en: "Decision withdrawn or cancelled" },
  PULLED_UP: { vi: "Cục rút hồ sơ lên", en: "Pulled up by the province" },
  TRANSFERRED: { vi: "Chuyển cơ quan kế thừa", en: "Moved to the successor" },
  COUNTERED: { vi: "Hủy sự kiện ghi sai", en: "Wrong event cancelled" },
} as const satisfies Label;

/** What each state is called. */
export const STATE_LABELS = {
  NONE: { vi: "Chưa vào sổ", en: "Not in the register" },
  ACCEPTED: { vi: "Mới thụ lý, chưa phân loại", en: "Accepted, not yet classified" },
  IN_PROGRESS: { vi: "Đang thi hành", en: "In progress" },
  POSTPONED_BY_AGREEMENT: { vi: "Hoãn (điểm c k1 Điều 48)", en: "Postponed by agreement" },
  SUSPENDED_ELIGIBLE: { vi: "Tạm đình chỉ", en: "Suspended" },
  OTHER_ELIGIBLE: { vi: "Có điều kiện, trường hợp khác", en: "Eligible, other" },
  NO_CONDITION: { vi: "Chưa có điều kiện", en: "No condition" },
  POSTPONED_OTHER: { vi: "Hoãn khác", en: "Postponed, other" },
  SUSPENDED_OTHER: { vi: "Tạm đình chỉ khác", en: "Suspended, other" },
  SEPARATE_REGISTER: { vi: "Sổ theo dõi riêng", en: "Separate register" },
  COMPLETED: { vi: "Thi hành xong", en: "Completed" },
  TERMINATED: { vi: "Đình chỉ", en: "Terminated" },
  ENTRUSTED_OUT: { vi: "Đã ủy thác", en: "Entrusted out" },
  WITHDRAWN: { vi: "Đã thu hồi, hủy", en: "Withdrawn" },
  PULLED_UP: { vi: "Cục đã rút lên", en: "Pulled up" },
  VOID: { vi: "Ghi sai, đã hủy", en: "Entered in error" },
} as const satisfies Label;

export const CATEGORY_LABELS = {
  CREDIT: { vi: "Tín dụng, ngân hàng", en: "Credit institution" },
  STATE_BUDGET: { vi: "Thu ngân sách nhà nước", en: "State budget" },
  CORRUPTION_ECONOMIC: { vi: "Tham nhũng, kinh tế", en: "Corruption and economic" },
  OTHER: { vi: "Loại khác", en: "Other" },
} as const satisfies Label;

export const INITIATIVE_LABELS = {
  EX_OFFICIO: { vi: "Chủ động", en: "Ex officio" },
  ON_REQUEST: { vi: "Theo yêu cầu", en: "On request" },
} as const satisfies Label;

type Kind = keyof typeof EVENT_LABELS;
type State = keyof typeof STATE_LABELS;

const number = (value: bigint) => value.toString().replace(/\B(?=(\d{3})+$)/g, ".");

/** Why a request about cases is refused; each names the event, the rule and the numbers. */
export const caseRefusals = {
  notFound: {
    vi: "Không tìm thấy việc thi hành án này, hoặc tài khoản không được xem.",
    en: "This case was not found, or this account may not see it.",
  },
  cursor: { vi: "Vị trí trang không đọc được.", en: "The cursor cannot be read." },
  stale: {
    vi: "Có người vừa ghi thêm sự kiện của việc này. Hãy tải lại.",
    en: "Somebody just recorded another event of this case. Reload it.",
  },
  future: (day: Day): Text => ({
    vi: `Ngày ${formatDay(day)} chưa đến: chỉ ghi việc đã xảy ra.`,
    en: `${formatDay(day)} is in the future: only what has happened is recorded.`,
  }),
  numberTaken: (number: string): Text => ({
    vi: `Số thụ lý ${number} đã có trong sổ.`,
    en: `Number ${number} is already in the register.`,
  }),
  agencyThen: (day: Day): Text => ({
    vi: `Cơ quan chưa có hoặc đã chấm dứt vào ngày ${formatDay(day)}.`,
    en: `The agency did not exist on ${formatDay(day)}.`,
  }),
  noOfficer: (login: string): Text => ({
    vi: `${login} không phải chấp hành viên của cơ quan này vào ngày đó.`,
    en: `${login} was no enforcement officer of this agency on that day.`,
  }),
  noDifference: {
    vi: "Cột này không chênh lệch giữa báo cáo và sổ.",
    en: "Report and register agree in this column.",
  },
  otherDifference: {
    vi: "Chênh lệch vừa thay đổi. Hãy tải lại rồi giải thích số mới.",
    en: "The difference has changed meanwhile. Reload and explain the new one.",
  },
  daysInOrder: (earlier: Day, later: Day): Text => ({
    vi: `Ngày ${formatDay(later)} không thể trước ngày ${formatDay(earlier)}.`,
    en: `${formatDay(later)} cannot be before ${formatDay(earlier)}.`,
  }),
  assignDay: (since: Day): Text => ({
    vi: `Ngày phân công phải sau ${formatDay(since)}.`,
    en: `The day of assignment must be after ${formatDay(since)}.`,
  }),
  notAfter: (kind: Kind, state: State): Text => ({
    vi: `«${EVENT_LABELS[kind].vi}» không thể theo sau trạng thái «${STATE_LABELS[state].vi}».`,
    en: `“${EVENT_LABELS[kind].en}” cannot follow the state “${STATE_LABELS[state].en}”.`,
  }),
  beforeLast: (day: Day, last: Day): Text => ({
    vi: `Ngày ${formatDay(day)} sớm hơn sự kiện cuối cùng (${formatDay(last)}); hãy hủy sự kiện sau trước khi ghi sự kiện này.`,
    en: `${formatDay(day)} is before the last event (${formatDay(last)}); cancel the later event first.`,
  }),
  needs: (kind: Kind, needed: Kind): Text => ({
    vi: `«${EVENT_LABELS[kind].vi}» phải có «${EVENT_LABELS[needed].vi}» trước đó.`,
    en: `“${EVENT_LABELS[kind].en}” needs an earlier “${EVENT_LABELS[needed].en}”.`,
  }),
  amountNeeded: (kind: Kind): Text => ({
    vi: `«${EVENT_LABELS[kind].vi}» phải có số tiền lớn hơn 0 đồng.`,
    en: `“${EVENT_LABELS[kind].en}” needs an amount above 0 đồng.`,
  }),
  amountTooLarge: (kind: Kind, amount: bigint, free: bigint): Text => ({
    vi: `«${EVENT_LABELS[kind].vi}» ${number(amount)} đồng nhiều hơn số còn phải thi hành ${number(free)} đồng.`,
    en: `“${EVENT_LABELS[kind].en}” of ${number(amount)} đồng exceeds the ${number(free)} đồng outstanding.`,
  }),
  asideNeeded: {
    vi: "Phần hoãn, tạm đình chỉ phải ghi thuộc loại nào, khác loại của cả việc.",
    en: "The part set aside needs a class of its own, other than the case's.",
  },
  registerTooEarly: (entered: Day, day: Day): Text => ({
    vi: `Việc thụ lý ${formatDay(entered)} không thể chuyển sổ theo dõi riêng ngày ${formatDay(day)} trong cùng năm thống kê.`,
    en: `A case accepted on ${formatDay(entered)} cannot move to the separate register on ${formatDay(day)} of the same statistical year.`,
  }),
  onlyLast: (seq: number | null): Text => ({
    vi:
      seq === null
        ? "Không còn sự kiện nào để hủy."
        : `Chỉ hủy được sự kiện cuối cùng còn hiệu lực (số ${seq}).`,
    en:
      seq === null
        ? "No event is left to cancel."
        : `Only the last event that counts (number ${seq}) can be cancelled.`,
  }),
} as const;
