import { Notice } from "@/components/ui/notice";
import type { Locale } from "@/lib/core/locale";
import { shellText } from "@/lib/i18n/shell";
import { paths } from "@/lib/paths";

/** What is missing and what may not be seen look the same. */
export function NotFoundNotice({ locale }: { locale: Locale }) {
  const t = shellText[locale];
  return (
    <Notice title={t.notFoundTitle} text={t.notFoundText}>
      <a className="button" href={paths.work()}>
        {t.backToWork}
      </a>
    </Notice>
  );
}
