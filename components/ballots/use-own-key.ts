import { useSyncExternalStore } from "react";
import { type KeyPair, publicKeyOf } from "@/lib/ballots/sealing/rules";

const listeners = new Set<() => void>();
const nameOf = (ballot: string) => `ballot-key:${ballot}`;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function write(ballot: string, secretKey: string | null): void {
  if (secretKey === null) localStorage.removeItem(nameOf(ballot));
  else localStorage.setItem(nameOf(ballot), secretKey);
  for (const listener of listeners) listener();
}

/** A holder's own secret key of one ballot: it lies in this browser and nowhere else. */
export function useOwnKey(ballot: string) {
  const secretKey = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(nameOf(ballot)),
    () => null,
  );
  const pair: KeyPair | null = secretKey === null ? null : { secretKey, publicKey: publicKeyOf(secretKey) };
  return { pair, keep: (key: string) => write(ballot, key), forget: () => write(ballot, null) };
}
