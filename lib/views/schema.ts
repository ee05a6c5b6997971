import { z } from "zod";
import { viewsText } from "@/lib/i18n/views";
import { ownPage } from "./rules";
import { VIEW_REFUSALS } from "./types";

const name = z.string().trim().min(1).max(80);
const version = z.coerce.number().int().min(1).max(2_000_000_000);
const flag = z.union([z.boolean(), z.literal("on").transform(() => true)]).default(false);

/** A page of ours, whatever somebody sends. */
const path = z
  .string()
  .max(1000)
  .refine((text) => ownPage(text) !== null, {
    error: viewsText.en.refusals.foreignPath,
    params: { vi: viewsText.vi.refusals.foreignPath },
  })
  .transform((text) => ownPage(text) ?? "");

export const saveViewSchema = z.strictObject({ name, path, newest: flag });
export const renameViewSchema = z.strictObject({ id: z.uuid(), name, version });
export const deleteViewSchema = z.strictObject({ id: z.uuid() });
export const moveViewSchema = z.strictObject({ id: z.uuid(), to: z.enum(["up", "down"]) });

export type SaveView = z.output<typeof saveViewSchema>;
export type RenameView = z.output<typeof renameViewSchema>;
export type DeleteView = z.output<typeof deleteViewSchema>;
export type MoveView = z.output<typeof moveViewSchema>;

/** What the page of saved views was told by the form that led to it. */
export const viewsPageSchema = z.object({
  done: z.enum(["save", "rename", "delete", "move"]).optional().catch(undefined),
  refused: z.enum(VIEW_REFUSALS).optional().catch(undefined),
});
