import "server-only";
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
      return sections;
    },
    { isolationLevel: "RepeatableRead" },
  );
}

/**
 * The structures that an erasure would leave without a référent: the active ones, and any with other
 * people. A lapsed structure whose last person leaves stays without anybody.
 */
export async function listSoleReferences(actor: Actor, personId: string, now: Date, tx: Tx = db()) {
  authorize(actor, "erase", "Person", now);
  const speaks = { role: "primary_contact" as const, endsOn: null };
  const others = { endsOn: null, NOT: { personId } };
  return await tx.structure.findMany({
    where: {
      status: { notIn: ["resigned", "removed"] },
      AND: [
        { affiliations: { some: { ...speaks, personId } } },
        { affiliations: { none: { ...others, role: "primary_contact" } } },
        { OR: [{ status: "active" }, { affiliations: { some: others } }] },
      ],
    },
    orderBy: { slug: "asc" },
    take: 100,
    select: { id: true, slug: true, name: true },
  });
}
