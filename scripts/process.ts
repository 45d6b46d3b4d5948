import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

interface Options {
  env?: Record<string, string | undefined>;
  /** Shows what the command says only when it fails. */
  isQuiet?: boolean;
}

/** Something an operator can do something about: said in one line, without a stack. */
export class OperatorError extends Error {}

/** Starts a program of the project (from node_modules/.bin, or `node` itself). */
export function start(command: string, args: string[], { env = {}, isQuiet = false }: Options = {}): ChildProcess {
  const bin = join(root, "node_modules/.bin");
  return spawn(command, args, {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", PATH: `${bin}:${process.env.PATH}`, ...env },
    stdio: isQuiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
  });
}

/**
 * Runs a program to its end.
 *
 * @throws OperatorError when it fails
 */
export async function run(command: string, args: string[], options: Options = {}): Promise<void> {
  const child = start(command, args, options);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const code = await exitOf(child);
  if (code === 0) return;
  if (options.isQuiet) process.stderr.write(said);
  throw new OperatorError(`${command} ${args[0] ?? ""} a échoué (code ${code})`);
}

/** The exit code of a child; 1 when a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}
