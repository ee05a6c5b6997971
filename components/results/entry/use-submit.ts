import { useEffect, useRef, useState } from "react";
import { hasUnsaved } from "@/components/results/entry/derived-state";
import { errorsOf, unexplained } from "@/components/results/entry/issues";
import type { EntryState } from "@/components/results/entry/state";
import type { ActionState } from "@/lib/actions/define-action";
import type { Text } from "@/lib/core/locale";
import type { Issue } from "@/lib/form/issue";
import type { ReportKey, SavedReport } from "@/lib/results/types";

/** Sending a report for approval. */
export type Submit = { isSending: boolean; refusal: Text | null; start: () => void };

type Options = {
  key: ReportKey;
  state: EntryState;
  issues: readonly Issue[];
  flush: () => Promise<void>;
  send: (raw: unknown) => Promise<ActionState<SavedReport>>;
  done: () => void;
};

const noAnswer: Text = {
  vi: "Chưa gửi được: mất mạng hoặc máy chủ không trả lời. Số đã nhập vẫn còn; hãy gửi lại.",
  en: "Not sent: no connection or no answer. Your figures are kept; send again.",
};

/** Saves what is open first, then sends; what stands in the way is shown and focused instead. */
export function useSubmit({ key, state, issues, flush, send, done }: Options): Submit {
  const [phase, setPhase] = useState<"idle" | "saving" | "sending">("idle");
  const [refusal, setRefusal] = useState<Text | null>(null);
  const isSending = useRef(false);
  const isBlocked =
    errorsOf(issues).length + unexplained(issues, state.reasons).length + Object.keys(state.problems).length >
    0;
  const isStuck = state.link !== "ready" || state.theirs !== null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: moves on only when the saved state does.
  useEffect(() => {
    if (phase !== "saving") return;
    if (isStuck) return setPhase("idle");
    if (state.sending !== null) return;
    if (hasUnsaved(state)) return void flush();
    if (isSending.current) return;
    isSending.current = true;
    setPhase("sending");
    void answerOf(send, { ...key, expectedVersion: state.stored.version }).then((answer) => {
      isSending.current = false;
      setPhase("idle");
      if (answer?.status === "done") done();
      else setRefusal(answer?.text ?? noAnswer);
    });
  }, [phase, state, isStuck]);

  const start = () => {
    setRefusal(null);
    if (isBlocked) window.setTimeout(() => document.getElementById("entry-errors")?.focus(), 0);
    else setPhase("saving");
  };
  return { isSending: phase !== "idle", refusal, start };
}

async function answerOf(send: Options["send"], body: unknown): Promise<ActionState<SavedReport> | null> {
  try {
    return (await send(body)) ?? null;
  } catch {
    return null;
  }
}
