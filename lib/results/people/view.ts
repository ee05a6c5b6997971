import type { Locale } from "@/lib/core/locale";
import { peopleText } from "@/lib/i18n/people";

/** How somebody is called: people by name; the generated figures' and the machine's own ids in words. */
export function personName(name: string, locale: Locale): string {
  const words: Readonly<Record<string, string>> = peopleText[locale].known;
  if (Object.hasOwn(words, name)) return words[name] ?? name;
  return name.startsWith("system:") ? peopleText[locale].machine(name.slice("system:".length)) : name;
}
