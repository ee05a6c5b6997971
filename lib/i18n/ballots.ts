import type { Text } from "@/lib/core/locale";

/** Why a step of a ballot is refused. */
export const ballotRefusals = {
  notFound: {
    vi: "Không tìm thấy, hoặc tài khoản này không được xem.",
    en: "Not found, or this account may not see it.",
  },
  state: {
    vi: "Trạng thái cuộc bỏ phiếu không cho phép bước này. Hãy tải lại trang.",
    en: "The ballot's state does not allow this step. Reload the page.",
  },
  password: {
    vi: "Mật khẩu không đúng.",
    en: "The password is not right.",
  },
  preparerInConflict: {
    vi: "Bạn có xung đột lợi ích với một người được đề nghị: hãy để người khác trong hội đồng chuẩn bị phiếu này.",
    en: "You have a conflict of interest with a nominee: let somebody else of the council prepare this ballot.",
  },
  noSuchPerson: {
    vi: "Không có tài khoản đang dùng với tên đăng nhập này.",
    en: "There is no active account of this login.",
  },
  holders: {
    vi: "Cần ba người giữ khóa khác nhau, không ai có xung đột lợi ích.",
    en: "Three different key holders are needed, none with a conflict of interest.",
  },
  noVoters: {
    vi: "Không còn thành viên nào được bỏ phiếu.",
    en: "Nobody is left to vote.",
  },
  keysMissing: {
    vi: "Chưa đủ ba người nhận giữ khóa.",
    en: "Not all three holders have taken their key.",
  },
  keysChanged: {
    vi: "Có người vừa nhận lại khóa. Hãy tải lại trang rồi mở lại.",
    en: "A holder has just taken a new key. Reload the page and open again.",
  },
  nominees: {
    vi: "Phiếu không khớp danh sách được bỏ phiếu. Hãy tải lại trang.",
    en: "The sheet does not match the list of nominees. Reload the page.",
  },
  spoke: {
    vi: "Thành viên này đã có ý kiến bằng văn bản, hoặc đã bỏ phiếu.",
    en: "This member has already given a written opinion or cast a sheet.",
  },
  noSecondRound: {
    vi: "Kết quả không có người bằng phiếu ở suất cuối và đủ số người dự, nên không có vòng hai.",
    en: "Nobody is tied for the last place and enough members voted: there is no second round.",
  },
  notWhole: (receipts: number, nominees: number): Text => ({
    vi: `Kết quả kiểm phiếu chưa đủ: cần đúng ${receipts} ý kiến cho mỗi người trong ${nominees} người, không trùng mã.`,
    en: `The count is not whole: exactly ${receipts} voices about each of ${nominees} nominees are needed, no mark twice.`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;
