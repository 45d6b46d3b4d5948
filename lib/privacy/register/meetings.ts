import { MOST, type PersonalData } from "./words.ts";

/** When somebody said they were free, to what they were called, what they organised. */
export const meetings: PersonalData[] = [
  {
    covers: ["poll_invitation.personId", "poll_answer.personId"],
    name: "pollAnswers",
    title: "Vos réponses aux dates proposées",
    labels: { poll: "Réunion", startsAt: "Date proposée", choice: "Réponse" },
    read: async (tx, { id }) => {
      const [invitations, answers] = await Promise.all([
        tx.pollInvitation.findMany({
          relationLoadStrategy: "join",
          where: { personId: id },
          take: MOST,
          select: { poll: { select: { title: true } } },
        }),
        tx.pollAnswer.findMany({
          relationLoadStrategy: "join",
          where: { personId: id },
          take: MOST,
          select: { choice: true, slot: { select: { startsAt: true, poll: { select: { title: true } } } } },
        }),
      ]);
      return [
        ...invitations.map(({ poll }) => ({ poll: poll.title, startsAt: null, choice: "invitation" })),
        ...answers.map(({ choice, slot }) => ({ poll: slot.poll.title, startsAt: slot.startsAt, choice })),
      ];
    },
    erase: async (tx, { id }) => {
      await tx.pollAnswer.deleteMany({ where: { personId: id } });
      await tx.pollInvitation.deleteMany({ where: { personId: id } });
    },
    kept: null,
  },
  {
    covers: ["meeting_invitation.personId"],
    name: "meetingInvitations",
    title: "Réunions auxquelles vous avez été convoqué",
    labels: { meeting: "Réunion", startsAt: "Date", reply: "Réponse" },
    read: async (tx, { id }) => {
      const rows = await tx.meetingInvitation.findMany({
        relationLoadStrategy: "join",
        where: { personId: id },
        take: MOST,
        select: { reply: true, meeting: { select: { event: { select: { title: true, startsAt: true } } } } },
      });
      return rows.map(({ reply, meeting: { event } }) => ({ meeting: event.title, startsAt: event.startsAt, reply }));
    },
    erase: (tx, { id }) => tx.meetingInvitation.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["personal_calendar.personId"],
    name: "calendar",
    title: "Votre agenda personnel",
    labels: { createdAt: "Adresse créée le" },
    read: (tx, { id }) => tx.personalCalendar.findMany({ where: { personId: id }, select: { createdAt: true } }),
    erase: (tx, { id }) => tx.personalCalendar.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["poll.openedById", "poll_closing.closedById", "room_booking.requestedById"],
    name: "meetingsPrepared",
    title: "Dates et salles que vous avez demandées pour une commission",
    labels: { what: "Quoi", title: "Sujet", at: "Le" },
    read: async (tx, { id }) => {
      const [opened, closed, rooms] = await Promise.all([
        tx.poll.findMany({ where: { openedById: id }, take: MOST, select: { title: true, openedAt: true } }),
        tx.pollClosing.findMany({
          relationLoadStrategy: "join",
          where: { closedById: id },
          take: MOST,
          select: { closedAt: true, poll: { select: { title: true } } },
        }),
        tx.roomBooking.findMany({
          relationLoadStrategy: "join",
          where: { requestedById: id },
          take: MOST,
          select: { startsAt: true, room: { select: { name: true } } },
        }),
      ]);
      return [
        ...opened.map(({ title, openedAt }) => ({ what: "recherche de date", title, at: openedAt })),
        ...closed.map(({ poll, closedAt }) => ({ what: "clôture", title: poll.title, at: closedAt })),
        ...rooms.map(({ room, startsAt }) => ({ what: "salle", title: room.name, at: startsAt })),
      ];
    },
    erase: async (tx, { id }) => {
      await tx.pollClosing.updateMany({ where: { closedById: id }, data: { closedById: null } });
      await tx.roomBooking.updateMany({ where: { requestedById: id }, data: { requestedById: null } });
    },
    kept: "Les dates cherchées et les salles demandées, sans votre nom\u202f: elles sont l’histoire de la commission.",
  },
];
