import { db } from "#lib/platform/db";

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
  await leaveWorkspaceTraces(personId, structureId);
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
  await db().meeting.create({
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
}

async function leaveTenderTraces(personId: string, structureId: string): Promise<void> {
  const respondBefore = new Date(Date.now() + 30 * 86_400_000);
  const older = await db().tender.create({
    data: { buyer: "essai", subject: `essai ${crypto.randomUUID()}`, respondBefore },
    select: { id: true },
  });
  await db().tender.create({
    data: {
      buyer: "essai",
      subject: `essai ${crypto.randomUUID()}`,
      respondBefore,
      postedById: personId,
      deadlineChanges: { create: { from: new Date(), to: respondBefore, personId } },
      resemblance: { create: { olderId: older.id, settledAt: new Date(), settledById: personId } },
      hands: { create: { structureId, raisedById: personId, references: "essai" } },
      assessments: { create: { structureId, verdict: "go", decidedById: personId } },
    },
    select: { id: true },
  });
  await db().tenderAlert.create({ data: { personId, ownSkills: true }, select: { personId: true } });
}

async function leaveWorkspaceTraces(personId: string, structureId: string): Promise<void> {
  const at = new Date();
  const { id: tenderId } = await db().tender.create({
    data: {
      buyer: `Mairie ${crypto.randomUUID()}`,
      subject: "essai",
      respondBefore: new Date(at.getTime() + 86_400_000),
    },
    select: { id: true },
  });
  const { id: consortiumId } = await db().consortium.create({
    data: {
      tenderId,
      leadStructureId: structureId,
      form: "joint",
      justification: "essai",
      deadlineTold: at,
      seats: { create: { structureId, joinedAt: at } },
      messages: { create: { personId, structureName: "essai", body: "essai" } },
      entries: { create: { personId, kind: "decision", text: "essai" } },
      tasks: { create: { title: "essai", daysBefore: 1, ownerId: personId, changedById: personId } },
      guests: { create: { personId, invitedById: personId } },
      steps: { create: { personId, position: 1, state: "dropped", reason: "essai" } },
    },
    select: { id: true },
  });
  await db().consortiumDocument.create({
    data: {
      consortiumId,
      structureId,
      title: "essai",
      versions: {
        create: {
          number: 1,
          fileName: "essai.txt",
          size: 1,
          sha256: "0".repeat(64),
          storageKey: `documents/${crypto.randomUUID().replaceAll("-", "")}.bin`,
          uploadedById: personId,
          structureId,
        },
      },
    },
    select: { id: true },
  });
}
