import ts from "typescript";
import { type Check, eachFile, nodesOf, parse, placeOf, type Source } from "./source-tree";

const isProduct = (path: string) => /^(?:app|components|lib|prisma)\//.test(path) || path === "proxy.ts";
const isCode = (path: string) => /\.tsx?$/.test(path);

/** Breaches found by looking at every node of every matching file. */
function eachNode(
  match: (path: string) => boolean,
  judge: (node: ts.Node, source: Source) => string | null,
): Check {
  return eachFile(match, (source) =>
    [...nodesOf(parse(source))].flatMap((node) => {
      const breach = judge(node, source);
      return breach === null ? [] : [`${placeOf(source, node)}: ${breach}`];
    }),
  );
}

function isServerDirective(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) &&
    ts.isStringLiteral(node.expression) &&
    node.expression.text === "use server"
  );
}

/** A server action is a public endpoint: they are all in actions.ts, where they can be counted. */
export const useServerOnlyInActions: Check = eachNode(
  (path) => isCode(path) && isProduct(path) && !/^lib\/.+\/actions\.ts$/.test(path),
  (node) => (isServerDirective(node) ? '"use server" belongs in lib/<domain>/actions.ts only' : null),
);

function isDefinedAction(node: ts.Expression | undefined): boolean {
  return (
    node !== undefined &&
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    ["defineAction", "defineFormAction"].includes(node.expression.text)
  );
}

function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function undefinedActions(statement: ts.Statement): ts.Node[] {
  if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return [statement];
  if (!isExported(statement) || ts.isTypeAliasDeclaration(statement)) return [];
  if (!ts.isVariableStatement(statement)) return [statement];
  return statement.declarationList.declarations.filter(({ initializer }) => !isDefinedAction(initializer));
}

/** Every export of actions.ts is made by the constructor that authenticates, parses and authorizes. */
export const actionsAreDefined: Check = eachFile(
  (path) => /^lib\/(?!actions\/).+\/actions\.ts$/.test(path),
  (source) => {
    const { statements } = parse(source);
    const [first] = statements;
    const head = first && isServerDirective(first) ? [] : [`${source.path}: must begin with "use server"`];
    const undefinedOnes = statements.flatMap(undefinedActions);
    return [
      ...head,
      ...undefinedOnes.map((node) => `${placeOf(source, node)}: an action is defineAction(operation, …)`),
    ];
  },
);

/** The clock is read in one file; everything else is told what time it is. */
export const clockInOneFile: Check = eachNode(
  (path) => isCode(path) && isProduct(path) && path !== "lib/clock.ts",
  (node) => {
    const isArglessDate =
      ts.isNewExpression(node) && node.expression.getText() === "Date" && !node.arguments?.length;
    const called = ts.isCallExpression(node) ? node.expression.getText() : "";
    return isArglessDate || called === "Date" || /^(?:Date\.now|Math\.random)$/.test(called)
      ? `${node.getText()} outside lib/clock.ts`
      : null;
  },
);

/** Raw HTML is written by one component, which escapes it itself. */
export const rawHtmlInOneFile: Check = eachNode(
  (path) => isCode(path) && isProduct(path) && path !== "components/ui/handed-markup.tsx",
  (node) =>
    (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) &&
    node.name.getText() === "dangerouslySetInnerHTML"
      ? "dangerouslySetInnerHTML outside components/ui/handed-markup.tsx"
      : null,
);

/** The content security policy refuses style attributes. */
export const noStyleAttributes: Check = eachNode(
  (path) => path.endsWith(".tsx") && /^(?:app|components)\//.test(path),
  (node) =>
    ts.isJsxAttribute(node) && node.name.getText() === "style" ? "no style attributes: use classes" : null,
);

const environmentReaders =
  /^(?:lib\/db\/client|lib\/db\/embedded|lib\/db\/anchor-file|lib\/auth\/(?:secret|cookie|next-auth)|lib\/actions\/origin|lib\/digest\/subscriptions\/queries|lib\/cli\/.+|proxy|prisma\/seed\/.+|app\/api\/auth\/\[\.\.\.nextauth\]\/route)\.ts$/;

/** Configuration is read in few named files. */
export const environmentInNamedFiles: Check = eachNode(
  (path) => isCode(path) && isProduct(path) && !environmentReaders.test(path),
  (node) =>
    ts.isPropertyAccessExpression(node) && node.getText() === "process.env"
      ? "process.env outside the named files"
      : null,
);

/** Only the layer below Prisma, the seed and the tools speak to PostgreSQL directly. */
export const driverInNamedFiles: Check = eachNode(
  (path) => isCode(path) && isProduct(path) && !/^(?:lib\/db|lib\/cli|prisma\/seed)\//.test(path),
  (node) =>
    ts.isImportDeclaration(node) && (node.moduleSpecifier as ts.StringLiteral).text === "pg"
      ? "pg is imported outside lib/db, lib/cli and prisma/seed"
      : null,
);

/** An actor is proof of who asks: only lib/auth makes one. */
export const actorsAreMadeInAuth: Check = eachNode(
  (path) => isCode(path) && isProduct(path) && !path.startsWith("lib/auth/"),
  (node) =>
    ts.isAsExpression(node) && node.type.getText() === "Actor" ? "`as Actor` outside lib/auth" : null,
);

/** Text that was fixed when the file was written: literals, and constants of the same file made of them. */
function isFixedText(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isStringLiteralLike(node)) return true;
  if (ts.isTemplateExpression(node))
    return node.templateSpans.every(({ expression }) => isFixedText(expression));
  if (ts.isConditionalExpression(node)) return isFixedText(node.whenTrue) && isFixedText(node.whenFalse);
  if (ts.isBinaryExpression(node)) return isFixedText(node.left) && isFixedText(node.right);
  if (!ts.isIdentifier(node)) return false;
  const declarations = [...nodesOf(node.getSourceFile())].filter(ts.isVariableDeclaration);
  const named = declarations.filter(({ name }) => name.getText() === node.text);
  return named.length === 1 && isFixedText(named[0]?.initializer);
}

/** Values reach SQL as parameters: the statement itself is fixed text. */
export const sqlBindsValues: Check = eachNode(
  (path) => isCode(path) && isProduct(path) && !path.startsWith("prisma/"),
  (node) =>
    ts.isCallExpression(node) &&
    /\$(?:query|execute)RawUnsafe$/.test(node.expression.getText()) &&
    !isFixedText(node.arguments[0])
      ? "this SQL is put together at run time: bind its values"
      : null,
);
