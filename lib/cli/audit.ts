import type { Command } from "commander";
import { getAuditPage } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import { Failure } from "@/lib/core/failure";
import { operator, say } from "./terminal";

/** `audit verify`: recomputes every chain. */
export function addAuditCommands(program: Command): void {
  program
    .command("audit")
    .description("Nhật ký / Audit")
    .command("verify")
    .description("Tính lại mọi chuỗi nhật ký / Recompute every chain")
    .action(verifyAudit);
}

async function verifyAudit(): Promise<void> {
  const { verified } = await getAuditPage(operator, auditFilter.parse({ verify: "1" }));
  const { lines, chains, problems } = verified ?? { lines: 0, chains: 0, problems: [] };
  for (const { chain, seq, problem } of problems) say(`${chain} ${seq}: ${problem}`);
  if (problems.length > 0) {
    throw new Failure("precondition", {
      vi: `Nhật ký bị sửa hoặc thiếu ở ${problems.length} chỗ.`,
      en: `The audit is broken in ${problems.length} places.`,
    });
  }
  say(`Nhật ký nguyên vẹn / The audit is intact: ${lines} dòng, ${chains} chuỗi`);
}
