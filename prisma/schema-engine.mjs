#!/usr/bin/env node
// Prisma's schema engine from npm: its WebAssembly build and the pg adapter behind the protocol that
// the Prisma command line expects of its native binary (JSON-RPC, a line each, on standard streams).
// The native one is downloaded from a host that many networks do not reach. Everything but TypedSQL
// works through it. Versions go together: see docs/decisions.md.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** PostgreSQL's type "char", with quotes: one byte, in its catalogues only. */
const CHAR_OID = 18;
const TEXT_OID = 25;

let panic = "";
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: "string", multiple: true, short: "d" },
    datasource: { type: "string" },
    version: { type: "boolean" },
    "enabled-preview-features": { type: "string" },
    "extension-types": { type: "string" },
  },
});

if (options.version) {
  console.log("schema-engine-cli wasm");
} else {
  const url = options.datasource ? JSON.parse(options.datasource).url : undefined;
  const target = url ? readAddress(url) : undefined;
  if (positionals[0] === "cli") await answerCommand(positionals[1], target);
  else await answerRequests(target);
}
process.exit(0);

/** `cli can-connect-to-database`, `cli create-database`: the answer is the exit code and JSON log lines. */
async function answerCommand(command, target) {
  // The Prisma command line throws the first line of standard error away.
  process.stderr.write("schema-engine\n");
  try {
    if (command === "can-connect-to-database") await query(target, target.database);
    if (command === "create-database")
      await query(target, "postgres", `CREATE DATABASE ${pg.escapeIdentifier(target.database)}`);
    log("INFO", { message: "ok" });
  } catch (error) {
    // P1003 makes the command line create the database.
    const code = { "3D000": "P1003", "28P01": "P1000", "42P04": "P1009" }[error.code] ?? "P1001";
    log("ERROR", { message: error.message || String(error.code), is_panic: false, error_code: code });
    process.exit(1);
  }
}

async function answerRequests(target) {
  start();
  const models = (options.datamodels ?? []).map((path) => [path, readFileSync(path, "utf8")]);
  const adapter = bindMigrationAwareSqlAdapterFactory(
    adapterFactory(target ?? readAddress("postgresql://nobody@127.0.0.1:1/none")),
  );
  const engine = await wasm.SchemaEngine.new(
    { datamodels: models.length > 0 ? models : undefined },
    () => undefined,
    adapter,
  );
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const message = JSON.parse(line);
    if (message.method) await answer(engine, message);
  }
}

async function answer(engine, { id, method, params }) {
  try {
    if (method === "evaluateDataLoss" || method === "createMigration") await fillSchemaCache(engine, params);
    const result = method === "getDatabaseVersion" ? await engine.version(params) : await engine[method](params);
    // A request in its turn, which the command line acknowledges: see `answerRequests`.
    if (method === "diff" && result?.stdout) send({ id: "print", method: "print", params: { content: result.stdout } });
    send({ id, result: result ?? null });
  } catch (error) {
    const data = {
      is_panic: panic !== "",
      message: panic || error.message,
      error_code: error.code,
      meta: error.meta ?? {},
    };
    send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
  }
}

/** The WebAssembly build forgets its shadow-database factory here; a diff fills the cache it looks at first. */
async function fillSchemaCache(engine, { migrationsList, filters }) {
  await engine.diff({
    from: { tag: "migrations", ...migrationsList },
    to: { tag: "empty" },
    script: false,
    exitCode: false,
    shadowDatabaseUrl: null,
    filters,
  });
}

function start() {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      panic = message;
    },
  };
  // A panic arrives as an uncaught RuntimeError; 101 is what the native engine exits with.
  process.on("uncaughtException", (error) => {
    process.stderr.write(`PANIC ${panic || error.stack}\n`);
    process.exit(101);
  });
  const file = createRequire(import.meta.url)
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    "./schema_engine_bg.js": wasm,
  });
  wasm.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

function adapterFactory(target) {
  const factory = plainFactory(target);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => corrected(await connect());
  factory.connectToShadowDb = async () => shadowDatabase(target, factory);
  return factory;
}

function plainFactory({ url, schema, database }) {
  const connection = {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    max: 1,
    // As every client of the portal (lib/platform/utc.ts).
    options: "-c timezone=UTC",
  };
  return new PrismaPg(connection, { schema });
}

/** The adapter drops its shadow database while its own pool still holds it: end the pool first. */
async function shadowDatabase(target, factory) {
  const admin = await factory.connect();
  const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  await admin.executeScript(`CREATE DATABASE "${database}"`);
  const shadow = await plainFactory({ ...target, database }).connect();
  const end = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await end();
    await admin.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  };
  return corrected(shadow);
}

/** Mends two things of the pg adapter, once, on the prototypes that its transactions share. */
function corrected(adapter) {
  let prototype = adapter;
  while (!Object.hasOwn(prototype, "queryRaw")) prototype = Object.getPrototypeOf(prototype);
  if (prototype.isCorrected) return adapter;
  prototype.isCorrected = true;
  const queryRaw = prototype.queryRaw;
  // The adapter does not know "char", and the engine insists on a Character column.
  prototype.queryRaw = async function (asked) {
    let isChar = [];
    const performIO = async (...args) => {
      const result = await this.performIO(...args);
      isChar = result.fields.map((field) => field.dataTypeID === CHAR_OID);
      for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
      return result;
    };
    const result = await queryRaw.call(Object.create(this, { performIO: { value: performIO } }), asked);
    isChar.forEach((yes, index) => {
      if (yes) result.columnTypes[index] = ColumnTypeEnum.Character;
    });
    return result;
  };
  // The adapter cuts scripts at each ";", function bodies included: send them whole.
  Object.getPrototypeOf(adapter).executeScript = async function (sql) {
    try {
      await this.client.query(sql);
    } catch (error) {
      this.onError(error);
    }
  };
  return adapter;
}

async function query({ url }, database, sql) {
  const address = new URL(url);
  address.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    if (sql) await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Prisma's `?schema=` is no parameter of PostgreSQL's. */
function readAddress(text) {
  const url = new URL(text);
  const schema = url.searchParams.get("schema") ?? "public";
  url.searchParams.delete("schema");
  return { url, schema, database: decodeURIComponent(url.pathname.slice(1)) };
}

function log(level, fields) {
  process.stderr.write(
    `${JSON.stringify({ level, target: "schema_engine::logger", timestamp: new Date().toISOString(), fields })}\n`,
  );
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
