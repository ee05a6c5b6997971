/** What a sheet may say about one nominee; "none" is a blank: it is never an agreement. */
export const CHOICES = ["agree", "disagree", "none"] as const;
export type Choice = (typeof CHOICES)[number];

export const BASES = ["all", "present", "valid"] as const;
/** What a threshold is a share of: the whole roll, the sheets cast, or the sheets that say yes or no. */
export type Base = (typeof BASES)[number];

/** How a ballot is counted; frozen when it opens. Shares are whole numbers, never rounded. */
export type VoteRule = {
  base: Base;
  numerator: number;
  denominator: number;
  /** More than the share, where others ask for at least the share. */
  strict: boolean;
  /** The share of the roll that must have cast a sheet. */
  quorum: { numerator: number; denominator: number };
  /** Written opinions of the absent count, as a channel of their own. */
  written: boolean;
  /** Members kept out by a conflict of interest stay in the denominator. */
  countsRecused: boolean;
  /** How many may be chosen at most; null where each stands alone. */
  seats: number | null;
};

export const STANDINGS = ["VOTER", "RECUSED"] as const;
export type Standing = (typeof STANDINGS)[number];

export type RollEntry = { member: string; name: string; role: string; standing: Standing };
export type Nominee = { slot: number; subject: string; award: string };
export type KeyHolder = { member: string; name: string; key: string };

/** What is frozen at the opening; its hash goes into the audit and into every sheet. */
export type BallotRecord = {
  ballot: string;
  council: { id: string; name: string };
  title: string;
  round: number;
  previous: string | null;
  rule: VoteRule;
  nominees: readonly Nominee[];
  roll: readonly RollEntry[];
  holders: readonly KeyHolder[];
  publicKey: string;
  openedAt: string;
};

/** One voice about one nominee as it is published: nobody but its member knows the mark. */
export type PublishedVote = { slot: number; mark: string; choice: Choice };

/** A written opinion of an absent member: minuted under the member's name. */
export type WrittenOpinion = { slot: number; member: string; choice: Choice; document: string };

/** How many said what. */
export type Voices = Readonly<Record<Choice, number>>;

export type Verdict = "PASSED" | "FAILED" | "TIED" | "NO_QUORUM";

/** The result of one nominee, with the numbers it follows from. */
export type NomineeResult = {
  slot: number;
  sheets: Voices;
  written: Voices;
  /** The denominator, how many agreements it asks for, and how many there are. */
  base: number;
  needed: number;
  agreed: number;
  verdict: Verdict;
};

/** The published record of a counted ballot: what anybody needs to count again. */
export type Bulletin = {
  format: "thads-ballot-1";
  record: string;
  receipts: readonly string[];
  votes: readonly PublishedVote[];
  opinions: readonly WrittenOpinion[];
  results: readonly NomineeResult[];
  /** The ballot's own chain of the audit, from its first line on. */
  audit: readonly { text: string; hash: string }[];
  /** Lines of the anchor file that hold a head of this chain. */
  anchors: readonly string[];
};

export const BALLOT_STATES = ["DRAFT", "OPEN", "CLOSED", "COUNTED", "CANCELLED"] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

/** A ballot in a reader's list: what it is, and what the reader has to do with it. */
export type BallotLine = {
  id: string;
  title: string;
  council: string;
  state: BallotState;
  round: number;
  openedAt: Date | null;
  nominees: number;
  votes: boolean;
  hasCast: boolean;
  runs: boolean;
  holds: boolean;
  illustrative: boolean;
};

/** A key holder as the page needs them; shares are sealed, to the holder or to whom they were passed. */
export type HolderView = {
  position: number;
  name: string;
  isReader: boolean;
  key: string | null;
  share: string | null;
  passedTo: number | null;
  passedShare: string | null;
};

/** One ballot for one reader. */
export type BallotView = BallotLine & {
  rule: VoteRule;
  version: number;
  slots: readonly Nominee[];
  recordHash: string | null;
  publicKey: string | null;
  closedAt: Date | null;
  reason: string | null;
  /** The reader's own receipt while the sheet is sealed. */
  receipt: string | null;
  /** The roll with who has spoken, for those who run the ballot; everybody sees it once closed. */
  roll: readonly (RollEntry & { spoke: boolean })[] | null;
  holders: readonly HolderView[];
  receipts: readonly string[] | null;
  results: readonly NomineeResult[] | null;
  /** Members who count in the denominator. */
  members: number;
  /** Who may stand in for whom, for those who open. */
  substitutes: readonly { userId: string; name: string }[];
};

/** A sealed voice of a closed ballot, without its voter. */
export type SealedVoice = { slot: number; voice: string };
