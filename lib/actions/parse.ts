import type { z } from "zod";
import { Failure } from "@/lib/core/failure";
import type { Text } from "@/lib/core/locale";

/** Parses by a strict schema; a refusal names every field, and nothing unparsed goes on. */
export function parseStrictly<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fields: Record<string, Text> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".") || "body"] ??= textOf(issue);
  const names = Object.entries(fields).map(([field, text]) => ({ field, text }));
  throw new Failure(
    "invalid",
    {
      vi: `Dữ liệu gửi lên không đúng: ${names.map(({ field, text }) => `${field}: ${text.vi}`).join("; ")}`,
      en: `The input is not valid: ${names.map(({ field, text }) => `${field}: ${text.en}`).join("; ")}`,
    },
    { fields },
  );
}

function textOf(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case "unrecognized_keys":
      return {
        vi: `không nhận trường ${issue.keys.join(", ")}`,
        en: `unknown field ${issue.keys.join(", ")}`,
      };
    case "invalid_type":
      return { vi: `phải là ${issue.expected}`, en: `must be ${issue.expected}` };
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? { vi: "không được để trống", en: "must not be empty" }
        : {
            vi: `tối thiểu ${issue.minimum}${unitOf(issue.origin).vi}`,
            en: `at least ${issue.minimum}${unitOf(issue.origin).en}`,
          };
    case "too_big":
      return {
        vi: `tối đa ${issue.maximum}${unitOf(issue.origin).vi}`,
        en: `at most ${issue.maximum}${unitOf(issue.origin).en}`,
      };
    case "invalid_value":
      return {
        vi: `phải là một trong ${issue.values.join(", ")}`,
        en: `must be one of ${issue.values.join(", ")}`,
      };
    case "invalid_union":
      return { vi: "không thuộc dạng nào được nhận", en: "none of the accepted forms" };
    case "custom":
      return { vi: String(issue.params?.vi ?? issue.message), en: issue.message };
    default:
      return { vi: `giá trị không đúng (${issue.code})`, en: issue.message };
  }
}

/** What a bound counts: characters of a text, entries of a list, and else nothing but the number. */
function unitOf(origin: string): Text {
  if (origin === "string") return { vi: " ký tự", en: " characters" };
  return origin === "array" ? { vi: " mục", en: " entries" } : { vi: "", en: "" };
}
