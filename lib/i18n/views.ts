import type { Locale } from "@/lib/core/locale";

const vi = {
  title: "Cách xem đã lưu",
  lead: "Mỗi cách xem là một địa chỉ của hệ thống: kỳ, cơ quan, bộ lọc và thứ tự sắp xếp. Số liệu luôn lấy lúc mở.",
  count: (n: number, most: number) => `${n} / ${most}`,
  empty: "Chưa lưu cách xem nào.",
  emptyHint: "Mở bảng kết quả, chọn kỳ và bộ lọc, rồi bấm “Lưu cách xem này”.",
  toResults: "Đến bảng kết quả",
  save: "Lưu cách xem này",
  name: "Tên gọi",
  nameHint: "Ví dụ: Các tỉnh chậm tiến độ về tiền",
  newest: "Luôn mở kỳ mới nhất",
  submit: "Lưu",
  edit: "Sửa",
  editOf: (name: string) => `Sửa “${name}”`,
  rename: "Đổi tên",
  remove: "Xóa",
  removeOf: (name: string) => `Xóa “${name}”`,
  up: "Lên",
  upOf: (name: string) => `Chuyển “${name}” lên`,
  down: "Xuống",
  downOf: (name: string) => `Chuyển “${name}” xuống`,
  done: {
    save: "Đã lưu cách xem.",
    rename: "Đã đổi tên.",
    delete: "Đã xóa.",
    move: "Đã chuyển chỗ.",
  },
  refusals: {
    full: "Đã đủ 50 cách xem. Hãy xóa bớt rồi lưu lại.",
    nameTaken: "Đã có một cách xem tên này. Hãy đặt tên khác.",
    foreignPath: "Chỉ lưu được địa chỉ của các trang trong hệ thống này.",
    missing: "Không tìm thấy cách xem này.",
    stale: "Tên vừa được đổi ở một cửa sổ khác. Hãy xem lại.",
    input: "Chưa lưu được: tên cần từ 1 đến 80 ký tự.",
  },
};

type ViewsText = typeof vi;

const en: ViewsText = {
  title: "Saved views",
  lead: "Each view is an address of this system: period, agency, filter and order. Figures are read when it is opened.",
  count: (n, most) => `${n} / ${most}`,
  empty: "No saved views yet.",
  emptyHint: "Open the results table, choose period and filter, then “Save this view”.",
  toResults: "To the results table",
  save: "Save this view",
  name: "Name",
  nameHint: "Such as: provinces behind in money",
  newest: "Always open the newest period",
  submit: "Save",
  edit: "Edit",
  editOf: (name) => `Edit “${name}”`,
  rename: "Rename",
  remove: "Delete",
  removeOf: (name) => `Delete “${name}”`,
  up: "Up",
  upOf: (name) => `Move “${name}” up`,
  down: "Down",
  downOf: (name) => `Move “${name}” down`,
  done: {
    save: "The view was saved.",
    rename: "Renamed.",
    delete: "Deleted.",
    move: "Moved.",
  },
  refusals: {
    full: "There are 50 views already. Delete one, then save again.",
    nameTaken: "There is a view of this name. Choose another.",
    foreignPath: "Only addresses of this system's own pages can be saved.",
    missing: "This view was not found.",
    stale: "It was renamed in another window. Look again.",
    input: "Not saved: the name needs 1 to 80 characters.",
  },
};

export const viewsText: Readonly<Record<Locale, ViewsText>> = { vi, en };
