import type { Locale } from "@/lib/core/locale";
import { workText } from "@/lib/i18n/work";
import type { ReportStatus } from "@/lib/results/types";

const looks: Record<ReportStatus | "NONE", { shape: string; tone: string }> = {
  NONE: { shape: "–", tone: "" },
  DRAFT: { shape: "○", tone: "" },
  SUBMITTED: { shape: "●", tone: "chip-pace" },
  RETURNED: { shape: "▼", tone: "chip-miss" },
  APPROVED: { shape: "▲", tone: "chip-met" },
  LOCKED: { shape: "▲", tone: "chip-met" },
  SUPERSEDED: { shape: "◆", tone: "chip-behind" },
};

/** A report's status as shape, word and colour. */
export function StatusChip({ status, locale }: { status: ReportStatus | null; locale: Locale }) {
  const { shape, tone } = looks[status ?? "NONE"];
  return (
    <span className={`chip ${tone}`}>
      <span aria-hidden="true">{shape}</span> {workText[locale].status[status ?? "NONE"]}
    </span>
  );
}
