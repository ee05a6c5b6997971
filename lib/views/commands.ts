import type { WriteContext } from "@/lib/actions/operation";
import { assertCanSave, assertNameIsFree, atNewest, refuse } from "./rules";
import type { DeleteView, MoveView, RenameView, SaveView } from "./schema";

type Row = { id: string; name: string; path: string; version: number; position: number };

/** One's own views in order, locked against one's own other windows. */
async function ownViews({ tx, actor }: WriteContext): Promise<Row[]> {
  // The operator has no account to keep views under.
  if (actor.via === "system") refuse("not-found", "missing");
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`views:${actor.userId}`}, 0))`;
  return tx.savedView.findMany({
    where: { userId: actor.userId },
    select: { id: true, name: true, path: true, version: true, position: true },
    orderBy: { position: "asc" },
  });
}

/** Keeps a page with its state under a name, after the others. */
export async function saveView(context: WriteContext, input: SaveView): Promise<{ id: string }> {
  const { tx, actor, now } = context;
  const views = await ownViews(context);
  assertCanSave(views, input.name);
  const path = input.newest ? atNewest(input.path) : input.path;
  const position = (views.at(-1)?.position ?? 0) + 1;
  const row = { userId: actor.userId, name: input.name, path, position, createdAt: now };
  const { id } = await tx.savedView.create({ data: row, select: { id: true } });
  await audit(context, "view.save", { id, path });
  return { id };
}

/** Gives one of one's own views another name; refuses when another window renamed it meanwhile. */
export async function renameView(context: WriteContext, input: RenameView): Promise<null> {
  const views = await ownViews(context);
  const view = ownView(views, input.id);
  if (view.version !== input.version) refuse("conflict", "stale");
  assertNameIsFree(
    views.filter(({ id }) => id !== input.id),
    input.name,
  );
  const data = { name: input.name, version: { increment: 1 } };
  await context.tx.savedView.update({ where: { id: input.id }, data });
  await audit(context, "view.rename", { id: input.id });
  return null;
}

/** Forgets one of one's own views; those after it move up. */
export async function deleteView(context: WriteContext, { id }: DeleteView): Promise<null> {
  const { tx, actor } = context;
  const { position } = ownView(await ownViews(context), id);
  await tx.savedView.delete({ where: { id } });
  const after = { userId: actor.userId, position: { gt: position } };
  await tx.savedView.updateMany({ where: after, data: { position: { decrement: 1 } } });
  await audit(context, "view.delete", { id });
  return null;
}

/** Lets a view change places with its neighbour; at the end of the list nothing moves. */
export async function moveView(context: WriteContext, { id, to }: MoveView): Promise<null> {
  const { tx } = context;
  const views = await ownViews(context);
  const view = ownView(views, id);
  const other = views[views.indexOf(view) + (to === "up" ? -1 : 1)];
  if (other) {
    await tx.savedView.update({ where: { id }, data: { position: other.position } });
    await tx.savedView.update({ where: { id: other.id }, data: { position: view.position } });
  }
  await audit(context, "view.move", { id, to });
  return null;
}

function ownView(views: readonly Row[], id: string): Row {
  return views.find((view) => view.id === id) ?? refuse("not-found", "missing");
}

async function audit(
  context: WriteContext,
  action: string,
  payload: Readonly<Record<string, string>>,
): Promise<void> {
  await context.audit({ chain: "users", action, subject: `user:${context.actor.login}`, payload });
}
