import "server-only";
import { cache } from "react";
import type { FieldVisibility } from "#lib/generated/prisma/enums";
import { db, type Tx } from "#lib/platform/db";
import { findFormerSubject } from "#lib/platform/former-slugs";
import { readTag } from "#lib/platform/page-tags";
import { isSlug } from "#lib/platform/slug";
import { readable } from "#lib/policy/ability";
import { type Actor, visitor } from "#lib/policy/actor";
import { levelsSeenBy } from "#lib/policy/visibility";
import { freeSlug, summaryOf } from "./rules.ts";

/** A member's own page. */
export type MemberView = NonNullable<Awaited<ReturnType<typeof findMember>>>;

/**
 * The member whose page `slug` is, with what its page shows; null when `actor` may not read it. What
 * the member keeps from `actor` (telephone, e-mail, names of people) is as if it were not known.
 */
export const findMember = cache(async (actor: Actor, slug: string, now: Date) => {
  if (!isSlug(slug)) return null;
  readTag(
    "structure",
    "structure_skill",
    "structure_reference",
    "skill",
    "commission_member",
    "commission",
    "commune",
    "internship",
    "affiliation",
    "person",
  );
  const seen = levelsSeenBy(actor);
  const row = await db().structure.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ slug }, readable(actor, "Structure", now)] },
    select: {
      slug: true,
      name: true,
      kind: true,
      description: true,
      website: true,
      email: true,
      phone: true,
      emailVisibility: true,
      phoneVisibility: true,
      peopleVisibility: true,
      logoKey: true,
      address: true,
      city: true,
      citySlug: true,
      postalCode: true,
      isFictional: true,
      joinedOn: true,
      commune: { select: { slug: true, name: true, latitude: true, longitude: true } },
      skills: {
        orderBy: { position: "asc" },
        select: { ownLabel: true, skill: { select: { slug: true, label: true } } },
      },
      references: { orderBy: { year: "desc" }, take: 12, select: { customer: true, work: true, year: true } },
      commissions: {
        orderBy: { commission: { position: "asc" } },
        select: { commission: { select: { slug: true, name: true } } },
      },
      affiliations: {
        where: { endsOn: null, visibility: { in: seen } },
        orderBy: [{ role: "asc" }, { person: { lastName: "asc" } }, { id: "asc" }],
        take: 12,
        select: { position: true, person: { select: { firstName: true, lastName: true } } },
      },
      internships: {
        where: readable(visitor, "Internship", now),
        orderBy: { applyBefore: "asc" },
        take: 12,
        select: { slug: true, title: true, startsOn: true, weeks: true },
      },
    },
  });
  if (!row) return null;
  const { skills, commissions, ...member } = contactSeen(row, seen);
  return {
    ...member,
    summary: summaryOf(row.description),
    skills: skills.map(({ ownLabel, skill }) => ({ slug: skill?.slug ?? null, label: skill?.label ?? ownLabel ?? "" })),
    commissions: commissions.map(({ commission }) => commission),
  };
});

/** Where the page that once was at `slug` is now; null when there never was one, or it is not public. */
export async function findRenamedMember(actor: Actor, slug: string, now: Date): Promise<string | null> {
  readTag("structure");
  const id = await findFormerSubject("structure", slug);
  if (!id) return null;
  const row = await db().structure.findFirst({
    where: { AND: [{ id }, readable(actor, "Structure", now)] },
    select: { slug: true },
  });
  return row?.slug ?? null;
}

const CONTACTS_PER_PAGE = 50;

/** A page of the active structures by name, with how to reach them as `actor` may: members see more than the public. */
export async function listContacts(actor: Actor, { q, page }: { q?: string; page: number }, now: Date) {
  const seen = levelsSeenBy(actor);
  const like = q ? { contains: q, mode: "insensitive" as const } : undefined;
  const where = {
    AND: [
      { status: "active" as const },
      readable(actor, "Structure", now),
      like ? { OR: [{ name: like }, { city: like }] } : {},
    ],
  };
  const [rows, total] = await Promise.all([
    db().structure.findMany({
      relationLoadStrategy: "join",
      where,
      orderBy: [{ name: "asc" }, { id: "asc" }],
      skip: (page - 1) * CONTACTS_PER_PAGE,
      take: CONTACTS_PER_PAGE,
      select: {
        slug: true,
        name: true,
        city: true,
        email: true,
        emailVisibility: true,
        phone: true,
        phoneVisibility: true,
        peopleVisibility: true,
        affiliations: {
          where: { endsOn: null, visibility: { in: seen } },
          orderBy: [{ role: "asc" }, { id: "asc" }],
          take: 12,
          select: { position: true, person: { select: { firstName: true, lastName: true } } },
        },
      },
    }),
    db().structure.count({ where }),
  ]);
  return { items: rows.map((row) => contactSeen(row, seen)), total, perPage: CONTACTS_PER_PAGE };
}

interface ContactRow {
  email: string | null;
  phone: string | null;
  emailVisibility: FieldVisibility;
  phoneVisibility: FieldVisibility;
  peopleVisibility: FieldVisibility;
  affiliations: { position: string | null; person: { firstName: string; lastName: string } }[];
}

/** The row without what is kept from whoever sees these levels. */
function contactSeen<Row extends ContactRow>(row: Row, seen: FieldVisibility[]) {
  const { emailVisibility, phoneVisibility, peopleVisibility, affiliations, ...facts } = row;
  return {
    ...facts,
    email: seen.includes(emailVisibility) ? row.email : null,
    phone: seen.includes(phoneVisibility) ? row.phone : null,
    people: (seen.includes(peopleVisibility) ? affiliations : []).map(({ position, person }) => ({
      name: `${person.firstName} ${person.lastName}`,
      position,
    })),
  };
}

/** An address for a structure of this name that no other has or had; what was its own it may have again. */
export async function freeSlugFor(tx: Tx, name: string, ownId?: string): Promise<string> {
  const begins = { slug: { startsWith: freeSlug(new Set(), name) } };
  const [current, former] = await Promise.all([
    tx.structure.findMany({ where: { ...begins, ...(ownId ? { NOT: { id: ownId } } : {}) }, select: { slug: true } }),
    tx.formerSlug.findMany({
      where: { kind: "structure", ...begins, ...(ownId ? { NOT: { subjectId: ownId } } : {}) },
      select: { slug: true },
    }),
  ]);
  return freeSlug(new Set([...current, ...former].map(({ slug }) => slug)), name);
}
