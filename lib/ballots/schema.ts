import { z } from "zod";
import { loginParam } from "@/lib/councils/schema";
import { SEALED_LENGTH } from "./sealing/rules";
import { BASES, CHOICES } from "./types";

const key = z.string().regex(/^[0-9a-f]{64}$/);
const share = z.string().regex(/^[0-9a-f]{162}$/);
const password = z.string().min(1).max(1024);
const whole = z.coerce.number().int().min(1).max(1000);
const parts = (text: string) => {
  const [numerator = "", denominator = ""] = text.split("/");
  return { numerator: Number(numerator), denominator: Number(denominator) };
};

/** A share as it is written: "4/5". */
const fraction = z
  .string()
  .regex(/^[1-9]\d{0,2}\/[1-9]\d{0,2}$/)
  .transform(parts)
  .refine(({ numerator, denominator }) => numerator <= denominator);

const ruleInput = z.strictObject({
  base: z.enum(BASES),
  threshold: fraction,
  strict: z.boolean(),
  quorum: fraction,
  written: z.boolean(),
  countsRecused: z.boolean(),
  seats: whole.nullable(),
});

export const nomineeInput = z.strictObject({
  subject: z.string().trim().min(1).max(200),
  award: z.string().trim().min(1).max(100),
  /** The nominated unit, or the unit of the nominated person. */
  agency: z.string().trim().max(64).optional(),
  login: loginParam.optional(),
  /** Members who declared a conflict of interest. */
  conflicts: z.array(loginParam).max(50).default([]),
});

export const prepareInput = z.strictObject({
  council: z.uuid(),
  title: z.string().trim().min(1).max(200),
  rule: ruleInput,
  nominees: z.array(nomineeInput).min(1).max(100),
  holders: z.tuple([loginParam, loginParam, loginParam]),
});
const ballot = z.uuid();
export const keyInput = z.strictObject({ ballot, publicKey: key });
export const openInput = z.strictObject({
  ballot,
  publicKey: key,
  /** The holders' keys that the shares were sealed to. */
  holderKeys: z.tuple([key, key, key]),
  shares: z.tuple([share, share, share]),
  standIns: z
    .array(z.strictObject({ member: z.uuid(), substitute: z.uuid() }))
    .max(50)
    .default([]),
  password,
});
export const castInput = z.strictObject({
  ballot,
  sheet: z
    .array(
      z
        .string()
        .length(SEALED_LENGTH)
        .regex(/^[0-9a-f]+$/),
    )
    .min(1)
    .max(100),
});
const slot = z.int().min(1).max(60_000);
export const opinionInput = z.strictObject({
  ballot,
  member: z.uuid(),
  choices: z
    .array(z.strictObject({ slot, choice: z.enum(CHOICES) }))
    .min(1)
    .max(100),
  document: z.string().trim().min(1).max(100),
});
export const closeInput = z.strictObject({ ballot, password });
export const passInput = z.strictObject({ ballot, to: z.int().min(1).max(3), share });
const mark = z.string().regex(/^[0-9a-f]{32}$/);
export const countInput = z.strictObject({
  ballot,
  votes: z.array(z.strictObject({ slot, mark, choice: z.enum(CHOICES) })).max(20_000),
});
export const cancelInput = z.strictObject({ ballot, reason: z.string().trim().min(1).max(500), password });
export const secondRoundInput = z.strictObject({ ballot });

export type Prepare = z.output<typeof prepareInput>;
export type NomineeInput = z.output<typeof nomineeInput>;
export type GiveKey = z.output<typeof keyInput>;
export type OpenBallot = z.output<typeof openInput>;
export type CastBallot = z.output<typeof castInput>;
export type RecordOpinion = z.output<typeof opinionInput>;
export type CloseBallot = z.output<typeof closeInput>;
export type PassShare = z.output<typeof passInput>;
export type CountBallot = z.output<typeof countInput>;
export type CancelBallot = z.output<typeof cancelInput>;
export type SecondRound = z.output<typeof secondRoundInput>;

export const ballotParams = z.strictObject({ id: z.uuid() });
