import type { Command } from "commander";
import { ROLES, type Role } from "@/lib/auth/actor";
import { userOperations } from "@/lib/users/operations";
import { listUsers } from "@/lib/users/queries";
import { operator, run, say, sayTable } from "./terminal";

type Created = {
  login: string;
  role: string;
  agency: string;
  password: string;
  name?: string;
  from?: string;
  until?: string;
  acting?: true;
  decision?: string;
};

/** `user …`: accounts and their first role. */
export function addUserCommands(program: Command): void {
  const user = program.command("user").description("Tài khoản / Accounts");
  user
    .command("create")
    .description("Tạo tài khoản / Create an account")
    .requiredOption("--login <login>", "tên đăng nhập / login")
    .requiredOption("--role <role>", ROLES.join(", "))
    .requiredOption("--agency <code>", "mã cơ quan / agency code")
    .requiredOption("--password <password>", "mật khẩu, ít nhất 8 ký tự / at least 8 characters")
    .option("--name <name>", "họ và tên / full name")
    .option("--from <day>", "từ ngày YYYY-MM-DD / from")
    .option("--until <day>", "thôi từ ngày / until, exclusive")
    .option("--acting", "phụ trách / acting head")
    .option("--decision <number>", "số quyết định / decision number")
    .action(createUser);
  user.command("list").description("Mọi tài khoản / Every account").action(printUsers);
  loginCommand(user, "disable", "Khóa tài khoản / Disable an account").action(disableUser);
  loginCommand(user, "enable", "Mở lại tài khoản / Enable an account").action(enableUser);
  loginCommand(user, "reset-password", "Cấp lại mật khẩu / Reset the password")
    .option("--password <password>", "mật khẩu mới / the new one")
    .action(resetPassword);
}

function loginCommand(group: Command, name: string, description: string): Command {
  return group
    .command(name)
    .description(description)
    .requiredOption("--login <login>", "tên đăng nhập / login");
}

async function createUser(options: Created): Promise<void> {
  const { login, agency, password, from, until, acting, decision } = options;
  const role = options.role.toUpperCase() as Role;
  const made = await run(userOperations.create, {
    login,
    name: options.name ?? login,
    password,
    role,
    agency,
    validFrom: from,
    validUntil: until,
    acting: acting ?? false,
    decisionNumber: decision,
  });
  say(`Đã tạo tài khoản ${role} tại ${agency} / Created account: ${made.login}`);
}

async function printUsers(): Promise<void> {
  const users = await listUsers(operator);
  const rows = users.map(({ login, name, isDisabled, assignments }) => [
    login,
    isDisabled ? "disabled" : "active",
    name,
    assignments
      .filter(({ inForce }) => inForce)
      .map(({ role, agency }) => `${role}@${agency}`)
      .join(" "),
  ]);
  sayTable(rows);
  say(`${users.length} tài khoản / accounts`);
}

async function disableUser({ login }: { login: string }): Promise<void> {
  await run(userOperations.disable, { login });
  say(`Đã khóa tài khoản / Disabled account: ${login}`);
}

async function enableUser({ login }: { login: string }): Promise<void> {
  await run(userOperations.enable, { login });
  say(`Đã mở lại tài khoản / Enabled account: ${login}`);
}

async function resetPassword({ login, password }: { login: string; password?: string }): Promise<void> {
  const { initialPassword } = await run(userOperations.resetPassword, { login, password });
  say(
    initialPassword === null
      ? `Đã đổi mật khẩu của / Changed the password of: ${login}`
      : `Mật khẩu ban đầu của ${login}, phải đổi khi đăng nhập / Initial password: ${initialPassword}`,
  );
}
