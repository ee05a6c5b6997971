import type { Locale } from "@/lib/core/locale";
import type { Slice } from "@/lib/form/columns";

type SliceText = {
  sliceTabs: string;
  slices: Record<Slice, string>;
  sliceMark: Record<"errors" | "warnings" | "reported" | "missing", (count: number) => string>;
  whole: string;
  partSplit: string;
  partSubset: string;
  partOptional: string;
  partDrop: string;
  partDropLead: (n: number) => string;
  partDropApply: (n: number) => string;
  parts: string;
};

const vi: SliceText = {
  sliceTabs: "Phần số liệu đang nhập",
  slices: {
    total: "Toàn bộ",
    exOfficio: "Chủ động",
    onRequest: "Theo yêu cầu",
    credit: "Tín dụng, ngân hàng",
    stateBudget: "Thu ngân sách",
    corruptionEconomic: "Tham nhũng, kinh tế",
  },
  sliceMark: {
    errors: (count) => `${count} lỗi phải sửa`,
    warnings: (count) => `${count} cảnh báo cần giải trình`,
    reported: () => "đã có số",
    missing: () => "chưa nhập",
  },
  whole: "Toàn bộ",
  partSplit: "Từng cột, chủ động + theo yêu cầu phải bằng toàn bộ.",
  partSubset: "Đây là một phần của toàn bộ: không cột nào được vượt toàn bộ.",
  partOptional: "Không báo cáo phần này thì để trống; để trống không phải là 0.",
  partDrop: "Bỏ báo cáo phần này",
  partDropLead: (n) => `${n} ô của phần này sẽ trở lại chưa nhập.`,
  partDropApply: (n) => `Xóa ${n} ô`,
  parts: "Trong đó",
};

const en: SliceText = {
  sliceTabs: "Part of the docket being entered",
  slices: {
    total: "Whole docket",
    exOfficio: "Ex officio",
    onRequest: "On request",
    credit: "Credit, banking",
    stateBudget: "State budget",
    corruptionEconomic: "Corruption, economic",
  },
  sliceMark: {
    errors: (count) => `${count} ${count === 1 ? "error" : "errors"} to correct`,
    warnings: (count) => `${count} ${count === 1 ? "warning" : "warnings"} to explain`,
    reported: () => "has figures",
    missing: () => "not entered",
  },
  whole: "Whole",
  partSplit: "In every column ex officio + on request must equal the whole docket.",
  partSubset: "A part of the whole docket: no column may exceed it.",
  partOptional: "Leave a part you do not report empty; empty is not zero.",
  partDrop: "Stop reporting this part",
  partDropLead: (n) => `${n} ${n === 1 ? "cell" : "cells"} of this part will be not entered again.`,
  partDropApply: (n) => `Clear ${n} ${n === 1 ? "cell" : "cells"}`,
  parts: "Of which",
};

/** Words of the parts of the docket on the monthly form. */
export const entrySliceText = { vi, en } satisfies Record<Locale, SliceText>;
