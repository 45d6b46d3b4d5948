import "server-only";
import { headers } from "next/headers";
import { networkOf } from "./network.ts";

/** The header in which `server.mjs` hands over the visitor's address: whatever came from outside is overwritten. */
const ADDRESS_HEADER = "x-portal-address";

/** Whose request this is, for throttles: a network; empty in development, where nothing stands in front. */
export async function clientAddress(): Promise<string> {
  return networkOf((await headers()).get(ADDRESS_HEADER) ?? "");
}
