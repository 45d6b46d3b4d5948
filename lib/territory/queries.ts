import "server-only";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";

/** The communes of the Artois that the map is drawn from. Public reference data. */
export async function listCommunes() {
  readTag("commune");
  return await db().commune.findMany({
    orderBy: { slug: "asc" },
    select: { slug: true, name: true, latitude: true, longitude: true, population: true },
    take: 500,
  });
}
