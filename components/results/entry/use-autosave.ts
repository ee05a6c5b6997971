import { useCallback, useEffect, useRef } from "react";
import { hasUnsaved, snapshotOf } from "@/components/results/entry/derived-state";
import { type SaveBody, saveBody, storedSide } from "@/components/results/entry/exchange";
import type { EntryEvent, EntryState, Snapshot } from "@/components/results/entry/state";
import type { ActionState } from "@/lib/actions/define-action";
import { now } from "@/lib/clock";
import type { ReportKey, SavedReport } from "@/lib/results/types";

/** The server's way in. */
export type Save = (raw: unknown, idempotencyKey?: string) => Promise<ActionState<SavedReport>>;

type Attempt = { body: SaveBody; snapshot: Snapshot; key: string };

const quiet = 800;
const backoff = [2_000, 5_000, 15_000, 30_000, 60_000];

/**
 * Saves 800 ms after the last change, one request at a time. A save that got no answer is sent again unchanged
 * under its own key until it is answered, so that a lost answer can never turn into a conflict with oneself.
 */
export function useAutosave(
  key: ReportKey,
  state: EntryState,
  dispatch: (event: EntryEvent) => void,
  save: Save,
) {
  const waiting = useRef<Attempt | null>(null);
  const isBusy = useRef(false);
  const failures = useRef(0);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);

  const flush = useCallback(async () => {
    const current = latest.current;
    if (isBusy.current || current.theirs !== null || (waiting.current === null && !hasUnsaved(current)))
      return;
    const attempt = waiting.current ?? newAttempt(key, current);
    waiting.current = attempt;
    isBusy.current = true;
    dispatch({ kind: "sent", snapshot: attempt.snapshot });
    const answer = await answerOf(save, attempt);
    isBusy.current = false;
    failures.current = answer === null ? failures.current + 1 : 0;
    if (answer !== null) waiting.current = null;
    dispatch(eventOf(answer, attempt));
  }, [key, dispatch, save]);

  const isUnsaved = hasUnsaved(state);
  const isBlocked = state.link === "signedOut" || state.link === "refused" || state.theirs !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the figures starts the quiet time anew.
  useEffect(() => {
    if (isBlocked || state.sending !== null) return;
    if (!isUnsaved && waiting.current === null) return;
    const delay =
      state.link === "offline" ? (backoff[Math.min(failures.current, backoff.length) - 1] ?? quiet) : quiet;
    const timer = window.setTimeout(() => void flush(), delay);
    return () => window.clearTimeout(timer);
  }, [state.values, state.reasons, state.sending, state.link, isUnsaved, isBlocked, flush]);

  useEffect(() => {
    const retry = () => void flush();
    window.addEventListener("online", retry);
    return () => window.removeEventListener("online", retry);
  }, [flush]);

  return flush;
}

function newAttempt(key: ReportKey, state: EntryState): Attempt {
  const snapshot = snapshotOf(state);
  return { body: saveBody(key, state.stored, snapshot), snapshot, key: randomKey() };
}

/** Null = no answer at all: the line is down or the server is away. */
async function answerOf(save: Save, { body, key }: Attempt): Promise<ActionState<SavedReport> | null> {
  if (!navigator.onLine) return null;
  try {
    return (await save(body, key)) ?? null;
  } catch {
    return null;
  }
}

function eventOf(answer: ActionState<SavedReport> | null, { snapshot }: Attempt): EntryEvent {
  if (answer === null) return { kind: "failed", link: "offline", refusal: null };
  if (answer.status === "done") {
    return { kind: "saved", stored: { ...snapshot, version: answer.result.version }, at: clockTime() };
  }
  const theirs = answer.code === "conflict" ? storedSide(answer.details, snapshot.reasons) : null;
  if (theirs !== null) return { kind: "stale", theirs };
  const link = answer.code === "unauthenticated" ? "signedOut" : "refused";
  return { kind: "failed", link, refusal: answer.text };
}

/** Hours and minutes in Việt Nam. */
function clockTime(): string {
  return now().toLocaleTimeString("vi-VN", {
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "Asia/Ho_Chi_Minh",
  });
}

/** Works without a secure context, unlike crypto.randomUUID. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
