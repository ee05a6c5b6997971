import { expect, test } from "vitest";
import { DEFAULT_PASSWORD_RULES, passwordProblem, passwordRulesOf } from "@/lib/users/rules";

const problem = (password: string, personal: string[] = []) =>
  passwordProblem(password, DEFAULT_PASSWORD_RULES, personal)?.en ?? null;

test("a password has 12 to 128 characters", () => {
  expect(problem("lá vàng rơi")).toBe("The password needs at least 12 characters.");
  expect(problem("lá vàng rơi!")).toBeNull();
  expect(problem(`${"gió mùa hạ".repeat(12)}về rồi đ`)).toBeNull();
  expect(problem(`${"gió mùa hạ".repeat(12)}về rồi đ!`)).toBe("The password has at most 128 characters.");
});

test("characters are counted as people see them", () => {
  expect(problem("🍂🍁🌾🌿🌱🌲")).toBe("The password needs at least 12 characters.");
});

test("few different characters do not make a password", () => {
  expect(problem("aaaabbbbaaaabbbb")).toBe("The password repeats too few characters.");
});

test.each(["Mật-Khẩu của tôi", "THADS hung yen 99", "my p.a.s.s.w.o.r.d !", "123456 bon nam"])(
  "refuses the guessable %s",
  (password) => {
    expect(problem(password)).toMatch(/easily guessed/);
  },
);

test("refuses the person's own login and name, but not a syllable of three letters", () => {
  expect(problem("nguyen.van.lan 77", ["nguyen.van.lan"])).toMatch(/easily guessed/);
  expect(problem("hoa lan nở muộn", ["lan"])).toBeNull();
});

test("the setting overrides a part, and a senseless one is ignored", () => {
  expect(passwordRulesOf({ minLength: 20 })).toEqual({ ...DEFAULT_PASSWORD_RULES, minLength: 20 });
  expect(passwordRulesOf({ minLength: 1 })).toEqual(DEFAULT_PASSWORD_RULES);
  expect(passwordRulesOf(undefined)).toEqual(DEFAULT_PASSWORD_RULES);
});
