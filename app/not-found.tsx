import { connection } from "next/server";
import { NotFoundNotice } from "@/components/shell/not-found-notice";
import { currentLocale } from "@/lib/i18n/locale";

export default async function NotFound() {
  await connection();
  return (
    <main id="content" className="mx-auto max-w-xl p-6">
      <NotFoundNotice locale={await currentLocale()} />
    </main>
  );
}
