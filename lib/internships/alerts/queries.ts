import "server-only";
import { addMonths, type Day, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { filterInWords } from "../search/labels.ts";
import { filterOf, type OfferFilter } from "../search/schema.ts";
import { ALERT, MONTHS_OF_WATCH } from "./rules.ts";

/** What an alert watches, in words: one piece a criterion; none when it watches everything. */
export async function alertInWords(filter: OfferFilter): Promise<string[]> {
  const commissions = await db().commission.findMany({
    orderBy: { position: "asc" },
    take: 20,
    select: { slug: true, name: true },
  });
  const trades = commissions.map(({ slug, name }) => ({ value: slug, label: name }));
  return filterInWords(filter, trades).map(({ words }) => words);
}

/** The alert whose link this is, and until when it watches; null when it was ended, or the link is not ours. */
export async function findAlert(
  token: string,
): Promise<{ id: string; criteria: string[]; filter: OfferFilter; until: Day | null } | null> {
  const id = readSignedToken(ALERT, token);
  if (!id || !isUuid(id)) return null;
  const alert = await db().internshipAlert.findUnique({
    where: { id },
    select: { id: true, search: true, confirmedAt: true },
  });
  if (!alert) return null;
  const filter = filterOf(alert.search);
  const until = alert.confirmedAt && addMonths(dayOf(alert.confirmedAt), MONTHS_OF_WATCH);
  return { id: alert.id, filter, criteria: await alertInWords(filter), until };
}
