import type { Locale, Text } from "@/lib/core/locale";

/** Why a council or a seat is refused. */
export const councilRefusals = {
  level: {
    vi: "Cấp hội đồng không hợp với cơ quan: hội đồng cấp Tổng cục và cấp Bộ đặt tại Tổng cục.",
    en: "The level does not fit the agency: councils of the department and the Ministry sit at the General Department.",
  },
  watchesAll: {
    vi: "Thanh tra và quản trị đọc được nhật ký của mọi cuộc bỏ phiếu nên không được làm ủy viên hội đồng.",
    en: "Auditors and administrators read the audit of every ballot, so they cannot sit on a council.",
  },
  standIn: {
    vi: "Người thay phải là ủy viên dự khuyết đương nhiệm, và mỗi người chỉ thay một ủy viên.",
    en: "Who stands in must be a substitute in office, for one member only.",
  },
  ended: {
    vi: "Ngày thôi nhiệm vụ không được trước ngày bắt đầu.",
    en: "A seat cannot end before it begins.",
  },
  notFound: {
    vi: "Không tìm thấy, hoặc tài khoản này không được xem.",
    en: "Not found, or this account may not see it.",
  },
} as const satisfies Record<string, Text>;

const vi = {
  name: "Hội đồng",
  title: "Hội đồng thi đua, khen thưởng",
  level: { AGENCY: "Cấp cơ quan", DEPARTMENT: "Cấp Tổng cục", MINISTRY: "Cấp Bộ" },
  role: {
    CHAIR: "Chủ tịch",
    DEPUTY: "Phó Chủ tịch",
    SECRETARY: "Thư ký",
    MEMBER: "Ủy viên",
    SUBSTITUTE: "Ủy viên dự khuyết",
  },
  levelLabel: "Cấp",
  agency: "Mã cơ quan",
  councilName: "Tên hội đồng",
  decision: "Số quyết định",
  from: "Từ ngày",
  until: "đến",
  member: "Họ tên",
  position: "Chức danh",
  term: "Nhiệm kỳ",
  login: "Tên đăng nhập",
  seat: "Thêm thành viên",
  seated: "Đã thêm thành viên.",
  end: "Thôi nhiệm vụ",
  ended: "Đã ghi nhận.",
  create: "Lập hội đồng",
  created: "Đã lập hội đồng.",
  none: "Chưa có hội đồng nào trong phạm vi của bạn.",
  prepare: "Chuẩn bị bỏ phiếu",
  size: (members: number, substitutes: number) =>
    substitutes === 0 ? `${members} thành viên` : `${members} thành viên, ${substitutes} dự khuyết`,
};

const en: typeof vi = {
  name: "Councils",
  title: "Emulation and commendation councils",
  level: { AGENCY: "Agency", DEPARTMENT: "General Department", MINISTRY: "Ministry" },
  role: {
    CHAIR: "Chair",
    DEPUTY: "Deputy chair",
    SECRETARY: "Secretary",
    MEMBER: "Member",
    SUBSTITUTE: "Substitute",
  },
  levelLabel: "Level",
  agency: "Agency code",
  councilName: "Name of the council",
  decision: "Decision number",
  from: "From",
  until: "until",
  member: "Name",
  position: "Position",
  term: "Term",
  login: "Login",
  seat: "Add a member",
  seated: "The member was added.",
  end: "End the seat",
  ended: "Recorded.",
  create: "Found a council",
  created: "The council was founded.",
  none: "There is no council within your reach yet.",
  prepare: "Prepare a ballot",
  size: (members: number, substitutes: number) =>
    substitutes === 0 ? `${members} members` : `${members} members, ${substitutes} substitutes`,
};

export const councilText: Readonly<Record<Locale, typeof vi>> = { vi, en };
