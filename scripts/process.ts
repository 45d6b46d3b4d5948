import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** Something an operator can do something about: said in one line, without a stack. */
export class OperatorError extends Error {}

interface Options {
  env?: Record<string, string | undefined>;
  /** Shows what the command says only when it fails. */
  isQuiet?: boolean;
  /** The child notices that its parent was killed: the channel between them closes. */
  isTied?: boolean;
}

const running = new Set<ChildProcess>();
let isStopping = false;

/**
 * Starts a program of the project (from node_modules/.bin, or `node` itself).
 *
 * @throws OperatorError after `stopAll`
 */
export function start(command: string, args: string[], { env = {}, isQuiet = false, isTied = false }: Options = {}) {
  if (isStopping) throw new OperatorError("Arrêt demandé");
  const output = isQuiet ? "pipe" : "inherit";
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...QUIET_TOOLS, PATH: `${join(root, "node_modules/.bin")}:${process.env.PATH}`, ...env },
    stdio: isTied ? ["ignore", output, output, "ipc"] : ["ignore", output, output],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

// Neither Next nor Prisma is to call its maker.
const QUIET_TOOLS = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };

/** Asks every child to stop, and starts no other. */
export function stopAll(): void {
  isStopping = true;
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a program to its end.
 *
 * @throws OperatorError when it fails
 */
export async function run(command: string, args: string[], options: Options = {}): Promise<void> {
  const child = start(command, args, options);
  const said = recordOf(child);
  const code = await exitOf(child);
  if (code === 0) return;
  if (!isStopping) process.stderr.write(said());
  throw new OperatorError(`${[command, ...args].join(" ")} a échoué (code ${code})`);
}

/** What a quiet child says, for the case that it fails. */
export function recordOf(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-100_000);
    });
  }
  return () => said;
}

/** The exit code of a child; 1 when a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  if (child.signalCode !== null) return Promise.resolve(1);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** Whether a process of this number runs. One that ended but was not yet waited for by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const status = `/proc/${pid}/status`;
  return !existsSync(status) || !/^State:\s+Z/m.test(readFileSync(status, "utf8"));
}
