import type { z } from "zod";
import type { Organisation } from "@/lib/agencies/types";
import type { AuditLine } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import type { Period } from "@/lib/core/period";
import type { Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";

/** What a command is given: the open transaction, who asks, when, the organisation, and the audit. */
export type WriteContext = {
  tx: Tx;
  actor: Actor;
  now: Date;
  organisation: Organisation;
  audit: (line: AuditLine) => Promise<void>;
};

/** The agency (and the period as of which its place in the tree counts) that an input is about. */
export type Subject = { agency: string; period?: Period };

/** Who asks, and the organisation: for inputs that name agencies which may not exist, such as files. */
export type Asked = { actor: Actor; organisation: Organisation };

/** What a write that is one statement is given: there is no transaction to work in. */
export type AtOnceContext = Pick<WriteContext, "actor" | "now" | "organisation">;

/** A write in the transaction that the door opened. */
type InTransaction<Input, Result> = {
  run: (context: WriteContext, input: Input) => Promise<Result>;
  /** What follows the commit outside the database; when it fails the write stands, and the audit says so. */
  afterwards?: (input: Input) => Promise<void>;
};

/** A write on the hot path: one statement that locks, compares, writes and audits; then the answer made of what it says. */
type AtOnce<Input, Result> = {
  procedure: string;
  given: (context: AtOnceContext, input: Input) => Prisma.InputJsonObject;
  answer: (context: AtOnceContext, input: Input, said: unknown) => Result;
};

/** One write that the product offers, whoever calls it: a page, the API, the CLI. */
export type Operation<Schema extends z.ZodType, Result> = {
  name: string;
  permission: Permission;
  input: Schema;
  /** Null when the operation belongs to no agency; then only a grant "everywhere" opens it. */
  subjects: (input: z.output<Schema>, asked: Asked) => readonly Subject[] | null;
  /** Its input or its answer holds a password or a token: nothing of it is kept, so it cannot be repeated under a key. */
  holdsSecret?: true;
} & (InTransaction<z.output<Schema>, Result> | AtOnce<z.output<Schema>, Result>);

// biome-ignore lint/suspicious/noExplicitAny: the register holds operations of every input and result.
type AnyOperation = Operation<any, any>;

const register = new Map<string, AnyOperation>();

/** Declares an operation. Its permission is not optional, and the authorization matrix reads the register. */
export function defineOperation<Schema extends z.ZodType, Result>(
  operation: Operation<Schema, Result>,
): Operation<Schema, Result> {
  register.set(operation.name, operation);
  return operation;
}

/** Every operation declared by the modules loaded so far. */
export function listOperations(): readonly AnyOperation[] {
  return [...register.values()];
}
