import type { CommissionSummary } from "#lib/commissions/queries";
import type { EventView } from "#lib/events/queries";
import type { listInternships } from "#lib/internships/queries";
import { writeCursor } from "#lib/platform/cursor";
import { dayOfColumn, isoInstant } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { problem } from "#lib/platform/problem";
import type { MemberSummary } from "#lib/structures/directory/queries";
import { DEEPEST_ROW, type DirectoryPage } from "#lib/structures/directory/schema";
import type { MemberView } from "#lib/structures/queries";
import type { CommissionItem, EventItem, InternshipItem, Member, MemberItem } from "./schema.ts";

/** A member in a list of the API. */
export function memberItemOf(member: MemberSummary): MemberItem {
  const { slug, name, kind, city, postalCode, commissions, skills, summary } = member;
  return { slug, name, kind, city, postalCode, commissions, skills, summary, url: absolute(paths.member(slug)) };
}

/** A member by itself. */
export function memberOf(view: MemberView): Member {
  const { slug, name, kind, city, postalCode, summary, description, website } = view;
  return {
    slug,
    name,
    kind,
    city,
    postalCode,
    commissions: view.commissions.map((commission) => commission.slug),
    skills: view.skills.map((skill) => skill.label),
    summary,
    url: absolute(paths.member(slug)),
    description,
    website,
  };
}

/** A commission as the API shows it in lists: slugs and instants as they are, and its page's whole address. */
export function commissionItemOf({ lastMeeting, nextMeeting, ...commission }: CommissionSummary): CommissionItem {
  return {
    ...commission,
    lastMeeting: lastMeeting && isoInstant(lastMeeting),
    nextMeeting: nextMeeting && isoInstant(nextMeeting),
    url: absolute(paths.commission(commission.slug)),
  };
}

/** A place that is not known yet is said so: the contract has no event without a place. */
export function eventItemOf(event: EventView): EventItem {
  return {
    slug: event.slug,
    title: event.title,
    startsAt: isoInstant(event.startsAt),
    endsAt: isoInstant(event.endsAt),
    place: event.place ?? "Lieu à préciser",
    commission: event.commission?.slug ?? null,
    isCancelled: event.cancellation !== null,
    url: absolute(paths.event(event.slug)),
  };
}

type ListedInternship = Awaited<ReturnType<typeof listInternships>>["items"][number];

/** Where the work is, else where the structure is, else the whole territory, as on the pages. */
export function internshipItemOf(offer: ListedInternship): InternshipItem {
  return {
    slug: offer.slug,
    title: offer.title,
    member: offer.structure.slug,
    city: offer.commune?.name ?? offer.structure.city ?? "Artois",
    level: offer.levels[0] ?? "bts",
    levels: offer.levels,
    startsOn: dayOfColumn(offer.startsOn),
    endsOn: dayOfColumn(offer.endsOn),
    weeks: offer.weeks,
    applyBefore: dayOfColumn(offer.applyBefore),
    url: absolute(paths.internship(offer.slug)),
  };
}

/** What to ask a list of the database for a page of the API: one row more tells whether others follow. */
export function windowOf<Position>({ page, perPage, after }: Paged<Position>) {
  return { skip: after ? 0 : (page - 1) * perPage, limit: perPage + 1, after };
}

/** The envelope around the rows that such a window gave; `positionOf` says where the next ones begin. */
export function envelopeOf<Row, Item>(
  { page, perPage }: Paged<unknown>,
  { items, total }: { items: Row[]; total: number },
  itemOf: (row: Row) => Item,
  positionOf: (row: Row) => object,
) {
  const last = items[perPage - 1];
  const next = items.length > perPage && last ? writeCursor(positionOf(last)) : null;
  return { items: items.slice(0, perPage).map(itemOf), total, page, perPage, next };
}

type Paged<Position> = Pick<DirectoryPage, "page" | "perPage"> & { after?: Position | undefined };

/** Whether a page lies too deep to be counted to. */
export function isTooDeep({ page, perPage, after }: Paged<unknown>): boolean {
  return after === undefined && (page - 1) * perPage >= DEEPEST_ROW;
}

/** Answers whoever asks for such a page: 404, with what to do instead. */
export function tooDeep(): Response {
  return problem(
    404,
    "Cette page est trop lointaine\u202f: précisez la recherche, ou suivez «\u202fafter\u202f» de page en page.",
  );
}
