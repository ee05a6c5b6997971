import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import fc from "fast-check";
import sodium from "libsodium-wrappers";
import { beforeAll, expect, test } from "vitest";
import { electionSecret, makeElectionKey, passOn } from "@/lib/ballots/keys/rules";
import {
  markOf,
  newKeyPair,
  openVoice,
  publicKeyOf,
  receiptOf,
  SEALED_LENGTH,
  seal,
  sealSheet,
  unseal,
} from "@/lib/ballots/sealing/rules";
import { CHOICES } from "@/lib/ballots/types";

beforeAll(() => sodium.ready);

const recordHash = "ab".repeat(32);
const choices = fc.array(fc.constantFrom(...CHOICES), { minLength: 1, maxLength: 12 });

test("libsodium opens what we seal, and we open what libsodium seals", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
      const pair = sodium.crypto_box_keypair();
      const [own, secret] = [bytesToHex(pair.publicKey), bytesToHex(pair.privateKey)];
      const opened = sodium.crypto_box_seal_open(
        hexToBytes(seal(message, own)),
        pair.publicKey,
        pair.privateKey,
      );
      expect(bytesToHex(opened)).toBe(bytesToHex(message));
      const theirs = bytesToHex(sodium.crypto_box_seal(message, pair.publicKey));
      expect(bytesToHex(unseal(theirs, secret) ?? new Uint8Array(1))).toBe(bytesToHex(message));
      expect(publicKeyOf(secret)).toBe(own);
    }),
    { numRuns: 60 },
  );
});

test("a sealed voice opens to what was said, under the mark that the member's code leads to", () => {
  fc.assert(
    fc.property(choices, (said) => {
      const { publicKey, secretKey } = newKeyPair();
      const entries = said.map((choice, at) => ({ slot: 300 * at + 1, choice }));
      const { sheet, receipt, code } = sealSheet({ recordHash, publicKey }, entries);
      const opened = sheet.map((voice) => openVoice(voice, secretKey, recordHash));
      expect(opened).toEqual(entries.map((each) => ({ ...each, mark: markOf(code, each.slot) })));
      expect(receiptOf(sheet)).toBe(receipt);
    }),
    { numRuns: 30 },
  );
});

test("every voice is as long as any other, and sealing the same choice twice looks different", () => {
  const { publicKey } = newKeyPair();
  const sheets = CHOICES.flatMap((choice) =>
    [1, 2, 60_000].map((slot) => sealSheet({ recordHash, publicKey }, [{ slot, choice }])),
  );
  expect(new Set(sheets.map(({ sheet }) => sheet[0]?.length))).toEqual(new Set([SEALED_LENGTH]));
  const twice = [1, 2].map(() => sealSheet({ recordHash, publicKey }, [{ slot: 1, choice: "agree" }]));
  expect(twice[0]?.sheet).not.toEqual(twice[1]?.sheet);
});

test("a voice of another ballot, to another key, changed by one bit, or of an unknown choice is nothing", () => {
  const { publicKey, secretKey } = newKeyPair();
  const [voice = ""] = sealSheet({ recordHash, publicKey }, [{ slot: 1, choice: "agree" }]).sheet;
  expect(openVoice(voice, secretKey, recordHash)).not.toBeNull();
  expect(openVoice(voice, secretKey, "cd".repeat(32))).toBeNull();
  expect(openVoice(voice, newKeyPair().secretKey, recordHash)).toBeNull();
  for (let at = 0; at < voice.length; at += 1) {
    const flipped =
      voice.slice(0, at) + (Number.parseInt(voice[at] ?? "0", 16) ^ 1).toString(16) + voice.slice(at + 1);
    expect(openVoice(flipped, secretKey, recordHash)).toBeNull();
  }
  const strange = new Uint8Array(51).fill(9);
  strange.set(hexToBytes(recordHash));
  expect(openVoice(seal(strange, publicKey), secretKey, recordHash)).toBeNull();
  expect(openVoice(seal(utf8ToBytes("agree"), publicKey), secretKey, recordHash)).toBeNull();
  expect(openVoice("not hex", secretKey, recordHash)).toBeNull();
});

test("any two of three holders make the election's key; one alone, or a foreign share, does not", async () => {
  const holders = [newKeyPair(), newKeyPair(), newKeyPair()];
  const { publicKey, shares } = await makeElectionKey(holders.map((each) => each.publicKey));
  expect(shares).toHaveLength(3);
  for (const [giver, counter] of [
    [0, 1],
    [0, 2],
    [1, 2],
    [2, 0],
  ] as const) {
    const [from, to] = [holders[giver], holders[counter]];
    if (!from || !to) throw new Error("three holders");
    const own = shares[counter] ?? "";
    const passed = passOn(shares[giver] ?? "", from, to.publicKey) ?? "";
    const secret = await electionSecret([own, passed], to, publicKey);
    expect(secret && publicKeyOf(secret)).toBe(publicKey);
    expect(await electionSecret([own, own], to, publicKey)).toBeNull();
    expect(await electionSecret([own, shares[giver] ?? ""], to, publicKey), "not passed on").toBeNull();
    expect(passOn(shares[giver] ?? "", to, to.publicKey), "not one's own").toBeNull();
  }
  const others = await makeElectionKey(holders.map((each) => each.publicKey));
  const [first, second] = holders;
  if (!first || !second) throw new Error("three holders");
  const foreign = passOn(others.shares[0] ?? "", first, second.publicKey) ?? "";
  expect(await electionSecret([shares[1] ?? "", foreign], second, publicKey)).toBeNull();
});
