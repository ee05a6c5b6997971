import { hsalsa, xsalsa20poly1305 } from "@noble/ciphers/salsa.js";
import { x25519 } from "@noble/curves/ed25519.js";
import { blake2b } from "@noble/hashes/blake2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, randomBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { CHOICES, type Choice, type PublishedVote } from "../types";

/** Keys and everything sealed are written in hex: they travel as JSON and are compared as text. */
export type KeyPair = { publicKey: string; secretKey: string };

/** A sheet as it leaves the browser: one sealed voice a nominee, and what its member keeps. */
export type SealedSheet = { sheet: readonly string[]; receipt: string; code: string };

/** Bytes of one voice: the ballot's record, the nominee, the mark, the choice. Every voice is as long as any other. */
const SIZE = { record: 32, slot: 2, mark: 16, choice: 1 } as const;
export const SEALED_LENGTH = 2 * (48 + SIZE.record + SIZE.slot + SIZE.mark + SIZE.choice);

/** A new X25519 key pair from the machine's own randomness. */
export function newKeyPair(): KeyPair {
  const { publicKey, secretKey } = x25519.keygen();
  return { publicKey: bytesToHex(publicKey), secretKey: bytesToHex(secretKey) };
}

/** The public key that belongs to a secret one. */
export function publicKeyOf(secretKey: string): string {
  return bytesToHex(x25519.getPublicKey(hexToBytes(secretKey)));
}

/** crypto_box_seal of libsodium, byte for byte: only the owner of the secret key can open it. */
export function seal(message: Uint8Array, publicKey: string): string {
  const receiver = hexToBytes(publicKey);
  const once = x25519.keygen();
  const box = boxOf(x25519.getSharedSecret(once.secretKey, receiver), once.publicKey, receiver);
  return bytesToHex(concatBytes(once.publicKey, box.encrypt(message)));
}

/** crypto_box_seal_open of libsodium; null for what was sealed to another key, or changed. */
export function unseal(sealed: string, secretKey: string): Uint8Array | null {
  try {
    const bytes = hexToBytes(sealed);
    const [sender, closed] = [bytes.subarray(0, 32), bytes.subarray(32)];
    const own = hexToBytes(secretKey);
    const box = boxOf(x25519.getSharedSecret(own, sender), sender, x25519.getPublicKey(own));
    return box.decrypt(closed);
  } catch {
    return null;
  }
}

const sigma = wordsOf(utf8ToBytes("expand 32-byte k"));

function boxOf(shared: Uint8Array, sender: Uint8Array, receiver: Uint8Array) {
  const key = new Uint32Array(8);
  hsalsa(sigma, wordsOf(shared), new Uint32Array(4), key);
  const nonce = blake2b(concatBytes(sender, receiver), { dkLen: 24 });
  return xsalsa20poly1305(bytesOf(key), nonce);
}

function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(4 * at, true));
}

function bytesOf(words: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, at) => {
    view.setUint32(4 * at, word, true);
  });
  return new Uint8Array(view.buffer);
}

/** Seals a member's choices, one voice a nominee, each to the election's key and bound to its frozen record. */
export function sealSheet(
  { recordHash, publicKey }: { recordHash: string; publicKey: string },
  choices: readonly { slot: number; choice: Choice }[],
): SealedSheet {
  const code = bytesToHex(randomBytes(16));
  const sheet = choices.map(({ slot, choice }) => {
    const place = Uint8Array.of(slot >> 8, slot & 255);
    const said = Uint8Array.of(CHOICES.indexOf(choice));
    return seal(concatBytes(hexToBytes(recordHash), place, hexToBytes(markOf(code, slot)), said), publicKey);
  });
  return { sheet, receipt: receiptOf(sheet), code };
}

/** Under which mark a member's voice about a nominee is published: only the code leads to it. */
export function markOf(code: string, slot: number): string {
  return bytesToHex(sha256(utf8ToBytes(`${code} ${slot}`)).subarray(0, SIZE.mark));
}

/** Names a sealed sheet; published when the ballot closes. */
export function receiptOf(sheet: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(sheet.join("\n"))));
}

/** One voice in the clear; null when it was not sealed to this key, not for this record, or says nothing known. */
export function openVoice(sealed: string, secretKey: string, recordHash: string): PublishedVote | null {
  const bytes = unseal(sealed, secretKey);
  if (bytes === null || bytes.length !== SIZE.record + SIZE.slot + SIZE.mark + SIZE.choice) return null;
  const rest = bytes.subarray(SIZE.record);
  const choice = CHOICES[rest[SIZE.slot + SIZE.mark] ?? CHOICES.length];
  if (bytesToHex(bytes.subarray(0, SIZE.record)) !== recordHash || choice === undefined) return null;
  const slot = ((rest[0] ?? 0) << 8) + (rest[1] ?? 0);
  return { slot, mark: bytesToHex(rest.subarray(SIZE.slot, SIZE.slot + SIZE.mark)), choice };
}
