import "server-only";
import { cache } from "react";
import { db } from "#lib/platform/db";
import { readTag } from "#lib/platform/page-tags";

/** What the club says of itself. Null: not known yet, shown as "À compléter". */
export type ClubView = Awaited<ReturnType<typeof getClub>>;

/**
 * The club's own page of facts; everybody may read it. Once per request, however many ask.
 *
 * @throws when the reference data were never loaded: the portal cannot be shown without them.
 */
export const getClub = cache(async () => {
  readTag("club");
  return await db().club.findFirstOrThrow({ omit: { id: true } });
});
