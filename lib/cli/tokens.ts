import type { Command } from "commander";
import { ownOperations } from "@/lib/users/operations";
import { run, say } from "./terminal";

/** `token …`: API tokens that act as their user. */
export function addTokenCommands(program: Command): void {
  const token = program.command("token").description("Mã truy cập API / API tokens");
  token
    .command("create")
    .description("Tạo mã, chỉ hiện một lần / Create a token, shown once")
    .requiredOption("--login <login>", "mã hoạt động như người này / the user it acts as")
    .option("--label <label>", "để làm gì / what it is for")
    .action(createToken);
  token
    .command("revoke")
    .description("Thu hồi mã / Revoke a token")
    .requiredOption("--id <id>", "số của mã, hiện khi tạo / its id, shown when created")
    .action(revokeToken);
}

async function createToken({ login, label }: { login: string; label?: string }): Promise<void> {
  const { tokenId, token } = await run(ownOperations.createToken, { login, label });
  say(`Số của mã / Token id: ${tokenId}`);
  say(`Mã truy cập của ${login} / Token: ${token}`);
}

async function revokeToken({ id }: { id: string }): Promise<void> {
  await run(ownOperations.revokeToken, { tokenId: id });
  say(`Đã thu hồi mã / Revoked token: ${id}`);
}
