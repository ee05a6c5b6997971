"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { cascadeTargets, draftTargetSet, issueTargetSet } from "./operations";

const shown = ({ year }: { year?: unknown }) => [
  paths.targets(),
  paths.targetSet(Number(year)),
  paths.results(),
];

export const draftTargetSetAction = defineFormAction(draftTargetSet, { revalidates: shown });
export const cascadeTargetsAction = defineFormAction(cascadeTargets, { revalidates: shown });
export const issueTargetSetAction = defineFormAction(issueTargetSet, { revalidates: shown });
