import type { Text } from "@/lib/core/locale";

/** Why a step on a campaign is refused. */
export const campaignRefusals = {
  missing: { vi: "Không tìm thấy phong trào này.", en: "This campaign was not found." },
  wrongStep: {
    vi: "Phong trào đi theo thứ tự: dự thảo, ban hành, đang chạy, sơ kết hoặc tổng kết, khép lại.",
    en: "A campaign goes from draft to issued, running, under review, closed, one step at a time.",
  },
  nothingAsked: {
    vi: "Kế hoạch chưa có chỉ tiêu hay nhiệm vụ nào nên chưa ban hành được.",
    en: "The plan asks for nothing yet and cannot be issued.",
  },
  wrongLevel: {
    vi: "Cấp phát động không khớp với cơ quan: trung ương giữ phong trào cấp Nhà nước, Bộ, hệ thống; Cục cấp tỉnh; Chi cục cấp huyện.",
    en: "The level does not fit the agency: the General Department keeps those of state, ministry and system.",
  },
  notWithin: (code: string): Text => ({
    vi: `${code} không có mặt ngày bắt đầu, hoặc không thuộc cơ quan phát động.`,
    en: `${code} did not exist on the first day, or is not under the launching agency.`,
  }),
  changedMeanwhile: {
    vi: "Có người vừa sửa kế hoạch này. Hãy tải lại rồi sửa trên bản mới.",
    en: "Somebody just changed this plan. Reload and change the new version.",
  },
  noParent: {
    vi: "Không có phong trào cấp trên với mã này, hoặc nó chưa ban hành.",
    en: "There is no parent campaign with this code, or it is not issued.",
  },
  noModel: {
    vi: "Không có mẫu hay phong trào nào với tên này để lập theo.",
    en: "There is no template or campaign of this name to begin from.",
  },
  notReviewing: {
    vi: "Chỉ chốt bảng xếp hạng khi phong trào đang sơ kết, tổng kết.",
    en: "Standings are frozen while the campaign is under review.",
  },
  frozen: {
    vi: "Bảng xếp hạng của đợt này đã chốt; bản đã ký không thay đổi nữa.",
    en: "The standings of this phase are frozen; what was signed does not change.",
  },
  nothingToFreeze: {
    vi: "Chưa có số liệu đã duyệt nào để xếp hạng nên chưa chốt được.",
    en: "There are no approved figures to rank by yet.",
  },
  noPhase: { vi: "Kế hoạch không có giai đoạn, đợt này.", en: "The plan has no such phase." },
  codeTaken: {
    vi: "Mã này đã dùng cho phong trào của cơ quan khác.",
    en: "This code belongs to a campaign of another agency.",
  },
  fixed: {
    vi: "Kế hoạch đã ban hành không sửa được. Thay đổi thì lập kế hoạch mới theo nó.",
    en: "An issued plan cannot be changed. Begin a new plan under it instead.",
  },
} as const;

export const CAMPAIGN_KIND_LABELS = {
  PLAN: { vi: "Kế hoạch năm", en: "Year's plan" },
  MOVEMENT: { vi: "Phong trào", en: "Movement" },
  THEMATIC: { vi: "Chuyên đề", en: "On a theme" },
  PEAK: { vi: "Đợt cao điểm", en: "Peak period" },
} as const satisfies Readonly<Record<string, Text>>;

export const CAMPAIGN_LEVEL_LABELS = {
  STATE: { vi: "Nhà nước", en: "State" },
  MINISTRY: { vi: "Bộ, ngành Tư pháp", en: "Ministry of Justice" },
  SYSTEM: { vi: "Hệ thống THADS", en: "Enforcement system" },
  PROVINCE: { vi: "Cấp tỉnh", en: "Province" },
  DISTRICT: { vi: "Cấp huyện", en: "District" },
} as const satisfies Readonly<Record<string, Text>>;

export const CAMPAIGN_STATE_LABELS = {
  DRAFT: { vi: "Dự thảo", en: "Draft" },
  ISSUED: { vi: "Đã ban hành", en: "Issued" },
  RUNNING: { vi: "Đang chạy", en: "Running" },
  REVIEWING: { vi: "Đang sơ kết, tổng kết", en: "Under review" },
  CLOSED: { vi: "Đã khép", en: "Closed" },
} as const satisfies Readonly<Record<string, Text>>;

/** The button that leads to a state. */
export const CAMPAIGN_MOVE_LABELS = {
  DRAFT: { vi: "Dự thảo", en: "Draft" },
  ISSUED: { vi: "Ban hành", en: "Issue" },
  RUNNING: { vi: "Cho chạy", en: "Start" },
  REVIEWING: { vi: "Vào sơ kết, tổng kết", en: "Begin the review" },
  CLOSED: { vi: "Khép lại", en: "Close" },
} as const satisfies Readonly<Record<string, Text>>;

export const LINE_KIND_LABELS = {
  INDICATOR: { vi: "Chỉ tiêu theo số liệu", en: "Indicator" },
  ACTIVITY: { vi: "Hoạt động đếm được", en: "Counted activity" },
  MILESTONE: { vi: "Mốc thời gian", en: "Milestone" },
  TASK: { vi: "Nhiệm vụ", en: "Task" },
  SOLUTION: { vi: "Giải pháp", en: "Way of working" },
} as const satisfies Readonly<Record<string, Text>>;

export const SCOPE_KIND_LABELS = {
  PROVINCE: { vi: "cơ quan cấp tỉnh", en: "provincial agencies" },
  DISTRICT: { vi: "cơ quan cấp huyện", en: "district agencies" },
} as const satisfies Readonly<Record<string, Text>>;

/** What an activity is and what its quantity counts. */
export const ACTIVITY_LABELS = {
  COMMUNE: {
    label: { vi: "Xã được giúp đỡ", en: "Commune supported" },
    unit: { vi: "xã", en: "communes" },
  },
  HOUSE: {
    label: { vi: "Nhà Đại đoàn kết, nhà tình thương", en: "House for a poor family" },
    unit: { vi: "nhà", en: "houses" },
  },
  MONEY: { label: { vi: "Tiền ủng hộ", en: "Money given" }, unit: { vi: "đồng", en: "đồng" } },
  WORKDAY: {
    label: { vi: "Ngày công lao động", en: "Working days given" },
    unit: { vi: "ngày công", en: "days" },
  },
  GIFT: { label: { vi: "Suất quà", en: "Gifts" }, unit: { vi: "suất", en: "gifts" } },
  OUTREACH: {
    label: { vi: "Buổi tuyên truyền pháp luật", en: "Legal outreach" },
    unit: { vi: "buổi", en: "sessions" },
  },
  PERSUASION: {
    label: { vi: "Người được vận động tự nguyện thi hành", en: "Citizens persuaded" },
    unit: { vi: "người", en: "people" },
  },
  LIVELIHOOD: {
    label: { vi: "Hỗ trợ sinh kế (bò giống, cây giống)", en: "Livelihood support" },
    unit: { vi: "hộ", en: "households" },
  },
  OTHER: { label: { vi: "Hoạt động khác", en: "Other activity" }, unit: { vi: "lần", en: "times" } },
} as const satisfies Readonly<Record<string, { label: Text; unit: Text }>>;
