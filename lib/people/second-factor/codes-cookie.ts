import "server-only";
import { z } from "zod";
import { deleteCookie, readSealedCookie, setSealedCookie } from "#lib/platform/sealed-cookie";
import type { PersonActor } from "#lib/policy/actor";

/** New recovery codes, sealed, in the browser they were made for: the database has no more than fingerprints. */
const NAME = "tactic-codes";
const SECONDS = 10 * 60;

const kept = z.object({ personId: z.string(), codes: z.array(z.string()) });

/** Lets the page show codes just made to who made them, for ten minutes. */
export async function keepCodes({ personId }: PersonActor, codes: string[]): Promise<void> {
  await setSealedCookie(NAME, JSON.stringify({ personId, codes }), SECONDS);
}

/** The codes just made for `actor`; null once they said to have them, or ten minutes later. */
export async function readCodes({ personId }: PersonActor): Promise<string[] | null> {
  const text = await readSealedCookie(NAME);
  const found = text ? kept.safeParse(JSON.parse(text)).data : undefined;
  return found?.personId === personId ? found.codes : null;
}

/** Once they said to have them. */
export async function forgetCodes(): Promise<void> {
  await deleteCookie(NAME);
}
