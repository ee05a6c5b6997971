import { expect, test } from "vitest";
import { sharedLookup, sharedRead } from "@/lib/db/shared-read";

/** A source that counts its questions and answers when told. */
function source() {
  const open: ((fails?: boolean) => void)[] = [];
  let asked = 0;
  const read = sharedRead(() => {
    asked += 1;
    const number = asked;
    return new Promise<number>((resolve, reject) => {
      open.push((fails) => (fails ? reject(new Error(`no ${number}`)) : resolve(number)));
    });
  });
  return { read, answer: (fails = false) => open.shift()?.(fails), asked: () => asked };
}

test("shares the next question, never the one already under way", async () => {
  const { read, answer, asked } = source();
  const first = read();
  const late = [read(), read(), read()];
  expect(asked()).toBe(1);
  answer();
  expect(await first).toBe(1);
  await Promise.resolve();
  answer();
  expect(await Promise.all(late)).toEqual([2, 2, 2]);
  expect(asked()).toBe(2);
});

test("whoever comes while the shared question runs waits for one more", async () => {
  const { read, answer, asked } = source();
  const first = read();
  const second = read();
  answer();
  await first;
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(asked()).toBe(2);
  const third = read();
  answer();
  expect(await second).toBe(2);
  await new Promise((resolve) => setTimeout(resolve, 0));
  answer();
  expect(await third).toBe(3);
});

test("a failed question fails only those who shared it", async () => {
  const { read, answer } = source();
  const first = read();
  const second = read();
  answer(true);
  await expect(first).rejects.toThrow("no 1");
  await new Promise((resolve) => setTimeout(resolve, 0));
  answer();
  expect(await second).toBe(2);
  const third = read();
  answer();
  expect(await third).toBe(3);
});

test("asks about several things at once, each answered with its own", async () => {
  const asked: (readonly string[])[] = [];
  const find = sharedLookup(async (keys) => {
    asked.push(keys);
    await new Promise((resolve) => setTimeout(resolve, 1));
    return new Map(keys.filter((key) => key !== "c").map((key) => [key, `${key}!`]));
  });
  expect(await Promise.all(["a", "b", "c", "b"].map(find))).toEqual(["a!", "b!", undefined, "b!"]);
  expect(asked).toEqual([["a"], ["b", "c"]]);
});
