import type { Locale, Text } from "@/lib/core/locale";

/** Why a step was refused, said at once. */
export function RefusalNote({ refusal, locale }: { refusal: Text | null; locale: Locale }) {
  return (
    refusal && (
      <p role="alert" className="text-miss">
        {refusal[locale]}
      </p>
    )
  );
}
