/** What evidence may be; told by its content, never by its name. */
export const EVIDENCE_TYPES = ["image/jpeg", "image/png", "application/pdf"] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

/** A file as it may be kept: what it is, and its bytes without anything that does not belong to it. */
export type CleanFile = { type: EvidenceType; bytes: Uint8Array };
