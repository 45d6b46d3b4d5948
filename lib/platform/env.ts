import { z } from "zod";

const port = z.coerce.number("un numéro de port, par exemple 3000").int().min(0).max(65_535);
const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, "une adresse postgresql://utilisateur:motdepasse@hôte:port/base");
const origin = z
  .string()
  .regex(/^https?:\/\/[^/\s]+\/?$/, "l’origine du site, par exemple https://club.example")
  .transform((text) => text.replace(/\/$/, ""));
const filled = z.string().min(1, "une valeur");

const variables = z.object({
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_ADMIN_URL: postgresUrl.optional(),
  PORT: port.default(3_000),
  DATA_DIR: filled.default(".data"),
  DEMO: z.enum(["0", "1"], "0 (départ à vide) ou rien").optional(),
  APP_URL: origin.optional(),
  AUTH_SECRET: z.string().min(32, "un secret d’au moins 32 caractères").optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], "un niveau : error, warn, info, debug…")
    .default("info"),
  TRUSTED_PROXIES: z.coerce.number("le nombre de mandataires devant le portail").int().min(0).max(5).default(0),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, "une adresse smtp://utilisateur:motdepasse@hôte:port")
    .optional(),
  MAIL_FROM: z.string().regex(/@/, "une adresse d’expéditeur").optional(),
  S3_ENDPOINT: z.url("une adresse https://…").optional(),
  S3_REGION: filled.optional(),
  S3_BUCKET: filled.optional(),
  S3_ACCESS_KEY_ID: filled.optional(),
  S3_SECRET_ACCESS_KEY: filled.optional(),
  OIDC_ISSUER: z.url("une adresse https://…").optional(),
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
    throw new WrongEnvironment(`${issue?.path.join(".")} : ${issue?.message ?? "valeur refusée"} est attendu`);
  }
  const env = parsed.data;
  for (const group of GROUPS) {
    const missing = group.filter((name) => env[name] === undefined);
    if (missing.length > 0 && missing.length < group.length) {
      throw new WrongEnvironment(
        `${missing.join(", ")} : à donner aussi, car ${group.filter((name) => env[name]).join(", ")} l’est`,
      );
    }
  }
  if (env.DATABASE_ADMIN_URL && !env.DATABASE_URL) {
    throw new WrongEnvironment("DATABASE_URL : à donner aussi, car DATABASE_ADMIN_URL l’est");
  }
  if (env.DATABASE_URL && !env.AUTH_SECRET) {
    throw new WrongEnvironment("AUTH_SECRET : un secret d’au moins 32 caractères est attendu avec DATABASE_URL");
  }
  return { ...env, APP_URL: env.APP_URL ?? `http://localhost:${env.PORT}` };
}
