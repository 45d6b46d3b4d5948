import { findActor } from "../lib/people/queries.ts";
import { db } from "../lib/platform/db.ts";
import type { Actor } from "../lib/policy/actor.ts";

/** The member of the demonstration, signed in: who asks what only members may. */
export async function signedInMember(): Promise<Actor> {
  const { id } = await db().session.create({
    data: {
      person: { connect: { email: "membre@demo.example" } },
      createdAt: new Date(),
      expiresAt: new Date(Date.now() + 3_600_000),
    },
    select: { id: true },
  });
  const actor = await findActor(id, new Date());
  if (!actor) throw new Error("membre@demo.example is not in the demonstration");
  return actor;
}
