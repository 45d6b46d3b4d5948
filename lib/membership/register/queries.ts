import "server-only";
import { log } from "#lib/platform/log";
import { type Company, companyOf } from "./rules.ts";
import { registerAnswer } from "./schema.ts";

/** Somebody waits before an empty form: beyond, they type. */
const PATIENCE_MS = 2_500;

/** `silent`: nobody knows, the register did not answer in time or not as it should. */
export type RegisterFinding = { state: "found"; company: Company } | { state: "unknown" } | { state: "silent" };

/**
 * Asks the public register of companies about one SIRET: once, without trying again. Whatever it
 * does (down, slow, wrong), the answer comes in time and the form stays open.
 */
export async function findCompany(siret: string): Promise<RegisterFinding> {
  const base = process.env.COMPANY_REGISTER_URL || "https://recherche-entreprises.api.gouv.fr";
  try {
    const response = await fetch(`${base.replace(/[/]$/, "")}/search?q=${siret}&page=1&per_page=5`, {
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE_MS),
      cache: "no-store",
    });
    if (!response.ok) return silent(`status ${response.status}`);
    const company = companyOf(registerAnswer.parse(await response.json()), siret);
    return company ? { state: "found", company } : { state: "unknown" };
  } catch (error) {
    return silent(error instanceof Error ? error.name : "unknown");
  }
}

function silent(reason: string): RegisterFinding {
  log.warn({ reason }, "the register of companies does not answer");
  return { state: "silent" };
}
