import { findActor } from "#lib/people/queries";
import { db } from "#lib/platform/db";
import type { PersonActor } from "#lib/policy/actor";
import type { Role } from "#lib/policy/matrix/words";

type SignedIn = Exclude<Role, "visitor">;

/** The demonstration account that plays each role. */
const CAST: Record<SignedIn, string> = {
  president: "presidence@demo.example",
  treasurer: "tresorerie@demo.example",
  lead: "responsable@demo.example",
  formerLead: "ancien-responsable@demo.example",
  member: "membre@demo.example",
  colleague: "collegue@demo.example",
  rival: "rivale@demo.example",
  student: "etudiante@demo.example",
  school: "ecole@demo.example",
  admin: "admin@demo.example",
};

/** The actor behind a session just opened for this member of the cast. */
export async function actorOf(role: SignedIn): Promise<PersonActor> {
  const now = new Date();
  const session = await db().session.create({
    data: {
      person: { connect: { email: CAST[role] } },
      createdAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    },
    select: { id: true },
  });
  const actor = await findActor(session.id, now);
  if (!actor) throw new Error(`${CAST[role]} is not in the seeded database`);
  return actor;
}
