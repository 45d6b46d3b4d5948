import type { Allowance } from "#lib/platform/throttle";

/**
 * Wrong passwords for one address, whoever types them: a minute's pause after five, a quarter of an
 * hour's after ten, and so on. Never for good, and a link by e-mail is always there (CNIL, délibération
 * 2022-100: a password may be shorter when attempts are restricted).
 */
export const TRIES_PER_ADDRESS: Allowance[] = [
  { limit: 5, seconds: 60 },
  { limit: 10, seconds: 15 * 60 },
  { limit: 40, seconds: 24 * 60 * 60 },
];

/** Wrong passwords from one network, over all addresses. */
export const TRIES_PER_NETWORK: Allowance = { limit: 100, seconds: 15 * 60 };

/** For what gives access to everything else, the person must have proved who they are in the last quarter of an hour. */
export const PROOF_SECONDS = 15 * 60;

/** Whether a proof of who one is, given at `provenAt`, still holds for what is most sensitive. */
export function isFreshProof(provenAt: Date, now: Date): boolean {
  return now.getTime() - provenAt.getTime() <= PROOF_SECONDS * 1000;
}

const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\b|\bEdgiOS\b/, "Edge"],
  [/\bOPR\b/, "Opera"],
  [/\bSamsungBrowser\b/, "Samsung Internet"],
  [/\bFirefox\b|\bFxiOS\b/, "Firefox"],
  [/\bChrome\b|\bCriOS\b/, "Chrome"],
  [/\bSafari\b/, "Safari"],
];

const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "Mac"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

/** "Firefox sur Windows": what a browser says of itself, in words; nothing else is known of a device. */
export function deviceInWords(userAgent: string | null): string {
  const first = (kinds: [RegExp, string][]) => kinds.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const browser = first(BROWSERS);
  const system = first(SYSTEMS);
  if (!browser) return system ? `Appareil ${system}` : "Appareil inconnu";
  return system ? `${browser} sur ${system}` : browser;
}
