import { Failure } from "@/lib/core/failure";
import { FILE_REFUSALS, MAX_BYTES } from "@/lib/imports/bytes/rules";

const types = ["text/csv", "application/csv", "text/plain", "application/octet-stream"];

/** The bytes of a CSV sent as the body of a request; reading stops at the limit, whatever its headers promise. */
export async function readCsvBody(request: Request): Promise<Uint8Array> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "text/csv";
  if (!types.includes(type)) {
    throw new Failure("invalid", {
      vi: "Nội dung gửi lên phải là CSV, với Content-Type: text/csv.",
      en: "The body must be a CSV, with Content-Type: text/csv.",
    });
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    chunks.push(part.value);
    length += part.value.length;
    if (length <= MAX_BYTES) continue;
    await reader?.cancel();
    throw new Failure("invalid", FILE_REFUSALS.tooLarge);
  }
  return Buffer.concat(chunks);
}
