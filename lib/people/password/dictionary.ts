import "server-only";

/** Those the club's own people would think of, which lists made elsewhere do not hold. */
const OURS = [
  "motdepasse",
  "tactic",
  "clubtactic",
  "azertyuiop",
  "artois",
  "arras",
  "bethune",
  "douai",
  "lens",
  "rclens",
];

let known: Promise<Set<string>> | undefined;

/**
 * The fifty thousand passwords found most often in public leaks, in lower case, without asking anybody.
 * Loaded when the first password is chosen.
 */
export function commonPasswords(): Promise<Set<string>> {
  known ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set([...dictionary["passwords-common"].map(String), ...OURS]),
  );
  return known;
}
