import { randomUUID } from "node:crypto";
import { columnOfDay, type Day } from "#lib/platform/dates";
import { db } from "#lib/platform/db";

const made: string[] = [];

interface Given {
  joinedOn?: Day;
  kind?: "service" | "school";
  headcount?: "up_to_2" | "up_to_9";
  /** Null: nobody to write to. */
  email?: string | null;
  /** A call that waits to be paid. */
  call?: { year: number; amountCents?: number; dueOn: Day };
}

/** An active member of a test's own, with a référent, and a call if it is given one. */
export async function addMember({ joinedOn = "2020-01-05", kind = "service", headcount, email, call }: Given = {}) {
  const key = randomUUID();
  const address = email === undefined ? `${key}@members.example` : email;
  const structure = await db().structure.create({
    data: {
      name: `Essai ${key}`,
      slug: `essai-${key}`,
      kind,
      headcount: headcount ?? null,
      isFictional: true,
      joinedOn: columnOfDay(joinedOn),
      ...(address
        ? {
            affiliations: {
              create: {
                role: "primary_contact",
                startsOn: columnOfDay(joinedOn),
                person: { create: { email: address, firstName: "Ada", lastName: "Essai", isFictional: true } },
              },
            },
          }
        : {}),
    },
    select: { id: true, slug: true, name: true },
  });
  made.push(structure.id);
  const reference = `COT-${call?.year ?? 0}-${String(10_000 + Math.floor(Math.random() * 9_000_000))}`;
  if (call) {
    const { year, amountCents = 15_000 } = call;
    const dueOn = columnOfDay(call.dueOn);
    await db().feeCall.create({
      data: { reference, structureId: structure.id, year, amountCents, basis: "essai", calledOn: dueOn, dueOn },
      select: { id: true },
    });
  }
  return { ...structure, email: address ?? "", call: reference };
}

/** Takes them out of every list: what was paid is history and stays. */
export async function retireMembers(): Promise<void> {
  await db().structure.updateMany({ where: { id: { in: made.splice(0) } }, data: { status: "removed" } });
}
