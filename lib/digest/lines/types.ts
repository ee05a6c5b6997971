/** How a line looks: a shape and a tone, never colour alone. */
export type LineMark = { shape: string; tone: "met" | "pace" | "behind" | "miss" | "none" };

/** One thing that happened, with where it is proven. */
export type DigestLine = { mark: LineMark; text: string; note: string | null; href: string };

export type DigestSection = {
  key: "alerts" | "returned" | "corrected" | "late" | "arrived" | "signed";
  title: string;
  lead: string | null;
  lines: readonly DigestLine[];
};

/** A digest in words. */
export type DigestView = {
  title: string;
  facts: readonly string[];
  window: string;
  illustrative: string | null;
  sections: readonly DigestSection[];
};
