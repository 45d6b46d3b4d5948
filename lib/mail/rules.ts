/** After each failure, how long to wait, in minutes. When they are used up the message is dead. */
const DELAYS = [1, 5, 15, 60, 4 * 60, 12 * 60, 24 * 60];

/**
 * The portal's own name or password is refused (RFC 4954, 6): nothing is wrong with the message, and it leaves
 * once the operator has put them right.
 */
export function isOwnFault(responseCode: number | undefined): boolean {
  return responseCode !== undefined && [530, 534, 535, 538].includes(responseCode);
}

/**
 * When to try again after `attempts` failures, the last at `now`; null: never, a person must look.
 * Another reply of 500 and more is final (RFC 5321, 4.2.1): the address or the message is refused.
 */
export function nextAttempt(attempts: number, responseCode: number | undefined, now: Date): Date | null {
  const delay = DELAYS[attempts - 1];
  const isFinal = responseCode !== undefined && responseCode >= 500 && !isOwnFault(responseCode);
  if (delay === undefined || isFinal) return null;
  return new Date(now.getTime() + delay * 60_000);
}
