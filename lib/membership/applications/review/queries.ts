import "server-only";
import type { Prisma } from "#lib/generated/prisma/client";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { applicationState, ownDomains, tally, usualName } from "../rules.ts";
import { LISTED_STATES, type ListedState } from "./schema.ts";

const PER_PAGE = 25;

export type ApplicationLine = Awaited<ReturnType<typeof listApplications>>["items"][number];

/** A page of the applications in this state, or of all; those that wait, the oldest first. */
export async function listApplications(
  actor: Actor,
  { state, commission, page }: { state?: ListedState; commission?: string; page: number },
  now: Date,
) {
  const where = {
    AND: [
      readable(actor, "MembershipApplication", now),
      state ? IN_STATE[state] : {},
      commission ? { commissions: { some: { commission: { slug: commission } } } } : {},
    ],
  };
  const isWaiting = state === "to_review" || state === "to_complete";
  const [rows, total] = await Promise.all([
    db().membershipApplication.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ confirmedAt: isWaiting ? "asc" : "desc" }, { id: "asc" }],
      skip: (page - 1) * PER_PAGE,
      take: PER_PAGE,
      select: {
        id: true,
        number: true,
        legalName: true,
        tradeName: true,
        kind: true,
        city: true,
        confirmedAt: true,
        commissions: {
          orderBy: { commission: { position: "asc" } },
          select: { commission: { select: { slug: true, name: true } } },
        },
        questions: { select: { answeredAt: true } },
        votes: { select: { opinion: true } },
        closure: { select: { outcome: true, closedAt: true } },
      },
    }),
    db().membershipApplication.count({ where }),
  ]);
  const items = rows.map(({ commissions, votes, questions, ...row }) => ({
    ...row,
    name: usualName(row),
    commissions: commissions.map(({ commission: one }) => one),
    votes: tally(votes),
    state: applicationState({ ...row, questions }),
  }));
  return { items, total, perPage: PER_PAGE };
}

const IN_STATE: Record<ListedState, Prisma.MembershipApplicationWhereInput> = {
  to_review: { closure: null, questions: { none: { answeredAt: null } } },
  to_complete: { closure: null, questions: { some: { answeredAt: null } } },
  accepted: { closure: { outcome: "accepted" } },
  refused: { closure: { outcome: "refused" } },
  withdrawn: { closure: { outcome: "withdrawn" } },
};

/** How many applications stand in each state: what the filters show, and what waits on the board's desk. */
export async function countApplications(actor: Actor, now: Date): Promise<Record<ListedState, number>> {
  const may = readable(actor, "MembershipApplication", now);
  const counted = await Promise.all(
    LISTED_STATES.map(async (state) => {
      const count = await db().membershipApplication.count({ where: { AND: [may, IN_STATE[state]] } });
      return [state, count] as const;
    }),
  );
  // Branding: one entry per state.
  return Object.fromEntries(counted) as Record<ListedState, number>;
}

const AUTHOR = { select: { firstName: true, lastName: true } };

export type ReviewedApplication = NonNullable<Awaited<ReturnType<typeof findApplication>>>;

/** An application with all that the board knows and said of it; null for whoever may not read it. */
export async function findApplication(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  const found = await db().membershipApplication.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id }, readable(actor, "MembershipApplication", now)] },
    include: {
      people: { orderBy: { position: "asc" } },
      skills: { orderBy: { skill: { label: "asc" } }, select: { skill: { select: { slug: true, label: true } } } },
      commissions: {
        orderBy: { commission: { position: "asc" } },
        select: { commission: { select: { slug: true, name: true } } },
      },
      questions: { orderBy: { askedAt: "asc" }, include: { askedBy: AUTHOR } },
      comments: { orderBy: { writtenAt: "asc" }, take: 200, include: { author: AUTHOR } },
      votes: { orderBy: { castAt: "asc" }, include: { person: AUTHOR } },
      closure: { include: { closedBy: AUTHOR, structure: { select: { slug: true, name: true, status: true } } } },
      invitation: { select: { sentAt: true, invitedBy: AUTHOR, prospect: { select: { id: true, name: true } } } },
    },
  });
  if (!found) return null;
  return {
    ...found,
    name: usualName(found),
    skills: found.skills.map(({ skill }) => skill),
    commissions: found.commissions.map(({ commission }) => commission),
    state: applicationState(found),
    tally: tally(found.votes),
    ownVote:
      actor.kind === "person" ? found.votes.find(({ personId }) => personId === actor.personId)?.opinion : undefined,
    resembling: await listResembling(found),
  };
}

export type Resembling = Awaited<ReturnType<typeof listResembling>>[number];

/** Half of the name's letter triples: "Terril Numérique" and "Terril numerique SARL", not two "Informatique". */
const ALIKE = 0.5;

/**
 * What may be the same structure, members and other applications alike, with why: same SIRET, a
 * domain of its own (site or addresses) in common, a name that resembles.
 */
async function listResembling(application: {
  id: string;
  siret: string | null;
  legalName: string;
  tradeName: string | null;
  website: string | null;
  people: { email: string }[];
}) {
  const { id, siret, legalName, tradeName, website, people } = application;
  const domains = ownDomains(
    website,
    people.map(({ email }) => email),
  );
  return await db().$queryRaw<
    {
      kind: "member" | "application";
      id: string;
      slug: string | null;
      name: string;
      status: string;
      city: string | null;
      isSameSiret: boolean;
      isSameDomain: boolean;
    }[]
  >`
    WITH seen AS (
      SELECT 'member' AS kind, s.id, s.slug, s.name, s.status::text, s.city, s.siret, ARRAY[s.name] AS names,
             ARRAY[substring(s.website FROM '^https?://(?:www[.])?([^/:?#]+)'), split_part(s.email, '@', 2)] AS domains
        FROM structure s
      UNION ALL
      SELECT 'application', a.id, NULL, coalesce(a."tradeName", a."legalName"),
             coalesce(c.outcome::text, 'pending'), a.city, a.siret, ARRAY[a."legalName", a."tradeName"],
             array_append((SELECT array_agg(split_part(p.email, '@', 2)) FROM membership_applicant p WHERE p."applicationId" = a.id),
               substring(a.website FROM '^https?://(?:www[.])?([^/:?#]+)'))
        FROM membership_application a LEFT JOIN membership_closure c ON c."applicationId" = a.id
       WHERE a.id <> ${id}::uuid AND a."confirmedAt" IS NOT NULL
    ), judged AS (
      SELECT *, coalesce(siret = ${siret}, false) AS "isSameSiret", domains && ${domains}::text[] AS "isSameDomain",
             (SELECT max(greatest(similarity(plain(n), plain(${legalName})), similarity(plain(n), plain(${tradeName ?? legalName}))))
                FROM unnest(names) AS n) AS likeness
        FROM seen
    )
    SELECT kind, id, slug, name, status, city, "isSameSiret", coalesce("isSameDomain", false) AS "isSameDomain"
      FROM judged WHERE "isSameSiret" OR "isSameDomain" OR likeness > ${ALIKE}
     ORDER BY "isSameSiret" DESC, "isSameDomain" DESC, likeness DESC, id LIMIT 10`;
}
