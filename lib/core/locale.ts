/** The two languages of the product; Vietnamese is the one of record. */
export type Locale = "vi" | "en";

/** A sentence for people, in both languages. */
export type Text = Readonly<Record<Locale, string>>;

/** Whether a value from outside (cookie, URL) names a language of the product. Example: isLocale("fr") is false. */
export function isLocale(x: unknown): x is Locale {
  return x === "vi" || x === "en";
}
