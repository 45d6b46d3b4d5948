import { moveUp } from "#lib/events/registrations/commands";
import { STATE_LABELS } from "#lib/events/registrations/labels";
import { MOST, type PersonalData } from "./words.ts";

/** What somebody told to come to a public event. */
export const events: PersonalData[] = [
  {
    covers: ["registration.email", "registration.personId"],
    name: "registrations",
    title: "Inscriptions aux rendez-vous du club",
    labels: {
      event: "Rendez-vous",
      state: "État",
      name: "Nom donné",
      organization: "Structure",
      guests: "Invités",
      answers: "Réponses",
      submittedAt: "Le",
      presentAt: "Venu le",
    },
    read: async (tx, { id, email }) => {
      const rows = await tx.registration.findMany({
        relationLoadStrategy: "join",
        where: { OR: [{ personId: id }, { email: email.toLowerCase() }] },
        orderBy: { submittedAt: "asc" },
        take: MOST,
        select: {
          state: true,
          firstName: true,
          lastName: true,
          organization: true,
          guests: true,
          submittedAt: true,
          presentAt: true,
          opening: { select: { event: { select: { title: true } } } },
          answers: { select: { value: true, question: { select: { label: true } } } },
        },
      });
      return rows.map(({ opening, state, firstName, lastName, answers, ...row }) => ({
        ...row,
        event: opening.event.title,
        state: STATE_LABELS[state],
        name: `${firstName} ${lastName}`,
        answers: answers.map(({ value, question }) => `${question.label}\u202f: ${value}`),
      }));
    },
    // Whoever waits behind them has their seat.
    erase: async (tx, { id, email }, now) => {
      const own = { OR: [{ personId: id }, { email: email.toLowerCase() }] };
      const held = await tx.registration.findMany({ where: own, distinct: ["eventId"], select: { eventId: true } });
      await tx.registration.deleteMany({ where: own });
      for (const { eventId } of held) await moveUp(tx, eventId, now);
    },
    kept: null,
  },
];
