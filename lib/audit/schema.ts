import { z } from "zod";
import { isDay } from "@/lib/core/day";

const words = z.string().trim().min(1).max(200).optional().catch(undefined);
const dayText = z.string().refine(isDay).optional().catch(undefined);

/** What the audit page is asked for; anything unreadable in the address counts as not asked. */
export const auditFilter = z.object({
  chain: words,
  subject: words,
  actor: words,
  from: dayText,
  to: dayText,
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  verify: z.literal("1").optional().catch(undefined),
});
export type AuditFilter = z.output<typeof auditFilter>;
