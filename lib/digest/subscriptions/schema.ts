import { z } from "zod";

/** One plain address: what could carry a second one or a header is no address. */
const email = z.email({
  pattern: /^[^\s<>,;:"'()[\]\\@]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,}$/i,
  error: "one e-mail address such as name@example.vn",
});

const isActive = z.union([z.boolean(), z.enum(["yes", "no"]).transform((text) => text === "yes")]);

export const subscribeSchema = z.strictObject({
  email: z.string().trim().max(254).pipe(email).optional(),
  locale: z.enum(["vi", "en"]).default("vi"),
  active: isActive,
});
export type Subscribe = z.output<typeof subscribeSchema>;
