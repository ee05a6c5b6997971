import ts from "typescript";
import { type Check, eachFile, nodesOf, parse, placeOf, type Source } from "./source-tree";

type Command = {
  name: string;
  node: ts.FunctionDeclaration;
  writes: boolean;
  audits: boolean;
  calls: Set<string>;
  handsOn: Set<string>;
};

const write =
  /\btx\s*\.\s*\w+\s*\.\s*(?:create|createMany|createManyAndReturn|update|updateMany|upsert|delete|deleteMany)\s*\(|\$executeRaw/;

function callsOf(node: ts.Node): ts.CallExpression[] {
  return [...nodesOf(node)].filter(ts.isCallExpression);
}

function commandOf(node: ts.FunctionDeclaration): Command {
  const all = callsOf(node);
  const calls = new Set(all.map(({ expression }) => expression.getText()));
  const context = node.parameters[0]?.name.getText();
  const handsOn = all.filter((call) => call.arguments[0]?.getText() === context);
  return {
    name: node.name?.text ?? "",
    node,
    writes: write.test(node.body?.getText() ?? ""),
    audits: [...calls].some((call) => /(?:^|\.)(?:audit|recordAudits?)$/.test(call)),
    calls,
    handsOn: new Set(handsOn.map(({ expression }) => expression.getText())),
  };
}

/** Names imported from other domains' commands: those are checked where they are declared. */
function importedCommands(file: ts.SourceFile): Set<string> {
  const names = file.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    const bindings = statement.importClause?.namedBindings;
    const isCommands = /(?:^|\/)commands$/.test(from) && bindings && ts.isNamedImports(bindings);
    return isCommands ? bindings.elements.map(({ name }) => name.text) : [];
  });
  return new Set(names);
}

/** Lets what a called function of the same file does count for its caller, until nothing changes. */
function spread(commands: readonly Command[], imported: ReadonlySet<string>): void {
  const byName = new Map(commands.map((command) => [command.name, command]));
  for (let round = 0; round < commands.length; round += 1) {
    for (const command of commands) {
      command.audits ||= [...command.handsOn].some((call) => imported.has(call));
      for (const call of command.calls) {
        command.writes ||= byName.get(call)?.writes ?? false;
        command.audits ||= byName.get(call)?.audits ?? false;
      }
    }
  }
}

function unaudited(source: Source): string[] {
  const file = parse(source);
  const commands = file.statements.filter(ts.isFunctionDeclaration).map(commandOf);
  spread(commands, importedCommands(file));
  return commands
    .filter(({ node, writes, audits }) => {
      const isExported = (ts.getModifiers(node) ?? []).some(
        ({ kind }) => kind === ts.SyntaxKind.ExportKeyword,
      );
      const isPartOfCommand = node.parameters[0]?.type?.getText() === "Tx";
      return isExported && !isPartOfCommand && writes && !audits;
    })
    .map(({ name, node }) => `${placeOf(source, node)}: ${name} writes and calls no audit`);
}

/**
 * A command is handed a context and audits with it, or hands it on to a command that does; what is handed only the
 * transaction is a part of a command. Reads text, so it is a guard and no proof: the integration tests
 * pin the rows themselves.
 */
export const commandsAudit: Check = eachFile(
  (path) => /^lib\/(?!audit\/).+\/commands\.ts$/.test(path),
  unaudited,
);
