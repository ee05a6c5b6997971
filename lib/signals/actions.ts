"use server";

import { defineAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { answerSignal } from "./operations";

export const answerSignalAction = defineAction(answerSignal, { revalidates: () => [paths.signals()] });
