import { useCallback, useEffect, useState } from "react";
import {
  type Draft,
  draftChanges,
  draftKey,
  draftOf,
  draftText,
  mergedDraft,
  parseDraft,
} from "@/components/results/entry/draft";
import type { EntryEvent, EntryState } from "@/components/results/entry/state";
import { now } from "@/lib/clock";

type Place = Parameters<typeof draftKey>[0];

/** Keeps in this browser what the server does not have yet, and offers what an earlier visit left. */
export function useDraft(place: Place, state: EntryState, dispatch: (event: EntryEvent) => void) {
  const name = draftKey(place);
  const [offer, setOffer] = useState<Draft | null>(null);
  const [isLoaded, setLoaded] = useState(false);
  const [isKept, setKept] = useState(true);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what an earlier visit left is looked at once.
  useEffect(() => {
    const found = parseDraft(readStore(name));
    const differs =
      found !== null && (draftChanges(found, state.stored.values).length > 0 || hasReasons(found));
    setOffer(differs ? found : null);
    setLoaded(true);
  }, [name]);

  useEffect(() => {
    if (!isLoaded) return;
    const draft = mergedDraft(offer, draftOf(state, now().toISOString()));
    setKept(writeStore(name, draft === null ? null : draftText(draft)));
  }, [name, state, offer, isLoaded]);

  const accept = useCallback(() => {
    if (offer) dispatch({ ...offer, kind: "restored" });
    setOffer(null);
  }, [offer, dispatch]);
  const drop = useCallback(() => setOffer(null), []);
  return { offer, accept, drop, isKept };
}

function hasReasons({ reasons }: Draft): boolean {
  return Object.keys(reasons).length > 0;
}

function readStore(name: string): string | null {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** False when this browser refuses to keep anything (full, or private mode). */
function writeStore(name: string, text: string | null): boolean {
  try {
    if (text === null) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
