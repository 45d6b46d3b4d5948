import "server-only";
import { z } from "zod";
import { deleteCookie, readSealedCookie, setSealedCookie } from "#lib/platform/sealed-cookie";
import { LINK_MINUTES } from "./rules.ts";

/** In the browser that asked for a link, as long as the link lives. */
const NAME = "tactic-demande";

const kept = z.object({
  request: z.string(),
  email: z.string(),
  next: z.string(),
  /** Whose account the link makes, where newcomers are welcome. */
  newcomer: z.object({ firstName: z.string(), lastName: z.string() }).optional(),
});
export type KeptRequest = z.infer<typeof kept>;

/** Remembers in this browser which link it asked for, so that the code of the message can be typed here. */
export async function keepRequest(request: KeptRequest): Promise<void> {
  await setSealedCookie(NAME, JSON.stringify(request), LINK_MINUTES * 60);
}

/** The request this browser made last; null when it made none, or too long ago. */
export async function readRequest(): Promise<KeptRequest | null> {
  const text = await readSealedCookie(NAME);
  return text ? (kept.safeParse(JSON.parse(text)).data ?? null) : null;
}

/** Once the link has served. */
export async function forgetRequest(): Promise<void> {
  await deleteCookie(NAME);
}
