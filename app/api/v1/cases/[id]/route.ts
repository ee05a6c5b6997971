import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { getCase } from "@/lib/cases/file/queries";
import { caseIdParam } from "@/lib/cases/register/schema";

export const GET = apiRoute<{ id: string }>(async ({ actor, params }) =>
  getCase(actor, parseStrictly(caseIdParam, params.id)),
);
