/** A reason to stop that already is a sentence for the reader. */
export class Stop extends Error {}

/** One clear sentence for what kept the program from starting. */
export function explain(error: unknown, { port, dataDir }: { port: number; dataDir: string }): string {
  if (error instanceof Stop) return error.message;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  switch (code) {
    case "EADDRINUSE":
      return `Cổng ${port} đang có chương trình khác dùng. Hãy đặt PORT khác, ví dụ: PORT=3001 npm start`;
    case "EACCES":
      return `Không có quyền dùng ${message.includes("listen") ? `cổng ${port}` : dataDir}: ${message}`;
    case "ENOSPC":
      return `Ổ đĩa đã đầy, không ghi được vào ${dataDir}. Hãy dọn chỗ rồi chạy lại.`;
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "ETIMEDOUT":
    case "EAI_AGAIN":
      return `Không nối được tới cơ sở dữ liệu trong DATABASE_URL (${code}). Hãy kiểm tra máy chủ, cổng và mạng.`;
    case "28P01":
    case "28000":
      return "Cơ sở dữ liệu từ chối tài khoản hoặc mật khẩu trong DATABASE_URL.";
    case "3D000":
      return "Cơ sở dữ liệu ghi trong DATABASE_URL chưa có. Hãy tạo nó trước (createdb).";
    default:
      return message.includes("No space left")
        ? `Ổ đĩa đã đầy, không ghi được vào ${dataDir}.`
        : `Không khởi động được: ${message}`;
  }
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === "string") return code;
  const text = error instanceof Error ? error.message : "";
  return ["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "ENOSPC", "EAI_AGAIN"].find((each) =>
    text.includes(each),
  );
}
