import { z } from "zod";
import { COUNT_CODES, type CountCode } from "@/lib/form/counts";
import { countFigure } from "../schema";

/** "1.234" and "1 234" as people write them; anything else is left to the figure's own reading. */
const typed = z.preprocess(
  (text) =>
    typeof text === "string" && /^\d{1,3}(?:[. ]\d{3})+$/.test(text.trim()) ? text.replace(/\D/g, "") : text,
  countFigure,
);

/** The page's flat form: what is left empty is missing. */
export const saveCountsInput = z.strictObject({
  agency: z.string().min(1).max(80),
  year: z.coerce.number().int().min(2010).max(2099),
  month: z.coerce.number().int().min(1).max(12),
  /** The counts as they stood when the page was shown, as `knownCounts` writes them. */
  known: z.string().max(400),
  ...(Object.fromEntries(COUNT_CODES.map((code) => [code, typed.optional()])) as Record<
    CountCode,
    z.ZodOptional<typeof typed>
  >),
});
export type SaveCountsInput = z.output<typeof saveCountsInput>;
