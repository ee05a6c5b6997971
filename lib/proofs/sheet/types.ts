import type { Proof } from "@/lib/scoreboard/proof/types";
import type { StatedProof } from "../types";

/** Everything the one-page proof of a headline rate says. */
export type ProofSheet = {
  model: Proof;
  stated: StatedProof & { indicator: "R_C" | "R_M" };
  /** Names of those who entered and approved the forms, by id; none for the nation. */
  people: ReadonlyMap<string, string>;
};
