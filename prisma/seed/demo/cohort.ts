import { writePdf } from "#lib/pdf/document";
import type { Letterhead } from "#lib/pdf/letterhead";
import { addDays, columnOfDay, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";
import { storage } from "#lib/platform/storage";
import { findCommune } from "#lib/territory/communes";
import { idOf } from "./identity.ts";
import { INVENTED } from "./structures.ts";
import { type DemoApplication, type DemoStudent, STUDENTS } from "./students.ts";

const DOMAIN = "etu.gohelle.example";

/** Answers of the year before, that name nobody any more: what a habit is counted from. */
const FORMER_ANSWERS: [offer: string, days: number[]][] = [
  ["Supervision d’un parc de serveurs F/H", [3, 4, 5]],
  ["Technicien réseau F/H\u202f: câblage et mise en service", [2, 3, 6]],
];

/** Loads the cohort of the demonstration's school, its applications and their CVs, made here. */
export async function loadCohort(tx: Tx, today: Day): Promise<void> {
  const school = INVENTED.find(({ kind }) => kind === "school");
  if (!school) throw new Error("no school to follow anybody");
  const schoolId = idOf("structure", school.name);
  await tx.school.create({ data: { structureId: schoolId, code: "GOHE2MXK", emailDomain: DOMAIN } });
  const offers = await tx.internship.findMany({
    select: { id: true, slug: true, structureId: true, startsOn: true, endsOn: true, tutorName: true },
  });
  const offerOf = (title: string) => {
    const found = offers.find(({ slug }) => slug === slugify(title));
    if (!found) throw new Error(`no offer ${title}`);
    return found;
  };
  for (const student of STUDENTS) {
    const studentId = await loadStudent(tx, student, schoolId, today);
    const cvId = student.hasCv ? await loadCv(tx, student, studentId, today) : null;
    for (const application of student.applications) {
      const offer = offerOf(application.offer);
      const id = idOf("application", `${student.lastName} ${application.offer}`);
      const row = {
        ...rowOf(application, today),
        id,
        internshipId: offer.id,
        structureId: offer.structureId,
        studentId,
      };
      await tx.internshipApplication.create({
        data: {
          ...row,
          cvId: application.state === "draft" || application.state === "withdrawn" ? null : cvId,
          sharedWithId: application.isShared ? schoolId : null,
          ...partsOf(application, today),
        },
        select: { id: true },
      });
      if (application.state !== "accepted") continue;
      await tx.internshipAgreement.create({
        data: {
          applicationId: id,
          startsOn: offer.startsOn,
          endsOn: offer.endsOn,
          tutor: offer.tutorName ?? "",
          teacher: "Isabelle Warin",
          done: ["missions", "insurance", "teacher_agrees"],
        },
        select: { applicationId: true },
      });
    }
  }
  await loadHabits(tx, today, offerOf);
}

async function loadStudent(tx: Tx, student: DemoStudent, schoolId: string, today: Day): Promise<string> {
  const { firstName, lastName, diploma, level, free, commune, skills, isVisible = false } = student;
  const email = student.email ?? `${slugify(firstName)}.${slugify(lastName)}@${DOMAIN}`;
  const id = idOf("person", email);
  await tx.person.createMany({ data: [{ id, email, firstName, lastName, isFictional: true }], skipDuplicates: true });
  const data = {
    personId: id,
    schoolId,
    attachedAt: fromParis(addDays(today, -60), "10:00"),
    diploma,
    level,
    availableFrom: columnOfDay(addDays(today, free[0])),
    availableTo: columnOfDay(addDays(today, free[1])),
    skills,
    communeInsee: findCommune(commune)?.insee ?? null,
    isVisible,
  };
  await tx.student.create({ data, select: { personId: true } });
  return id;
}

async function loadCv(tx: Tx, student: DemoStudent, studentId: string, today: Day): Promise<string> {
  const content = await writePdf({
    title: `${student.firstName} ${student.lastName}`,
    day: today,
    letterhead: LETTERHEAD,
    blocks: [
      { heading: "Formation" },
      { text: `${student.diploma}, École du Numérique de la Gohelle.` },
      { heading: "Ce que je sais faire" },
      { list: student.skills },
      { heading: "Expériences" },
      {
        list: [
          "Projet tutoré en équipe de quatre, livré à une association du bassin minier.",
          "Emploi du samedi dans un commerce de proximité, depuis deux ans.",
        ],
      },
    ],
  });
  const key = `cv/${idOf("cv", studentId).replaceAll("-", "")}.pdf`;
  await storage().put(key, content, "application/pdf");
  const uploadedAt = fromParis(addDays(today, -40), "18:00");
  const { id } = await tx.cv.create({
    data: { id: idOf("cv", studentId), studentId, key, bytes: content.length, uploadedAt },
    select: { id: true },
  });
  return id;
}

const LETTERHEAD: Letterhead = {
  name: "Curriculum vitæ",
  tagline: "Pour un stage",
  mentions: ["Démonstration\u202f: cette personne et son parcours sont inventés."],
};

function rowOf({ state, sent, read, answered, ended, because, nudged, message = "" }: DemoApplication, today: Day) {
  const at = (days: number | undefined, time: string) =>
    days === undefined ? null : fromParis(addDays(today, -days), time);
  return {
    state,
    message,
    createdAt: fromParis(addDays(today, -(sent ?? 1)), "17:00"),
    sentAt: at(sent, "17:30"),
    readAt: at(read, "09:10"),
    answeredAt: at(answered, "17:30"),
    endedAt: at(ended, "18:00"),
    refusedBecause: because ?? null,
    nudgedAt: at(nudged, "08:30"),
  };
}

function partsOf({ slots = [], note }: DemoApplication, today: Day) {
  return {
    slots: {
      create: slots.map(({ inDays, time }) => {
        const startsAt = fromParis(addDays(today, inDays), time);
        return { startsAt, endsAt: new Date(startsAt.getTime() + 30 * 60_000), place: "Dans nos locaux, ou en visio" };
      }),
    },
    notes: note ? { create: { text: note, writtenAt: fromParis(addDays(today, -2), "11:20") } } : {},
  };
}

async function loadHabits(
  tx: Tx,
  today: Day,
  offerOf: (title: string) => { id: string; structureId: string },
): Promise<void> {
  for (const [title, days] of FORMER_ANSWERS) {
    const { id: internshipId, structureId } = offerOf(title);
    await tx.internshipApplication.createMany({
      data: days.map((wait) => ({
        id: idOf("application", `${title} ${wait}`),
        internshipId,
        structureId,
        state: "refused" as const,
        refusedBecause: "company" as const,
        createdAt: fromParis(addDays(today, -300), "12:00"),
        sentAt: fromParis(addDays(today, -300), "12:00"),
        answeredAt: fromParis(addDays(today, wait - 300), "12:00"),
        endedAt: fromParis(addDays(today, wait - 300), "12:00"),
      })),
    });
  }
  // As the nightly count finds them.
  await tx.answerRecord.createMany({
    data: [
      { structureId: offerOf(FORMER_ANSWERS[0]?.[0] ?? "").structureId, answers: 5, silences: 0, medianDays: 5 },
      { structureId: offerOf(FORMER_ANSWERS[1]?.[0] ?? "").structureId, answers: 5, silences: 0, medianDays: 4 },
    ],
  });
}
