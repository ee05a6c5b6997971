import { z } from "zod";
import { ROLES } from "@/lib/auth/actor";
import { isDay } from "@/lib/core/day";

const login = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => /^[a-z0-9][a-z0-9._-]{1,63}$/.test(text), {
    error: "2 to 64 letters a–z, digits, dot, dash or underscore, starting with a letter or digit",
    params: { vi: "2 đến 64 ký tự a–z, chữ số, chấm, gạch; bắt đầu bằng chữ hoặc số" },
  });
const day = z
  .string()
  .refine(isDay, { error: "a day YYYY-MM-DD", params: { vi: "một ngày có thật, dạng YYYY-MM-DD" } });
const flag = z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false);
const password = z.string().min(1).max(1024);

const assignment = {
  role: z.enum(ROLES),
  agency: z.string().min(1).max(64),
  validFrom: day.optional(),
  validUntil: day.optional(),
  acting: flag,
  decisionNumber: z.string().trim().min(1).max(100).optional(),
};

export const createUserSchema = z.strictObject({
  login,
  name: z.string().trim().min(1).max(120),
  password: password.optional(),
  ...assignment,
});
export const assignRoleSchema = z.strictObject({ login, ...assignment });
export const endAssignmentSchema = z.strictObject({ assignmentId: z.uuid(), validUntil: day.optional() });
export const userSchema = z.strictObject({ login });
export const resetPasswordSchema = z.strictObject({ login, password: password.optional() });
export const changeOwnPasswordSchema = z.strictObject({
  current: password,
  next: password,
  repeat: password,
});
export const createTokenSchema = z.strictObject({
  login: login.optional(),
  label: z.string().trim().max(100).default(""),
});
export const revokeTokenSchema = z.strictObject({ tokenId: z.uuid() });

export const endSessionSchema = z.strictObject({ sessionId: z.string().regex(/^[0-9a-f]{16}$/) });

export type CreateUser = z.output<typeof createUserSchema>;
export type AssignRole = z.output<typeof assignRoleSchema>;
export type EndAssignment = z.output<typeof endAssignmentSchema>;
export type ResetPassword = z.output<typeof resetPasswordSchema>;
export type ChangeOwnPassword = z.output<typeof changeOwnPasswordSchema>;
export type CreateToken = z.output<typeof createTokenSchema>;
export type EndSession = z.output<typeof endSessionSchema>;
export type RevokeToken = z.output<typeof revokeTokenSchema>;

/** The setting "password.rules": each part may be left to the product. */
export const passwordRulesSchema = z
  .object({
    minLength: z.number().int().min(8).max(64),
    maxLength: z.number().int().min(64).max(1024),
    minDistinct: z.number().int().min(1).max(20),
    blocked: z.array(z.string()),
  })
  .partial();
