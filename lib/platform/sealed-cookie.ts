import "server-only";
import { cookies } from "next/headers";
import { cookieOptions } from "./session-cookie.ts";
import { seal, unseal } from "./tokens.ts";

/** Leaves `text` with the browser for a while, sealed: it can neither read nor change it. */
export async function setSealedCookie(name: string, text: string, seconds: number): Promise<void> {
  (await cookies()).set(name, seal(name, text), { ...cookieOptions(), maxAge: seconds });
}

/** What was left under this name; null when nothing was, or not by this portal. */
export async function readSealedCookie(name: string): Promise<string | null> {
  const value = (await cookies()).get(name)?.value;
  return value ? unseal(name, value) : null;
}

/** Takes back what was left under this name. */
export async function deleteCookie(name: string): Promise<void> {
  (await cookies()).delete(name);
}
