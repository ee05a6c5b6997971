import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { agencyParam } from "@/lib/scoreboard/schema";

const morning = z.string().refine(isDay);

/** The state of the page, from its address: what cannot be read falls back to the newest morning of one's own agency. */
export const digestPageSchema = z.object({
  ngay: morning.optional().catch(undefined),
  agency: agencyParam.optional().catch(undefined),
});
