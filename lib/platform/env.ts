import { z } from "zod";

const whole = (expected: string, least: number, most: number) =>
  z.coerce.number(expected).int(expected).min(least, expected).max(most, expected);
const text = (expected: string, pattern: RegExp) =>
  z.string().refine((value) => pattern.test(value) && (!/:[/][/]/.test(value) || URL.canParse(value)), expected);
const postgresUrl = text("une adresse postgresql://utilisateur:motdepasse@hôte:port/base", /^postgres(ql)?:[/][/]\S+$/);
const webAddress = text("une adresse https://…", /^https?:[/][/]\S+$/);
const filled = z.string();

const variables = z.object({
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_ADMIN_URL: postgresUrl.optional(),
  PORT: whole("un numéro de port entre 1 et 65535, par exemple 3000", 1, 65_535).default(3_000),
  DATA_DIR: filled.default(".data"),
  DEMO: z.enum(["0", "1"], "0 (départ à vide), ou rien").optional(),
  APP_URL: text("l’origine du site, sans chemin, par exemple https://club.example", /^https?:[/][/][^/\s?#]+[/]?$/)
    .transform((url) => url.replace(/[/]$/, ""))
    .optional(),
  AUTH_SECRET: z.string().min(32, "un secret d’au moins 32 caractères (openssl rand -hex 32)").optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "error, warn, info, debug, trace ou silent")
    .default("info"),
  METRICS_TOKEN: z.string().min(16, "un secret d’au moins 16 caractères (openssl rand -hex 32)").optional(),
  TRUSTED_PROXIES: whole("le nombre, de 0 à 5, des mandataires devant le portail", 0, 5).default(0),
  SMTP_URL: text("une adresse smtp://utilisateur:motdepasse@hôte:port", /^smtps?:[/][/]\S+$/).optional(),
  MAIL_FROM: text("une adresse d’expéditeur, par exemple contact@club.example", /@/).optional(),
  COMPANY_REGISTER_URL: webAddress.optional(),
  BOAMP_URL: webAddress.optional(),
  BOAMP_DEPARTMENTS: text(
    "des numéros de départements, par exemple 62,59",
    /^[0-9AB]{2,3}(,[0-9AB]{2,3})*$/,
  ).optional(),
  S3_ENDPOINT: webAddress.optional(),
  S3_REGION: filled.optional(),
  S3_BUCKET: filled.optional(),
  S3_ACCESS_KEY_ID: filled.optional(),
  S3_SECRET_ACCESS_KEY: filled.optional(),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: filled.optional(),
  OIDC_CLIENT_SECRET: filled.optional(),
});

export type Env = Omit<z.infer<typeof variables>, "APP_URL"> & { APP_URL: string };

/** Variables that only mean something together. */
const GROUPS = [
  ["S3_ENDPOINT", "S3_REGION", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
  ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"],
  ["SMTP_URL", "MAIL_FROM"],
] as const;

/** A variable is missing or wrong. The message is one line for the operator and never holds a value. */
export class WrongEnvironment extends Error {}

/**
 * The environment, checked once, at start. Empty means not set. `APP_URL` defaults to
 * `http://localhost:PORT`.
 *
 * @throws WrongEnvironment naming the first wrong variable and what it should be
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = variables.safeParse(set);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new WrongEnvironment(`${issue?.path.join(".")}\u202f: il faut ${issue?.message}`);
  }
  const env = parsed.data;
  mustBeWhole(env);
  return { ...env, APP_URL: env.APP_URL ?? `http://localhost:${env.PORT}` };
}

function mustBeWhole(env: z.infer<typeof variables>): void {
  for (const group of GROUPS) {
    const missing = group.filter((name) => env[name] === undefined);
    const given = group.find((name) => env[name] !== undefined);
    if (given && missing.length > 0) {
      throw new WrongEnvironment(`${missing.join(", ")}\u202f: à donner aussi, puisque ${given} l’est`);
    }
  }
  if (env.DATABASE_ADMIN_URL && !env.DATABASE_URL) {
    throw new WrongEnvironment("DATABASE_URL\u202f: à donner aussi, puisque DATABASE_ADMIN_URL l’est");
  }
  if (env.DATABASE_URL && !env.AUTH_SECRET) {
    throw new WrongEnvironment(
      "AUTH_SECRET\u202f: il faut un secret d’au moins 32 caractères avec DATABASE_URL (openssl rand -hex 32)",
    );
  }
}
