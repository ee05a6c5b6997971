import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False until the page's script runs: what is typed or chosen before that would be lost, or sent as an address. */
export function useReady(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
