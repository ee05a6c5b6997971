import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";
import { combine, split } from "shamir-secret-sharing";
import { type KeyPair, newKeyPair, publicKeyOf, seal, unseal } from "../sealing/rules";

const HOLDERS = 3;
const ENOUGH = 2;

/** What leaves the browser in which an election's key is made: the secret part only in three sealed shares. */
export type SplitKey = { publicKey: string; shares: readonly string[] };

/** Makes the election's key, seals one share of its secret part to each holder, and forgets the secret part. */
export async function makeElectionKey(holderKeys: readonly string[]): Promise<SplitKey> {
  const { publicKey, secretKey } = newKeyPair();
  const parts = await split(hexToBytes(secretKey), HOLDERS, ENOUGH);
  return { publicKey, shares: parts.map((part, at) => seal(part, holderKeys[at] ?? "")) };
}

/** A holder's share sealed anew to the holder who counts; null when this key does not open it. */
export function passOn(share: string, own: KeyPair, to: string): string | null {
  const part = unseal(share, own.secretKey);
  return part && seal(part, to);
}

/** The election's secret key from two shares sealed to one holder; null when they do not make the published key. */
export async function electionSecret(
  shares: readonly [string, string],
  own: KeyPair,
  publicKey: string,
): Promise<string | null> {
  const [one, other] = shares.map((share) => unseal(share, own.secretKey));
  if (!one || !other) return null;
  try {
    const secret = bytesToHex(await combine([one, other]));
    return publicKeyOf(secret) === publicKey ? secret : null;
  } catch {
    return null;
  }
}
