import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import type { ActionState } from "@/lib/actions/define-action";
import type { Text } from "@/lib/core/locale";

const noAnswer: Text = {
  vi: "Chưa thực hiện được: mất mạng hoặc máy chủ không trả lời. Hãy thử lại.",
  en: "Not done: no connection or no answer. Try again.",
};

/** One step of the workflow behind a button: running, refused with its sentence, or done and shown anew. */
export function useStep<Result>(
  action: (raw: unknown) => Promise<ActionState<Result>>,
  done?: (result: Result) => void,
) {
  const router = useRouter();
  const [isRunning, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<Text | null>(null);
  const run = (raw: unknown) =>
    startTransition(async () => {
      try {
        const answer = await action(raw);
        setRefusal(answer.status === "refused" ? answer.text : null);
        if (answer.status === "refused") return;
        done?.(answer.result);
        router.refresh();
      } catch {
        setRefusal(noAnswer);
      }
    });
  return { run, isRunning, refusal };
}
