import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { parseEnv, WrongEnvironment } from "../lib/platform/env.ts";
import { Refusal } from "../lib/platform/errors.ts";
import { COMMANDS } from "./club/commands.ts";
import { migrate } from "./database/migrate.ts";
import { joinDatabase } from "./database/open.ts";
import { OperatorError, run } from "./process.ts";

/** `npm run club -- <command>`: the operator's tool, beside a running portal or not. */
async function main([name, ...args]: string[]): Promise<void> {
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    console.log(usage());
    if (name && name !== "--help") throw new OperatorError(`Commande inconnue\u202f: ${name}`);
    return;
  }
  const [given, ...more] = args;
  const isOptional = command.argument.startsWith("[");
  const argument = given ?? (isOptional ? "" : undefined);
  if (argument === "--help") {
    console.log(`npm run club -- ${command.name} ${command.argument}\n\n${command.help}`);
    return;
  }
  if (argument === undefined || (!argument && !isOptional) || more.length > 0)
    throw new OperatorError(`Usage\u202f: npm run club -- ${command.name} ${command.argument}`);
  const database = await joinDatabase(parseEnv(process.env));
  try {
    await migrate(database);
    // A database that no portal has started on yet has no commissions to import into. No demonstration: these are real data.
    await run("node", ["--conditions=react-server", "prisma/seed/main.ts"], {
      env: { DATABASE_URL: database.url, DEMO_LOAD: undefined },
    });
    process.env.DATABASE_URL = database.url;
    process.env.DATABASE_ADMIN_URL = database.adminUrl;
    await command.run(argument, { readFile: readable, writeFile: writable });
  } finally {
    await (await import("../lib/platform/db.ts")).db().$disconnect();
    await database.close();
  }
}

function usage(): string {
  const lines = COMMANDS.map(({ name, argument, summary }) => `  ${`${name} ${argument}`.padEnd(32)} ${summary}`);
  return `npm run club -- <commande>\n\n${lines.join("\n")}\n\nChaque commande s’explique avec --help.`;
}

function readable(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new OperatorError(`${file} ne peut pas être lu (${reasonOf(error)})`);
  }
}

function writable(file: string, content: string | Buffer): void {
  try {
    // Addresses and telephone numbers: for its owner's eyes alone, also when it was there before.
    writeFileSync(file, content, { mode: 0o600 });
    chmodSync(file, 0o600);
  } catch (error) {
    throw new OperatorError(`${file} ne peut pas être écrit (${reasonOf(error)})`);
  }
}

function reasonOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof OperatorError || error instanceof Refusal || error instanceof WrongEnvironment;
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
}
