import type { Text } from "@/lib/core/locale";

/** Why a step on a report is refused; sentences of the server. */
export const resultsRefusals = {
  missing: { vi: "Không tìm thấy báo cáo này.", en: "This report was not found." },
  notReporting: {
    vi: "Cơ quan này không có báo cáo riêng trong kỳ này.",
    en: "This agency has no report of its own in this period.",
  },
  notOpen: {
    vi: "Kỳ báo cáo chưa mở hoặc đã khép cho cơ quan này.",
    en: "The period is not open for this agency.",
  },
  waiting: {
    vi: "Báo cáo đã gửi duyệt. Muốn sửa, hãy đề nghị thủ trưởng trả lại.",
    en: "The report waits for approval. To change it, ask the head to return it.",
  },
  approved: {
    vi: "Báo cáo đã duyệt. Chỉ sửa được bằng báo cáo bổ sung.",
    en: "The report is approved. It changes only by a supplementary report.",
  },
  notDraft: {
    vi: "Chỉ gửi được báo cáo đang nhập hoặc bị trả lại.",
    en: "Only a draft or a returned report can be submitted.",
  },
  notSubmitted: { vi: "Báo cáo chưa được gửi duyệt.", en: "The report was not submitted for approval." },
  fourEyes: {
    vi: "Không ai được duyệt số liệu do chính mình nhập hoặc gửi. Cần một người khác duyệt.",
    en: "Nobody approves what they entered or submitted. Somebody else has to approve it.",
  },
  notReturnable: {
    vi: "Chỉ trả lại được báo cáo đã gửi hoặc đã duyệt.",
    en: "Only a submitted or approved report can be returned.",
  },
  locked: {
    vi: "Kỳ báo cáo đã khóa sổ; số liệu chỉ sửa được bằng báo cáo bổ sung.",
    en: "The period is locked; figures change only by a supplementary report.",
  },
  nothingApproved: {
    vi: "Chỉ lập báo cáo bổ sung cho báo cáo đã duyệt.",
    en: "A supplementary report needs an approved one to correct.",
  },
  alreadyOpen: {
    vi: "Đã có một báo cáo bổ sung đang làm.",
    en: "A supplementary report is already open.",
  },
  stale: {
    vi: "Có người đã lưu báo cáo này sau lần bạn mở. Hãy so hai bản rồi lưu lại.",
    en: "Somebody saved this report after you opened it. Compare both versions and save again.",
  },
  needsReason: { vi: "cần lý do", en: "needs a reason" },
} as const satisfies Record<string, Text>;
