"use server";

import { defineAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { acceptSummary, excuseAgency, returnSummary, signSummary, withdrawExcuse } from "./operations";

const pagesOf = ({ agency, year, month }: { agency: string; year: number; month: number }) => [
  paths.summary(agency, year, month),
  paths.work(),
];

export const excuseAgencyAction = defineAction(excuseAgency, { revalidates: pagesOf });

export const withdrawExcuseAction = defineAction(withdrawExcuse, { revalidates: pagesOf });

export const signSummaryAction = defineAction(signSummary, { revalidates: pagesOf });

export const acceptSummaryAction = defineAction(acceptSummary, { revalidates: pagesOf });

export const returnSummaryAction = defineAction(returnSummary, { revalidates: pagesOf });
