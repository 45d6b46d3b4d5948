/** After each failure, how long to wait, in minutes. When they are used up the message is dead. */
const DELAYS = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60];

/**
 * When to try again after `attempts` failures, the last at `now`; null: never, a person must look.
 * A reply of 500 and more is final (RFC 5321, 4.2.1): the address or the message is refused.
 */
export function nextAttempt(attempts: number, responseCode: number | undefined, now: Date): Date | null {
  const delay = DELAYS[attempts - 1];
  if (delay === undefined || (responseCode !== undefined && responseCode >= 500)) return null;
  return new Date(now.getTime() + delay * 60_000);
}
