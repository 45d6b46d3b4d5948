import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { removeCluster } from "./postgres/cluster.ts";
import { isAlive, OperatorError, root } from "./process.ts";

/**
 * One portal per folder: two would stop each other's database. A portal whose `npm start` was killed
 * goes on alone; it is stopped here and replaced.
 *
 * @returns the function that lets the folder go
 * @throws OperatorError when a portal that somebody still holds runs there
 */
export async function holdFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = lockFile(folder);
  const holder = holderOf(folder);
  if (holder && !holder.isOrphan) {
    throw new OperatorError(
      `Un portail tourne déjà sur ${folder} (processus ${holder.pid})\u202f: arrêtez-le, ou donnez un autre DATA_DIR`,
    );
  }
  await stopHolder(folder);
  // Run by hand, without npm, a portal may well outlive the shell that started it.
  const parent = process.env.npm_lifecycle_event ? process.ppid : 0;
  writeFileSync(file, `${process.pid}\n${parent}\n`);
  return () => rmSync(file, { force: true });
}

/** A folder for the data of this run alone. What killed runs of the same kind left is stopped and removed. */
export async function throwAwayFolder(kind: string): Promise<{ folder: string; remove: () => Promise<void> }> {
  const all = join(root, ".cache/data", kind);
  mkdirSync(all, { recursive: true });
  const remove = async (folder: string) => {
    await stopHolder(folder);
    await removeCluster(join(folder, "postgres"));
    rmSync(folder, { recursive: true, force: true });
  };
  for (const name of readdirSync(all)) if (!isAlive(Number(name))) await remove(join(all, name));
  const folder = join(all, String(process.pid));
  await remove(folder);
  return { folder, remove: () => remove(folder) };
}

async function stopHolder(folder: string): Promise<void> {
  const holder = holderOf(folder);
  if (!holder) return;
  process.kill(holder.pid, "SIGTERM");
  for (let attempt = 0; attempt < 300 && isAlive(holder.pid); attempt += 1) await wait(50);
  if (isAlive(holder.pid)) process.kill(holder.pid, "SIGKILL");
}

function holderOf(folder: string): { pid: number; isOrphan: boolean } | null {
  const file = lockFile(folder);
  if (!existsSync(file)) return null;
  const [pid = 0, parent = 0] = readFileSync(file, "utf8").split("\n").map(Number);
  if (pid === process.pid || !isStart(pid)) return null;
  return { pid, isOrphan: parent > 0 && !isAlive(parent) };
}

/** After a crash the number may be nobody's, or somebody else's. */
function isStart(pid: number): boolean {
  if (!(pid > 0) || !isAlive(pid)) return false;
  if (!existsSync("/proc/self")) return true;
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync(commandLine) && readFileSync(commandLine, "utf8").includes("scripts/start.ts");
}

function lockFile(folder: string): string {
  return join(folder, "start.pid");
}
