import { headers } from "next/headers";
import { type Enhancement, enhancementAddress } from "#lib/platform/enhancements";

/**
 * The small scripts of a page, to be named in its row of `public-pages` too. On a page that is rendered for one
 * request only they carry its nonce; the page cache takes it off and names their paths in the policy instead.
 */
export async function Enhancements({ names }: { names: readonly Enhancement[] }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return names.map((name) => <script key={name} type="module" async src={enhancementAddress(name)} nonce={nonce} />);
}
