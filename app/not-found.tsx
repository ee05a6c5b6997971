import { connection } from "next/server";
import { Notice } from "@/components/ui/notice";
import { currentLocale } from "@/lib/i18n/locale";
import { shellText } from "@/lib/i18n/shell";
import { paths } from "@/lib/paths";

export default async function NotFound() {
  await connection();
  const t = shellText[await currentLocale()];
  return (
    <main id="content" className="mx-auto max-w-xl p-6">
      <Notice title={t.notFoundTitle} text={t.notFoundText}>
        <a className="button" href={paths.work()}>
          {t.backToWork}
        </a>
      </Notice>
    </main>
  );
}
