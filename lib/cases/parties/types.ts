/** A party of a case as told to who opened it; an erased one has no name. */
export type CaseParty = {
  id: string;
  role: "DEBTOR" | "CREDITOR" | "RELATED";
  name: string;
  erased: boolean;
};

/** A party found by name, with its case. */
export type FoundParty = {
  caseId: string;
  year: number;
  number: number;
  role: CaseParty["role"];
  name: string;
  state: string;
};
