/** What the head of a target set's document says. */
export const signed = {
  number: "01/QĐ-TCTHADS",
  signedOn: "2021-09-20",
  signer: "Tổng cục trưởng",
  legalBasis: "Quyết định của Bộ trưởng",
};

/** A line that asks an agency for more than a percentage. */
export const above = (agency: string, pct: string, indicator = "R_C") => ({
  ...{ agency, indicator, comparison: "above", pct },
});
