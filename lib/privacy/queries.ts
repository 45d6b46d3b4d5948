import "server-only";
import { columnOfDay, dayOf } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor, PersonActor } from "#lib/policy/actor";
import type { PersonalData, Value } from "./register/words.ts";
import { REGISTER } from "./register.ts";

/** One kind of data with what is held of it on somebody. */
export interface OwnSection extends Pick<PersonalData, "name" | "title" | "labels" | "kept"> {
  rows: Record<string, Value>[];
}

/** All that the portal holds on the person who asks, section by section, as of one instant. */
export async function listOwnData(actor: PersonActor, now: Date): Promise<OwnSection[]> {
  authorize(actor, "read", "Person", now);
  const holder = { id: actor.personId, email: actor.email };
  return await db().$transaction(
    async (tx) => {
      const sections: OwnSection[] = [];
      for (const { name, title, labels, kept, read } of REGISTER) {
        sections.push({ name, title, labels, kept, rows: await read(tx, holder) });
      }
      return sections.reverse();
    },
    { isolationLevel: "RepeatableRead" },
  );
}

/** The active structures for which this person alone speaks: they keep an account from being erased. */
export async function listSoleReferences(actor: Actor, personId: string, now: Date, tx: Tx = db()) {
  authorize(actor, "erase", "Person", now);
  const today = columnOfDay(dayOf(now));
  const speaks = {
    role: "primary_contact" as const,
    startsOn: { lte: today },
    OR: [{ endsOn: null }, { endsOn: { gte: today } }],
  };
  return await tx.structure.findMany({
    where: {
      status: "active",
      AND: [
        { affiliations: { some: { ...speaks, personId } } },
        // Somebody erased speaks for nobody, even on their last day.
        { affiliations: { none: { ...speaks, NOT: { personId }, person: { erasedAt: null } } } },
      ],
    },
    orderBy: { slug: "asc" },
    take: 100,
    select: { id: true, slug: true, name: true },
  });
}
