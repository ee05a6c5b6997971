import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";
import { foldText } from "@/lib/core/slug";
import { passwordRulesSchema } from "./schema";
import type { PasswordRules } from "./types";

export const PASSWORD_RULES_KEY = "password.rules";

/** What holds where the setting "password.rules" says nothing else. */
export const DEFAULT_PASSWORD_RULES: PasswordRules = {
  minLength: 12,
  maxLength: 128,
  minDistinct: 5,
  blocked: [
    "thads",
    "thihanhan",
    "thidua",
    "tongcuc",
    "matkhau",
    "password",
    "quantri",
    "123456",
    "qwerty",
    "abcdef",
  ],
};

/** The rules in force: the installation's setting, as far as it makes sense, over the product's defaults. */
export function passwordRulesOf(setting: unknown): PasswordRules {
  const parsed = passwordRulesSchema.safeParse(setting ?? {});
  const given = Object.entries(parsed.data ?? {}).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_PASSWORD_RULES, ...Object.fromEntries(given) };
}

/** Why a password may not be chosen, or null. `personal` are words of the person's own (login, name). */
export function passwordProblem(
  password: string,
  rules: PasswordRules,
  personal: readonly string[],
): Text | null {
  const length = [...password].length;
  if (length < rules.minLength) {
    return {
      vi: `Mật khẩu cần ít nhất ${rules.minLength} ký tự.`,
      en: `The password needs at least ${rules.minLength} characters.`,
    };
  }
  if (length > rules.maxLength) {
    return {
      vi: `Mật khẩu dài nhất ${rules.maxLength} ký tự.`,
      en: `The password has at most ${rules.maxLength} characters.`,
    };
  }
  if (new Set(password).size < rules.minDistinct) {
    return { vi: "Mật khẩu lặp lại quá ít ký tự.", en: "The password repeats too few characters." };
  }
  const squeezed = squeeze(password);
  const word = [...rules.blocked, ...personal]
    .map(squeeze)
    .find((each) => each.length >= 4 && squeezed.includes(each));
  if (word === undefined) return null;
  return {
    vi: `Mật khẩu chứa từ dễ đoán «${word}»: hãy bỏ từ đó.`,
    en: `The password contains the easily guessed word “${word}”: leave it out.`,
  };
}

/** Refuses a password that breaks the rules, naming the field. */
export function assertPassword(
  field: string,
  password: string,
  rules: PasswordRules,
  personal: readonly string[],
): void {
  const problem = passwordProblem(password, rules, personal);
  if (problem) throw new Failure("invalid", problem, { fields: { [field]: problem } });
}

/** The dates of an assignment: not empty, and an acting head's end and decision are known. */
export function assertAssignable(assignment: {
  validFrom: Day;
  validUntil?: Day | undefined;
  acting: boolean;
  decisionNumber?: string | undefined;
}): void {
  const { validFrom, validUntil, acting, decisionNumber } = assignment;
  if (validUntil !== undefined && validUntil <= validFrom) {
    refuse("validUntil", { vi: "Ngày thôi phải sau ngày bắt đầu.", en: "The end must be after the start." });
  }
  if (acting && validUntil === undefined) {
    refuse("validUntil", {
      vi: "Phụ trách thì phải có ngày thôi.",
      en: "An acting assignment needs its end.",
    });
  }
  if (acting && !decisionNumber) {
    refuse("decisionNumber", {
      vi: "Phụ trách thì phải có số quyết định.",
      en: "An acting assignment needs its decision number.",
    });
  }
}

function refuse(field: string, text: Text): never {
  throw new Failure("invalid", text, { fields: { [field]: text } });
}

function squeeze(text: string): string {
  return foldText(text).replace(/[^a-z0-9]/g, "");
}
