import type { Organisation } from "@/lib/agencies/types";
import { compareVietnamese } from "@/lib/core/slug";

export type AgencyOption = { code: string; name: string };

/** Every agency there ever was with its latest name, in Vietnamese order: accounts may be tied to any. */
export function agencyOptions({ versions }: Organisation): AgencyOption[] {
  return [...versions]
    .map(([code, rows]) => ({ code, name: rows.at(-1)?.name ?? code }))
    .sort((a, b) => compareVietnamese(a.name, b.name));
}

const browsers = [
  [/\bEdg(?:A|iOS)?\//, "Edge"],
  [/\bFirefox\/|\bFxiOS\//, "Firefox"],
  [/\bcoc_coc_browser\/|\bCocCoc\//i, "Cốc Cốc"],
  [/\bChrome\/|\bCriOS\/|\bHeadlessChrome\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;
const systems = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b|\biPad\b/, "iOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
] as const;

/** What a browser calls itself, as people call it: "Chrome, Windows"; its own words where it is not known. */
export function deviceInWords(agent: string): string {
  const found = [browsers, systems].flatMap((known) => known.find(([sign]) => sign.test(agent))?.[1] ?? []);
  return found.length === 0 ? agent : found.join(", ");
}
