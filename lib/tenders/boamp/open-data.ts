import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { log } from "#lib/platform/log";
import { type BoampPage, boampPage, PAGE_SIZE } from "./schema.ts";

const PATIENCE_MS = 20_000;
/** One try, then as many more, each after twice as long a pause. */
const RETRIES = 4;

/** Where notices are read, and of which departments. */
export interface BoampSource {
  url: string;
  departments: string[];
  /** How long a pause is waited for; tests do not. */
  pause?: (ms: number) => Promise<unknown>;
}

/** The public address, unless another is set. */
export function boampSource(env: Record<string, string | undefined>): BoampSource {
  return {
    url: env.BOAMP_URL || "https://boamp-datadila.opendatasoft.com",
    departments: (env.BOAMP_DEPARTMENTS || "62,59").split(","),
  };
}

/**
 * The notices published on a day, from `offset`, in an order that stays. What fails for a while (the
 * network, 429, 5xx, an answer cut short) is asked again, later and later.
 *
 * @throws Error that says what was answered, once patience is at its end
 */
export async function readBoampPage(source: BoampSource, day: string, offset: number): Promise<BoampPage> {
  const departments = source.departments.map((code) => `code_departement="${code}"`).join(" or ");
  const query = new URLSearchParams({
    where: `dateparution=date'${day}' and (${departments})`,
    order_by: "idweb",
    limit: String(PAGE_SIZE),
    offset: String(offset),
  });
  const address = `${source.url.replace(/[/]$/, "")}/api/explore/v2.1/catalog/datasets/boamp/records?${query}`;
  for (let tried = 0; ; tried += 1) {
    const answer = await ask(address);
    if ("page" in answer) return answer.page;
    if (!answer.isPassing || tried >= RETRIES) throw new Error(answer.reason);
    const ms = Math.max(1_000 * 2 ** tried, answer.retryAfterMs);
    log.warn({ reason: answer.reason, ms }, "the BOAMP is asked again");
    await (source.pause ?? sleep)(ms);
  }
}

type Answer = { page: BoampPage } | { isPassing: boolean; reason: string; retryAfterMs: number };

async function ask(address: string): Promise<Answer> {
  try {
    const response = await fetch(address, {
      headers: { accept: "application/json", "user-agent": "portail TacTic" },
      signal: AbortSignal.timeout(PATIENCE_MS),
      cache: "no-store",
    });
    if (response.ok) return { page: boampPage.parse(await response.json()) };
    await response.body?.cancel();
    return {
      isPassing: response.status === 429 || response.status >= 500,
      reason: `Le BOAMP a répondu ${response.status}.`,
      // Seconds, or a date that is not waited for.
      retryAfterMs: Math.min(Number(response.headers.get("retry-after")) || 0, 60) * 1_000,
    };
  } catch (error) {
    const name = error instanceof Error ? error.name : "inconnu";
    const reason =
      name === "ZodError" || name === "SyntaxError"
        ? "La réponse du BOAMP n’a pas la forme attendue."
        : `Le BOAMP ne répond pas (${name}).`;
    return { isPassing: true, reason, retryAfterMs: 0 };
  }
}
