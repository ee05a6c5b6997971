import { expect, test } from "vitest";
import { peopleText } from "@/lib/i18n/people";
import { personName } from "@/lib/results/people/view";

test("generated figures are signed in words, not by an id, in both languages", () => {
  expect(personName("demo:clerk", "vi")).toBe("Số liệu minh họa (người lập)");
  expect(personName("demo:head", "vi")).toBe("Số liệu minh họa (thủ trưởng)");
  expect(personName("demo:clerk", "en")).toBe("Illustrative figures (prepared by)");
  expect(Object.keys(peopleText.en.known)).toEqual(Object.keys(peopleText.vi.known));
});

test("people keep their names, the machine has one", () => {
  expect(personName("Đặng Thị Ước", "vi")).toBe("Đặng Thị Ước");
  expect(personName("system:cli", "vi")).toBe("Quản trị máy chủ");
  expect(personName("system:start", "en")).toBe("The system (start)");
  expect(personName("constructor", "vi")).toBe("constructor");
});
