import "server-only";
import { headers } from "next/headers";
import { clientAddress } from "#lib/platform/client-address";
import { requestTime } from "#lib/platform/clock";
import type { Circumstances } from "./commands.ts";

/** Those of the request under way. */
export async function circumstances(): Promise<Circumstances> {
  const userAgent = (await headers()).get("user-agent");
  return { now: requestTime(), userAgent, from: await clientAddress() };
}
