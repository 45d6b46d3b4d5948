import { db } from "#lib/platform/db";

export async function leaveRegistrationTraces(personId: string, startsAt: Date, endsAt: Date): Promise<void> {
  const { email } = await db().person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
  const slug = `trace-${crypto.randomUUID()}`;
  const { id: eventId } = await db().event.create({
    data: { slug, kind: "club_event", visibility: "members", title: "essai", startsAt, endsAt },
    select: { id: true },
  });
  await db().registrationOpening.create({
    data: {
      event: { connect: { id: eventId } },
      capacity: 10,
      deadline: startsAt,
      questions: { create: { position: 0, label: "essai", kind: "short_text" } },
      registrations: {
        create: {
          person: { connect: { id: personId } },
          firstName: "Zoé",
          lastName: "Essai",
          email,
          state: "registered",
          submittedAt: new Date(),
          confirmedAt: new Date(),
        },
      },
    },
    select: { eventId: true },
  });
}

export async function leaveExchangeTraces(personId: string): Promise<void> {
  const [one, other] = await db().structure.findMany({ take: 2, orderBy: { id: "asc" }, select: { id: true } });
  if (!one || !other) throw new Error("no two structures");
  const written = { isFromOwner: true, text: "essai", author: { connect: { id: personId } } };
  await db().skillExchange.create({
    data: {
      structure: { connect: { id: one.id } },
      direction: "offer",
      title: "essai",
      body: "essai",
      expiresAt: new Date(Date.now() + 86_400_000),
      postedBy: { connect: { id: personId } },
      talks: { create: { structure: { connect: { id: other.id } }, messages: { create: written } } },
    },
    select: { id: true },
  });
}

export async function leaveStudentTraces(personId: string, email: string, structureId: string): Promise<void> {
  const key = crypto.randomUUID();
  const at = new Date();
  const { id: internshipId } = await db().internship.create({
    data: {
      slug: `trace-${key}`,
      structureId,
      title: "essai",
      missions: "essai",
      levels: ["but2"],
      startsOn: new Date("2027-04-05"),
      endsOn: new Date("2027-06-25"),
      weeks: 10,
      applyBefore: new Date("2027-02-01"),
      answerBy: new Date("2027-02-15"),
    },
    select: { id: true },
  });
  await db().student.upsert({
    where: { personId },
    create: { personId, diploma: "essai" },
    update: {},
    select: { personId: true },
  });
  const cv = { studentId: personId, key: `cv/${key.replaceAll("-", "")}.pdf`, bytes: 9, uploadedAt: at };
  const { id: cvId } = await db().cv.create({ data: cv, select: { id: true } });
  await db().internshipApplication.create({
    data: {
      internshipId,
      structureId,
      studentId: personId,
      state: "interview",
      message: "essai",
      cvId,
      sentAt: at,
      notes: { create: { authorId: personId, text: "essai", writtenAt: at } },
      slots: { create: { startsAt: at, endsAt: new Date(at.getTime() + 60_000), place: "essai" } },
    },
    select: { id: true },
  });
  await db().studentInvitation.create({
    data: { internshipId, studentId: personId, invitedById: personId, invitedAt: at },
    select: { studentId: true },
  });
  await db().signInLink.create({
    data: {
      fingerprint: key,
      next: "/espace",
      expiresAt: new Date(at.getTime() + 3_600_000),
      newcomer: { create: { email, firstName: "Zoé", lastName: "Essai" } },
    },
    select: { id: true },
  });
}

export async function leaveTenderTraces(personId: string, structureId: string): Promise<void> {
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

export async function leaveWorkspaceTraces(personId: string, structureId: string, email: string): Promise<void> {
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
      guests: { create: { structureId, personId, email, invitedById: personId } },
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
