import { randomUUID } from "node:crypto";
import type { Prisma } from "#lib/generated/prisma/client";
import { addDays, columnOfDay, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";

/** The day so many days from today, as the database's client wants it. */
export const inDays = (days: number) => columnOfDay(addDays(dayOf(new Date()), days));

/** An offer of a test's own, open unless said otherwise: eight weeks for BUT 2, in three months. */
export async function addOffer(structureId: string, given: Partial<Prisma.InternshipUncheckedCreateInput> = {}) {
  return await db().internship.create({
    data: {
      slug: `stage-${randomUUID()}`,
      structureId,
      title: "Stage de réseau F/H",
      missions: "Poser et documenter le réseau d’un atelier.",
      levels: ["but2"],
      startsOn: inDays(90),
      endsOn: inDays(150),
      weeks: 8,
      applyBefore: inDays(30),
      answerBy: inDays(45),
      publishedAt: new Date(Date.now() - 60_000),
      ...given,
    },
    select: { id: true, slug: true, title: true, updatedAt: true },
  });
}
