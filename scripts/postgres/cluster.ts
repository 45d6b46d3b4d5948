import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { inUtc } from "#lib/platform/utc";
import { isAlive, OperatorError } from "../process.ts";
import { type Place, placeFor } from "./place.ts";

/** A PostgreSQL server of our own, running. */
export interface Cluster {
  /** The owner's address of the given database. */
  urlOf: (database: string) => string;
  stop: () => Promise<void>;
  /** Settles, with what it said last, when the server ends: asked to or not. */
  ended: Promise<string>;
}

const OWNER = "tactic_owner";

// Without these the cluster takes the encoding of the shell that happened to start it, or SQL_ASCII.
const INITDB_FLAGS = [
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--auth=scram-sha-256",
];

/**
 * Starts the cluster kept in `folder`, making it first if it is not there. What a killed predecessor
 * left behind is put right: an orphan server is stopped, a stale lock ignored.
 *
 * @throws OperatorError with one line that says what PostgreSQL said
 */
export async function startCluster(folder: string, { flags = [] }: { flags?: string[] } = {}): Promise<Cluster> {
  // Entered by everybody, listed by nobody else: the user that runs PostgreSQL for root lives below.
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const place = await placeFor(folder);
  const password = ownerPassword(folder);
  if (!existsSync(join(place.data, "PG_VERSION"))) initialise(place, password);
  await stopOrphan(place.data);
  const port = await freePort();
  const server = launch(place, port, flags);
  const urlOf = (database: string) => `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
  const ended = new Promise<string>((resolve) => {
    server.child.once("exit", () => resolve(lastLine(server.output())));
  });
  try {
    await untilReady(server, urlOf("postgres"));
  } catch (error) {
    await stop(server.child);
    throw error;
  }
  return { urlOf, stop: () => stop(server.child), ended };
}

/** The owner's address of the server that runs on `folder` now, if one does: for tools run beside it. */
export async function findRunningCluster(folder: string): Promise<((database: string) => string) | null> {
  const place = await placeFor(folder);
  const running = lockOf(place.data);
  if (!running) return null;
  const urlOf = (database: string) =>
    `postgresql://${OWNER}:${ownerPassword(folder)}@127.0.0.1:${running.port}/${database}`;
  return (await answers(urlOf("postgres"))) ? urlOf : null;
}

/** Stops the server that a killed run left in `folder`, if one did, and removes its data. */
export async function removeCluster(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const place = await placeFor(folder);
  await stopOrphan(place.data);
  rmSync(place.home, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}

function ownerPassword(folder: string): string {
  const file = join(folder, "owner-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

function initialise(place: Place, password: string): void {
  const passwordFile = join(place.home, ".initdb-password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  place.own(passwordFile);
  const [command, ...before] = place.run(place.binaries.initdb);
  const made = spawnSync(
    command,
    [...before, `--pgdata=${place.data}`, `--username=${OWNER}`, `--pwfile=${passwordFile}`, ...INITDB_FLAGS],
    {
      ...place.as,
      encoding: "utf8",
    },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(place.data, { recursive: true, force: true });
    throw new OperatorError(
      `PostgreSQL n’a pas pu être installé dans ${place.data}\u202f: ${lastLine(made.stderr) || made.error?.message}`,
    );
  }
}

interface Launched {
  child: ChildProcess;
  output: () => string;
}

function launch(place: Place, port: number, flags: string[]): Launched {
  const [command, ...before] = place.run(place.binaries.postgres);
  const child = spawn(
    command,
    [
      ...before,
      "-D",
      place.data,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      `unix_socket_directories=`,
      "-c",
      "lc_messages=C",
      // Not the machine's, which initdb writes into its configuration.
      "-c",
      "timezone=UTC",
      ...flags,
    ],
    // Its own group: Ctrl-C reaches us alone, and we stop it after the web server.
    { ...place.as, stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  let output = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4_000);
  });
  return { child, output: () => output };
}

async function untilReady({ child, output }: Launched, url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new OperatorError(`PostgreSQL n’a pas démarré\u202f: ${lastLine(output())}`);
    if (await answers(url)) return;
    await wait(50);
  }
  throw new OperatorError(`PostgreSQL ne répond pas après 30 secondes\u202f: ${lastLine(output())}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT"); // fast shutdown: clients are let go, what they committed is on disk
  await gone;
}

/** A server whose parent was killed goes on without it, on a port nobody knows: stop it. */
async function stopOrphan(data: string): Promise<void> {
  const running = lockOf(data);
  if (!running) return;
  process.kill(running.pid, "SIGINT");
  for (let attempt = 0; attempt < 400 && isAlive(running.pid); attempt += 1) await wait(50);
}

/** postmaster.pid: line 1 the process, line 4 the port. Null when no such PostgreSQL runs. */
function lockOf(data: string): { pid: number; port: number } | null {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  // After a reboot the number may be somebody else's.
  return pid > 0 && isAlive(pid) && commandLineOf(pid).includes(data) ? { pid, port: Number(lines[3]) } : null;
}

function commandLineOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  if (existsSync(file)) return readFileSync(file, "utf8");
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: inUtc(url), connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function lastLine(text: string | null): string {
  return (text ?? "").trim().split("\n").at(-1) ?? "";
}
