import { parseEnv } from "../lib/platform/env.ts";
import { joinDatabase, withClient } from "../scripts/database/open.ts";

/** The portal's database, as its owner: for what no page offers (yet) and for what only an intruder would do. */
export async function withDatabase<T>(use: Parameters<typeof withClient<T>>[1]): Promise<T> {
  const { adminUrl } = await joinDatabase(parseEnv({ DATA_DIR: process.env.E2E_DATA }));
  return withClient(adminUrl, use);
}
