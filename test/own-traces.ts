import { db } from "#lib/platform/db";
import {
  leaveExchangeTraces,
  leaveRegistrationTraces,
  leaveStudentTraces,
  leaveTenderTraces,
  leaveWorkspaceTraces,
} from "./own-business-traces.ts";

interface Somebody {
  personId: string;
  email: string;
  structureId: string;
  commissionId: string;
}

/** What somebody leaves behind in applications, prospects, expectations and messages of the club: one row of each. */
export async function leaveTraces({ personId, email, structureId, commissionId }: Somebody): Promise<void> {
  const key = crypto.randomUUID();
  const at = new Date();
  await db().membershipApplication.create({
    data: {
      legalName: `Essai ${key}`,
      kind: "service",
      city: "Lens",
      postalCode: "62300",
      description: "essai",
      motivation: "essai",
      noticeRead: "essai",
      submittedAt: at,
      confirmedAt: at,
      people: { create: { position: 0, firstName: "Zoé", lastName: "Essai", email, function: "Gérante" } },
      questions: { create: { askedById: personId, askedAt: at, text: "essai" } },
      comments: { create: { authorId: personId, writtenAt: at, text: "essai" } },
      votes: { create: { personId, opinion: "favourable", castAt: at } },
    },
    select: { id: true },
  });
  await db().prospect.create({
    data: {
      name: `Prospect ${key}`,
      email,
      entries: { create: { authorId: personId, note: "essai", writtenAt: at } },
      acquaintances: { create: { personId, since: at } },
      invitations: {
        create: [
          { invitedById: personId, toAddress: `${key}@others.example`, toName: "Léa", sentAt: at },
          { toAddress: email, toName: "Zoé", sentAt: at },
        ],
      },
    },
    select: { id: true },
  });
  const { id: expectationId } = await db().expectation.create({
    data: {
      title: `Attente ${key}`,
      body: "essai",
      commissionId,
      structureId,
      comments: { create: { personId, body: "essai" } },
      follows: { create: { personId } },
    },
    select: { id: true },
  });
  const step = { expectationId, personId, position: 1, state: "under_study", reason: "essai" } as const;
  await db().expectationStep.create({ data: step, select: { id: true } });
  await db().survey.create({
    data: {
      commissionId,
      question: "essai",
      kind: "scale",
      askedById: personId,
      closesAt: new Date(at.getTime() + 3_600_000),
    },
    select: { id: true },
  });
  await db().internship.create({
    data: {
      slug: `stage-${key}`,
      structureId,
      authorId: personId,
      title: "essai",
      missions: "essai",
      levels: ["but2"],
      startsOn: new Date("2027-04-05"),
      endsOn: new Date("2027-06-04"),
      weeks: 8,
      applyBefore: new Date("2027-02-01"),
      answerBy: new Date("2027-02-15"),
      tutorName: "Zoé Essai",
    },
    select: { id: true },
  });
  await db().internshipAlert.create({ data: { email, search: "niveau=but2" }, select: { id: true } });
  await db().campaign.create({
    data: {
      kind: "service",
      subject: "essai",
      body: "essai",
      author: { connect: { id: personId } },
      recipients: { create: { personId } },
    },
    select: { id: true },
  });
  await leaveTenderTraces(personId, structureId);
  await leaveMeetingTraces(personId, commissionId);
  await leaveStudentTraces(personId, email, structureId);
  await leaveWorkspaceTraces(personId, structureId, email);
  await db().newsletterConsent.create({ data: { personId, textVersion: 1 }, select: { id: true } });
}

async function leaveMeetingTraces(personId: string, commissionId: string): Promise<void> {
  const startsAt = new Date(Date.now() + 30 * 86_400_000);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const person = { connect: { id: personId } };
  const { slots } = await db().poll.create({
    data: {
      commission: { connect: { id: commissionId } },
      title: "essai",
      durationMinutes: 60,
      deadline: startsAt,
      openedBy: person,
      invitations: { create: { person } },
      slots: { create: { startsAt, endsAt, answers: { create: { person, choice: "yes" } } } },
    },
    select: { slots: { select: { id: true } } },
  });
  const { id: meetingId } = await db().meeting.create({
    data: {
      event: {
        create: {
          slug: `trace-${crypto.randomUUID()}`,
          kind: "board_meeting",
          visibility: "board",
          title: "essai",
          startsAt,
          endsAt,
        },
      },
      invitations: { create: { person } },
      assembly: {
        create: {
          kind: "board",
          quorumPercent: 0,
          proxiesPerHolder: 1,
          presidedBy: person,
          voters: { create: { person } },
        },
      },
      agendaItems: { create: { position: 1, title: "essai", durationMinutes: 5, owner: person, proposedBy: person } },
      papers: {
        create: {
          name: "essai.pdf",
          mediaType: "application/pdf",
          bytes: 1,
          key: crypto.randomUUID(),
          addedBy: person,
        },
      },
      actionItems: { create: { text: "essai", dueOn: startsAt, owner: person, doneAt: startsAt, doneBy: person } },
      minutes: {
        create: {
          body: "essai",
          savedBy: person,
          approvedBy: person,
          approvedAt: startsAt,
          corrections: { create: { person, text: "essai" } },
        },
      },
    },
    select: { id: true },
  });
  const somebodyElse = await db().person.findFirstOrThrow({ where: { id: { not: personId } }, select: { id: true } });
  await db().meetingInvitation.create({
    data: {
      meetingId,
      personId: somebodyElse.id,
      reply: "represented",
      repliedAt: startsAt,
      representedById: personId,
    },
    select: { id: true },
  });
  await db().venue.create({
    data: {
      name: `Lieu ${crypto.randomUUID()}`,
      rooms: {
        create: {
          name: "Salle",
          capacity: 10,
          bookings: { create: { slotId: slots[0]?.id ?? "", startsAt, endsAt, requestedById: personId } },
        },
      },
    },
    select: { id: true },
  });
  await db().personalCalendar.create({ data: { person }, select: { id: true } });
  await leaveRegistrationTraces(personId, startsAt, endsAt);
  await leaveExchangeTraces(personId);
}
