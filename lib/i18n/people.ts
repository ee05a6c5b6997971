import type { Locale } from "@/lib/core/locale";

const vi = {
  /** Ids without an account behind them, as the demonstration writes them. */
  known: {
    "demo:clerk": "Số liệu minh họa (người lập)",
    "demo:head": "Số liệu minh họa (thủ trưởng)",
    "system:cli": "Quản trị máy chủ",
  },
  machine: (part: string) => `Hệ thống (${part})`,
};

type PeopleText = typeof vi;

const en: PeopleText = {
  known: {
    "demo:clerk": "Illustrative figures (prepared by)",
    "demo:head": "Illustrative figures (head)",
    "system:cli": "Server operator",
  },
  machine: (part) => `The system (${part})`,
};

/** Words for those who act without being a person with an account. */
export const peopleText: Readonly<Record<Locale, PeopleText>> = { vi, en };
