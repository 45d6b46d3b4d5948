import { listCircle } from "#lib/meetings/circle/queries";
import { addDays, type Day, fromParis, weekdayOf } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { idOf } from "./identity.ts";

/** Calls the people of each commission to its coming meetings: half have said yes, a few have excused themselves. */
export async function loadCalls(tx: Tx, today: Day): Promise<void> {
  const now = fromParis(today, "12:00");
  const events = await tx.event.findMany({
    where: { startsAt: { gt: now }, meeting: { isNot: null }, commissionId: { not: null } },
    orderBy: { startsAt: "asc" },
    select: { commissionId: true, meeting: { select: { id: true } } },
  });
  const invitedAt = fromParis(addDays(today, -3), "10:00");
  for (const { commissionId, meeting } of events) {
    if (!commissionId || !meeting) continue;
    const circle = await listCircle(tx, commissionId, now);
    await tx.meetingInvitation.createMany({
      data: circle.map(({ id: personId }, index) => {
        const reply = index % 2 === 0 ? ("coming" as const) : index % 7 === 1 ? ("excused" as const) : null;
        return {
          meetingId: meeting.id,
          personId,
          invitedAt,
          reply,
          repliedAt: reply && fromParis(addDays(today, -2), "09:00"),
        };
      }),
    });
  }
}

/** A commission that is late looks for its date: half of its people have answered. */
export async function loadPoll(tx: Tx, today: Day): Promise<void> {
  const commission = await tx.commission.findFirstOrThrow({ where: { slug: "developpement" }, select: { id: true } });
  const circle = await listCircle(tx, commission.id, fromParis(today, "12:00"));
  const lead = circle.find(({ isLead }) => isLead);
  if (!lead) throw new Error("nobody leads developpement");
  const openedAt = fromParis(addDays(today, -2), "09:00");
  const days = Array.from({ length: 40 }, (_, index) => addDays(today, 12 + index)).filter(
    (day) => weekdayOf(day) === 4,
  );
  const slots = days.slice(0, 4).map((day, index) => ({
    id: idOf("slot", `developpement ${index}`),
    startsAt: fromParis(day, "18:30"),
    endsAt: fromParis(day, "20:00"),
    roomId: idOf("room", "A"),
  }));
  await tx.poll.create({
    data: {
      id: idOf("poll", "developpement"),
      commissionId: commission.id,
      title: "Réunion de la commission Développements logiciels",
      description:
        "Au programme\u202f: la charte de reprise d’un logiciel, et qui accueille un stagiaire au printemps.",
      durationMinutes: 90,
      deadline: fromParis(addDays(today, 6), "23:59"),
      openedById: lead.id,
      openedAt,
      slots: { create: slots },
      invitations: {
        create: circle.map(({ id: personId, isLead }) => ({ personId, isKey: isLead, invitedAt: openedAt })),
      },
    },
    select: { id: true },
  });
  const choices = ["yes", "if_need_be", "no", "yes", "yes"] as const;
  await tx.pollAnswer.createMany({
    data: circle
      .filter((_, index) => index % 2 === 0)
      .flatMap(({ id: personId }, person) =>
        slots.map(({ id: slotId }, slot) => ({
          slotId,
          personId,
          choice: choices[(person + slot * 2) % choices.length] ?? "yes",
          answeredAt: fromParis(addDays(today, -1), "14:00"),
        })),
      ),
  });
}
