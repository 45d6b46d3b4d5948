import "server-only";
import { hash, verify } from "@node-rs/argon2";

// OWASP's second profile for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The PHC string (argon2id) to keep for a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * Whether `password` is the one `kept` was made from. Without anything kept (unknown address, no
 * password yet) it works as long and says no, so that the time taken tells nothing.
 */
export async function passwordMatches(kept: string | null, password: string): Promise<boolean> {
  const matches = await verify(kept ?? (await decoy()), password);
  return kept !== null && matches;
}

let decoyHash: Promise<string> | undefined;
function decoy(): Promise<string> {
  decoyHash ??= hashPassword("nobody has this password");
  return decoyHash;
}
