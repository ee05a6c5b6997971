"use server";

import { defineAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import {
  approveReport,
  approveReports,
  openSupplement,
  returnReport,
  saveReport,
  submitReport,
} from "./operations";

const pagesOf = ({ agency, year, month }: { agency: string; year: number; month: number }) => [
  paths.entry(agency, year, month),
  paths.review(agency, year, month),
  paths.work(),
];

// A save refreshes no page: the form that sent it already shows what it sent.
export const saveReportAction = defineAction(saveReport);

export const submitReportAction = defineAction(submitReport, { revalidates: pagesOf });

export const approveReportAction = defineAction(approveReport, { revalidates: pagesOf });

export const approveReportsAction = defineAction(approveReports, {
  revalidates: () => [paths.reviews(), paths.work()],
});

export const returnReportAction = defineAction(returnReport, { revalidates: pagesOf });

export const openSupplementAction = defineAction(openSupplement, { revalidates: pagesOf });
