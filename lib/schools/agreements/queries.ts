import "server-only";
import { getClub } from "#lib/club/queries";
import { AgreementItem } from "#lib/generated/prisma/enums";
import type { PdfBlock } from "#lib/pdf/blocks";
import { writePdf } from "#lib/pdf/document";
import { letterheadOf } from "#lib/pdf/letterhead";
import { dayOf, dayOfColumn, formatDay } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { count } from "#lib/platform/french";
import { isUuid } from "#lib/platform/uuid";
import { permitted } from "#lib/policy/ability";
import type { PersonActor } from "#lib/policy/actor";
import { AGREEMENT_LABELS } from "../labels.ts";
import { schoolOf } from "../rules.ts";

const MOST = 200;

/** The agreements to prepare: one for each student of the school who accepted a place, the next to begin first. */
export async function listAgreements(actor: PersonActor, now: Date) {
  const rows = await db().internshipApplication.findMany({
    relationLoadStrategy: "join",
    where: ownPlacements(actor, now),
    orderBy: [{ internship: { startsOn: "asc" } }, { id: "asc" }],
    take: MOST,
    select: SELECTED,
  });
  return rows.map(viewOf);
}

/** One of them; null when the student is not the school's. */
export async function findAgreement(actor: PersonActor, applicationId: string, now: Date) {
  if (!isUuid(applicationId)) return null;
  const row = await db().internshipApplication.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id: applicationId }, ownPlacements(actor, now)] },
    select: SELECTED,
  });
  return row && viewOf(row);
}
export type Agreement = NonNullable<Awaited<ReturnType<typeof findAgreement>>>;

/** The summary of one agreement as a paper; null when it is not the school's. */
export async function findAgreementPdf(
  actor: PersonActor,
  applicationId: string,
  now: Date,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const agreement = await findAgreement(actor, applicationId, now);
  if (!agreement) return null;
  return await writePdf({
    title: "Préparation de la convention de stage",
    day: dayOf(now),
    letterhead: letterheadOf(await getClub()),
    blocks: blocksOf(agreement),
  });
}

function blocksOf(agreement: Agreement): PdfBlock[] {
  const known = (value: string) => value || "À compléter";
  return [
    { heading: "Les parties" },
    {
      facts: [
        { term: "Étudiant", value: `${agreement.student}, ${agreement.diploma}` },
        { term: "École", value: agreement.school },
        { term: "Enseignant référent", value: known(agreement.teacher) },
        { term: "Organisme d’accueil", value: agreement.host },
        { term: "Tuteur", value: known(agreement.tutor) },
      ],
    },
    { heading: "Le stage" },
    {
      facts: [
        { term: "Objet", value: agreement.title },
        { term: "Du", value: formatDay(agreement.startsOn) },
        { term: "Au", value: formatDay(agreement.endsOn) },
        { term: "Durée", value: `${count(agreement.weeks, "semaine")}, ${agreement.hoursPerWeek}\u00a0h par semaine` },
      ],
    },
    { heading: "Ce qui reste à faire" },
    {
      list: Object.values(AgreementItem).map(
        (item) => `${agreement.done.includes(item) ? "Fait" : "À faire"}\u202f: ${AGREEMENT_LABELS[item]}`,
      ),
    },
    {
      note: "Ce résumé prépare la convention, il ne la remplace pas\u202f: le stage ne commence qu’une fois celle-ci signée par toutes les parties (code de l’éducation, art. L124-1 et D124-4).",
    },
  ];
}

const SELECTED = {
  id: true,
  structure: { select: { name: true, slug: true } },
  student: {
    select: {
      diploma: true,
      school: { select: { name: true } },
      person: { select: { firstName: true, lastName: true, email: true } },
    },
  },
  internship: {
    select: { title: true, startsOn: true, endsOn: true, weeks: true, hoursPerWeek: true, tutorName: true },
  },
  agreement: { select: { startsOn: true, endsOn: true, tutor: true, teacher: true, done: true } },
} as const;

interface Row {
  id: string;
  structure: { name: string; slug: string };
  student: {
    diploma: string;
    school: { name: string } | null;
    person: { firstName: string; lastName: string; email: string };
  } | null;
  internship: {
    title: string;
    startsOn: Date;
    endsOn: Date;
    weeks: number;
    hoursPerWeek: number;
    tutorName: string | null;
  };
  agreement: { startsOn: Date; endsOn: Date; tutor: string; teacher: string; done: AgreementItem[] } | null;
}

/** What the school has written, or what the offer said until it does. */
function viewOf({ id, structure, student, internship, agreement }: Row) {
  return {
    id,
    host: structure.name,
    hostSlug: structure.slug,
    student: student ? `${student.person.firstName} ${student.person.lastName}` : "",
    email: student?.person.email ?? "",
    diploma: student?.diploma ?? "",
    school: student?.school?.name ?? "",
    title: internship.title,
    weeks: internship.weeks,
    hoursPerWeek: internship.hoursPerWeek,
    startsOn: dayOfColumn((agreement ?? internship).startsOn),
    endsOn: dayOfColumn((agreement ?? internship).endsOn),
    tutor: agreement?.tutor ?? internship.tutorName ?? "",
    teacher: agreement?.teacher ?? "",
    done: agreement?.done ?? [],
  };
}

/** The places accepted by students that the actor's school follows. */
function ownPlacements(actor: PersonActor, now: Date) {
  return {
    state: "accepted" as const,
    student: {
      AND: [
        { schoolId: schoolOf(actor)?.id ?? null, attachedAt: { not: null } },
        permitted(actor, "remind", "Student", now),
      ],
    },
  };
}
