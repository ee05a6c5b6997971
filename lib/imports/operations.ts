import { type Asked, defineOperation, type Subject } from "@/lib/actions/operation";
import * as commands from "./commands";
import { subjectsOf } from "./reports/rules";
import { type ImportInput, importDraftInput, importHistoryInput } from "./schema";

/** Every agency and period that the file names; a file that names none which exist is judged as one's own. */
function subjectsOfFile({ csv }: ImportInput, { actor, organisation }: Asked): readonly Subject[] | null {
  const named = subjectsOf(csv, organisation);
  if (named.length > 0) return named;
  return actor.assignments.length > 0 ? actor.assignments.map(({ agency }) => ({ agency })) : null;
}

export const importDraft = defineOperation({
  name: "importDraft",
  permission: "results.import",
  input: importDraftInput,
  subjects: subjectsOfFile,
  run: commands.importDraft,
});

export const importHistory = defineOperation({
  name: "importHistory",
  permission: "results.importHistory",
  input: importHistoryInput,
  subjects: () => null,
  run: commands.importHistory,
});
