import type { Text } from "@/lib/core/locale";

/** Counts of the second, small part of the report, by their codes in the sector's list; cumulative from 01/10. */
export const COUNT_CODES = [
  "D01",
  "D02",
  "G01",
  "G02",
  "G03",
  "K01",
  "K02",
  "H01",
  "H02",
  "CC1",
  "CC2",
  "N01",
  "N02",
] as const;
export type CountCode = (typeof COUNT_CODES)[number];

/** Counts of one report. Absent = not stated, never zero. */
export type Counts = Readonly<Partial<Record<CountCode, bigint>>>;

/** A part and the whole it may not exceed (V19). */
export const COUNT_PARTS = [
  { part: "D02", whole: "D01" },
  { part: "G02", whole: "G01" },
  { part: "G03", whole: "G01" },
  { part: "K02", whole: "K01" },
  { part: "H02", whole: "H01" },
  { part: "CC2", whole: "CC1" },
] as const satisfies readonly { part: CountCode; whole: CountCode }[];

/** The largest storable count: nobody takes more than two thousand million decisions a year. */
export const LARGEST_COUNT = 2_147_483_647n;

/** What each count is, and what it counts in. */
export const COUNT_LABELS: Readonly<Record<CountCode, { label: Text; unit: Text }>> = {
  D01: {
    label: { vi: "Bản án, quyết định phải ra quyết định thi hành án", en: "Judgments due for a decision" },
    unit: { vi: "bản án, quyết định", en: "judgments" },
  },
  D02: {
    label: { vi: "Quyết định thi hành án ra đúng thời hạn", en: "Enforcement decisions issued on time" },
    unit: { vi: "quyết định", en: "decisions" },
  },
  G01: {
    label: { vi: "Văn bản xin ý kiến đến hạn trả lời", en: "Requests for guidance due for an answer" },
    unit: { vi: "văn bản", en: "requests" },
  },
  G02: {
    label: { vi: "Văn bản trả lời đúng thời hạn", en: "Answered on time" },
    unit: { vi: "văn bản", en: "answers" },
  },
  G03: {
    label: { vi: "Văn bản trả lời đúng trình tự, bảo đảm chất lượng", en: "Answered properly" },
    unit: { vi: "văn bản", en: "answers" },
  },
  K01: {
    label: { vi: "Khiếu nại, tố cáo thuộc thẩm quyền phải giải quyết", en: "Complaints to resolve" },
    unit: { vi: "việc", en: "complaints" },
  },
  K02: {
    label: { vi: "Khiếu nại, tố cáo đã giải quyết xong", en: "Complaints resolved" },
    unit: { vi: "việc", en: "complaints" },
  },
  H01: {
    label: {
      vi: "Bản án, quyết định hành chính có quyết định buộc thi hành",
      en: "Administrative judgments under a compulsion decision",
    },
    unit: { vi: "bản án, quyết định", en: "judgments" },
  },
  H02: {
    label: { vi: "Trong đó đang được theo dõi thi hành", en: "Of which monitored" },
    unit: { vi: "bản án, quyết định", en: "judgments" },
  },
  CC1: {
    label: { vi: "Quyết định cưỡng chế thi hành án", en: "Compulsory enforcement decisions" },
    unit: { vi: "việc", en: "decisions" },
  },
  CC2: {
    label: { vi: "Trong đó tự nguyện sau vận động", en: "Of which complied voluntarily after persuasion" },
    unit: { vi: "việc", en: "decisions" },
  },
  N01: {
    label: { vi: "Xã được nhận giúp đỡ xây dựng nông thôn mới", en: "Communes supported" },
    unit: { vi: "xã", en: "communes" },
  },
  N02: {
    label: { vi: "Nhà Đại đoàn kết, nhà tình thương hỗ trợ", en: "Houses built with support" },
    unit: { vi: "nhà", en: "houses" },
  },
};
