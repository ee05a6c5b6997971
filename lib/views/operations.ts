import { defineOperation } from "@/lib/actions/operation";
import * as commands from "./commands";
import * as schema from "./schema";

const own = { permission: "preferences.own", subjects: () => null } as const;

/** What everybody with a role does with their own saved views. */
export const viewOperations = {
  save: defineOperation({
    ...own,
    name: "views.save",
    input: schema.saveViewSchema,
    run: commands.saveView,
  }),
  rename: defineOperation({
    ...own,
    name: "views.rename",
    input: schema.renameViewSchema,
    run: commands.renameView,
  }),
  delete: defineOperation({
    ...own,
    name: "views.delete",
    input: schema.deleteViewSchema,
    run: commands.deleteView,
  }),
  move: defineOperation({
    ...own,
    name: "views.move",
    input: schema.moveViewSchema,
    run: commands.moveView,
  }),
};
