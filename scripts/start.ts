import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Env, parseEnv, WrongEnvironment } from "#lib/platform/env";
import { ACCOUNTS, DEMONSTRATION_PASSWORD } from "../prisma/seed/cast.ts";
import { buildIfNeeded, generateIfNeeded } from "./build.ts";
import { migrate } from "./database/migrate.ts";
import { type Database, openDatabase, withClient } from "./database/open.ts";
import { holdFolder } from "./folder.ts";
import { exitOf, OperatorError, run, start, stopAll } from "./process.ts";

let isStopRequested = false;
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
  process.on(signal, () => {
    isStopRequested = true;
    stopAll();
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!isStopRequested) console.error(isForOperator(error) ? error.message : error);
  process.exitCode = isStopRequested ? 0 : 1;
}

/** `npm start` and `npm run dev`: everything from an empty folder to a portal that answers. */
async function main(): Promise<number> {
  const isDevelopment = process.argv.includes("--dev");
  const env = parseEnv(process.env);
  const release = await holdFolder(resolve(env.DATA_DIR));
  let database: Database | undefined;
  try {
    await mustBeFree(env.PORT);
    database = await openDatabase(env);
    if (isDevelopment) await generateIfNeeded();
    else await buildIfNeeded();
    await migrate(database);
    const settings = settingsOf(env, database);
    await run("node", ["--conditions=react-server", "prisma/seed/main.ts"], {
      env: { ...settings, DEMO_LOAD: database.isEmbedded && env.DEMO !== "0" ? "1" : undefined },
    });
    return await serve(env, settings, database, isDevelopment);
  } finally {
    await database?.close();
    release();
  }
}

/** Runs the web server until it ends, or until it has no database any more. */
async function serve(
  env: Env,
  settings: Record<string, string>,
  database: Database,
  isDevelopment: boolean,
): Promise<number> {
  const isDemonstration = await holdsDemonstration(database);
  const web = isDevelopment
    ? start("next", ["dev", "-p", String(env.PORT)], { env: settings })
    : start("node", ["server.mjs"], { env: { ...settings, NODE_ENV: "production" }, isTied: true });
  const jobs = keepJobsRunning(settings);
  void announce(env, isDemonstration, () => web.exitCode !== null || web.signalCode !== null);
  const end = await Promise.race([
    exitOf(web).then((code) => ({ code, why: `Le serveur web s’est arrêté (code ${code})` })),
    database.lost.then((reason) => ({ code: 1, why: `PostgreSQL s’est arrêté\u202f: ${reason}` })),
  ]);
  web.kill("SIGTERM");
  await Promise.all([exitOf(web), jobs.stop()]);
  if (isStopRequested) return 0;
  console.error(end.why);
  return end.code;
}

/** The background jobs, begun again whenever they end: the portal serves its pages meanwhile. */
function keepJobsRunning(settings: Record<string, string>) {
  let isOver = false;
  let child: ReturnType<typeof start> | undefined;
  const ended = (async () => {
    while (!isOver && !isStopRequested) {
      child = start("node", ["--conditions=react-server", "scripts/jobs.ts"], { env: settings, isTied: true });
      await exitOf(child);
      if (!isOver && !isStopRequested) await wait(2_000);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      child?.kill("SIGTERM");
      await ended;
    },
  };
}

/** Says where the portal is once it answers. */
async function announce(env: Env, isDemonstration: boolean, isOver: () => boolean): Promise<void> {
  const answers = () =>
    fetch(`http://127.0.0.1:${env.PORT}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await answers())) {
    if (isOver()) return;
    await wait(100);
  }
  console.log(`\nLe portail répond sur ${env.APP_URL}`);
  if (!isDemonstration) return;
  console.log(`\nComptes de démonstration (mot de passe\u202f: ${DEMONSTRATION_PASSWORD})`);
  for (const { email, role } of ACCOUNTS) console.log(`  ${email.padEnd(36)} ${role}`);
}

/** What every process of the portal is told: the environment with its defaults resolved. */
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

async function holdsDemonstration({ url }: Database): Promise<boolean> {
  const { rows } = await withClient(url, (client) => client.query(`SELECT "isDemonstration" FROM club`));
  return rows[0]?.isDemonstration === true;
}

function mustBeFree(port: number): Promise<void> {
  return new Promise((resolveFree, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "est déjà pris" : `ne peut pas être ouvert (${error.code})`;
      reject(new OperatorError(`Le port ${port} ${why}\u202f: choisissez-en un autre avec PORT=…`));
    });
    probe.listen(port, () => probe.close(() => resolveFree()));
  });
}

/** Anything else is a bug, shown with its stack. */
function isForOperator(error: unknown): error is Error {
  return error instanceof OperatorError || error instanceof WrongEnvironment;
}
