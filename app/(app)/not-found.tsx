import { NotFoundNotice } from "@/components/shell/not-found-notice";
import { currentLocale } from "@/lib/i18n/locale";

/** Inside the shell, which already is the page's main part. */
export default async function NotFound() {
  return <NotFoundNotice locale={await currentLocale()} />;
}
