import { Failure } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";

const guards: readonly { sign: string; code: "invalid" | "conflict" | "precondition"; text: Text }[] = [
  {
    sign: "revision_version_must_step",
    code: "conflict",
    text: {
      vi: "Có người vừa lưu báo cáo này. Hãy tải lại.",
      en: "Somebody just saved this report. Reload it.",
    },
  },
  {
    sign: "idempotency_key_reused",
    code: "invalid",
    text: {
      vi: "Idempotency-Key này đã dùng cho một yêu cầu khác.",
      en: "This Idempotency-Key was already used for a different request.",
    },
  },
  {
    sign: "period_not_open",
    code: "precondition",
    text: {
      vi: "Kỳ báo cáo chưa mở hoặc đã khép cho cơ quan này.",
      en: "The period is not open for this agency.",
    },
  },
  {
    sign: "period_locked",
    code: "precondition",
    text: { vi: "Kỳ báo cáo đã khóa sổ.", en: "The period is locked." },
  },
  {
    sign: "revision_four_eyes",
    code: "precondition",
    text: {
      vi: "Không ai được duyệt số liệu do chính mình nhập hoặc gửi.",
      en: "Nobody approves what they entered or submitted.",
    },
  },
  {
    sign: "revision_transition",
    code: "precondition",
    text: {
      vi: "Trạng thái báo cáo không cho phép bước này.",
      en: "The report's status does not allow this step.",
    },
  },
];

const conflict: Text = {
  vi: "Có người vừa sửa cùng một chỗ. Hãy tải lại rồi thử lần nữa.",
  en: "Somebody changed the same thing meanwhile. Reload and try again.",
};

const raceCodes = new Set(["P2002", "P2034", "40001", "40P01", "55P03", "23505", "23P01"]);

/** A database guard or a lost race as a `Failure`; anything unknown is returned as it came. */
export function refusalOf(error: unknown): unknown {
  if (error instanceof Failure) return error;
  const text = describe(error);
  const guard = guards.find(({ sign }) => text.includes(sign));
  if (guard) return new Failure(guard.code, guard.text);
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string" && raceCodes.has(code)) return new Failure("conflict", conflict);
  if ([...raceCodes].some((race) => text.includes(`"${race}"`) || text.includes(`Code: \`${race}\``))) {
    return new Failure("conflict", conflict);
  }
  return error;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const meta = "meta" in error ? JSON.stringify(error.meta) : "";
  const cause = error.cause === undefined ? "" : describeCause(error.cause);
  return `${error.message} ${meta} ${cause}`;
}

function describeCause(cause: unknown): string {
  return cause instanceof Error ? `${cause.message} ${JSON.stringify(cause)}` : JSON.stringify(cause);
}
