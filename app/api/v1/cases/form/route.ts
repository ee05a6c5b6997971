import { apiRoute } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { getRegisterForm } from "@/lib/cases/derived/queries";
import { registerFormBody } from "@/lib/cases/derived/view";
import { formQuery } from "@/lib/cases/register/schema";
import { queryOf } from "@/lib/scoreboard/schema";

/** The form that the register makes, in the field names of the CSV header. */
export const GET = apiRoute(async ({ actor, request }) => {
  const query = parseStrictly(formQuery, queryOf(new URL(request.url).searchParams));
  return registerFormBody(await getRegisterForm(actor, query));
});
