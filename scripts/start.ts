import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { type Env, parseEnv, WrongEnvironment } from "../lib/platform/env.ts";
import { ACCOUNTS, DEMONSTRATION_PASSWORD } from "../prisma/seed/cast.ts";
import { buildIfNeeded, generateClient } from "./build.ts";
import { migrate } from "./database/migrate.ts";
import { type Database, openDatabase, withClient } from "./database/open.ts";
import { exitOf, OperatorError, run, start } from "./process.ts";

/** `npm start` and `npm run dev`: everything from an empty folder to a portal that answers. */
async function main(): Promise<number> {
  const isDevelopment = process.argv.includes("--dev");
  const env = parseEnv(process.env);
  await mustBeFree(env.PORT);
  const release = holdFolder(env);
  let database: Database | undefined;
  try {
    if (isDevelopment) await generateClient();
    else await buildIfNeeded();
    database = await openDatabase(env);
    await migrate(database);
    const settings = settingsOf(env, database);
    await run("node", ["--conditions=react-server", "prisma/seed/main.ts"], {
      env: { ...settings, DEMO_LOAD: database.isEmbedded && env.DEMO !== "0" ? "1" : undefined },
    });
    return await serve(env, settings, isDevelopment, await isDemonstration(database));
  } finally {
    await database?.close();
    release();
  }
}

async function serve(
  env: Env,
  settings: Record<string, string>,
  isDevelopment: boolean,
  isDemonstration: boolean,
): Promise<number> {
  const web = isDevelopment
    ? start("next", ["dev", "-p", String(env.PORT)], { env: settings })
    : start("node", ["server.mjs"], { env: { ...settings, NODE_ENV: "production" } });
  const stop = () => web.kill("SIGTERM");
  process.on("SIGTERM", stop).on("SIGINT", stop);
  if (stopRequested) stop();
  void announce(env, isDemonstration);
  const code = await exitOf(web);
  return stopRequested ? 0 : code;
}

// A signal during the build or the migrations stops everything at the next step.
let stopRequested = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    stopRequested = true;
  });
}

/** Says where the portal is once it answers. */
async function announce(env: Env, isDemonstration: boolean): Promise<void> {
  const health = `http://127.0.0.1:${env.PORT}/api/health`;
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (
      await fetch(health).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    await new Promise((resolveWait) => setTimeout(resolveWait, 100));
  }
  console.log(`\nLe portail répond sur ${env.APP_URL}`);
  if (!isDemonstration) return;
  console.log(`\nComptes de démonstration (mot de passe : ${DEMONSTRATION_PASSWORD})`);
  for (const { email, role } of ACCOUNTS) console.log(`  ${email.padEnd(36)} ${role}`);
}

function settingsOf(env: Env, database: Database): Record<string, string> {
  const secret = env.AUTH_SECRET ?? keptSecret(env);
  return {
    DATABASE_URL: database.url,
    DATABASE_ADMIN_URL: database.adminUrl,
    DATA_DIR: resolve(env.DATA_DIR),
    PORT: String(env.PORT),
    APP_URL: env.APP_URL,
    LOG_LEVEL: env.LOG_LEVEL,
    TRUSTED_PROXIES: String(env.TRUSTED_PROXIES),
    AUTH_SECRET: secret,
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: env.APP_URL,
  };
}

function keptSecret(env: Env): string {
  const file = join(resolve(env.DATA_DIR), "auth-secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

async function isDemonstration({ url }: Database): Promise<boolean> {
  const { rows } = await withClient(url, (client) => client.query(`SELECT "isDemonstration" FROM club`));
  return rows[0]?.isDemonstration === true;
}

function mustBeFree(port: number): Promise<void> {
  return new Promise((resolveFree, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "est déjà pris" : `ne peut pas être ouvert (${error.code})`;
      reject(new OperatorError(`Le port ${port} ${why} : choisissez-en un autre avec PORT=…`));
    });
    probe.listen(port, () => probe.close(() => resolveFree()));
  });
}

/** One portal per folder: two would stop each other's database. Gives the function that lets go. */
function holdFolder(env: Env): () => void {
  const folder = resolve(env.DATA_DIR);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "start.pid");
  const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (holder > 0 && isStart(holder)) {
    throw new OperatorError(
      `Un portail tourne déjà sur ${folder} (processus ${holder}) : arrêtez-le, ou donnez un autre DATA_DIR`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** After a crash the number may be nobody's, or somebody else's. */
function isStart(pid: number): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  if (existsSync("/proc/self"))
    return existsSync(commandLine) && readFileSync(commandLine, "utf8").includes("scripts/start.ts");
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  const isExpected =
    error instanceof OperatorError ||
    error instanceof WrongEnvironment ||
    (error instanceof Error && error.message !== "");
  console.error(isExpected && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
