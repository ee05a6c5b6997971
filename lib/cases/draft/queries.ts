import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Failure } from "@/lib/core/failure";
import type { Period } from "@/lib/core/period";
import { getRegisterForm } from "../derived/queries";
import type { RegisterDraft } from "./types";

/** The month's form as the register makes it; null where it may not be read or the register holds nothing. */
export async function findRegisterDraft(
  actor: Actor,
  key: Period & { agency: string },
): Promise<RegisterDraft | null> {
  const form = await getRegisterForm(actor, key).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not-found") return null;
    throw error;
  });
  if (form === null || form.isEmpty) return null;
  return { figures: form.slices, illustrative: form.illustrative };
}
