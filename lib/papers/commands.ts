import "server-only";
import { queueMail } from "#lib/mail/outbox";
import { speakingOn } from "#lib/people/affiliations/rules";
import { recordAct } from "#lib/platform/audit";
import { addDays, columnOfDay, dayOf, dayOfColumn, formatDay } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { of } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { lastDayToWatch, validityOf } from "./rules.ts";
import type { CertificateInput, PapersInput, RemoveCertificateInput } from "./schema.ts";

/** Keeps who the structure is and its figures. Harmless twice. @throws Refusal `forbidden`, `structure_siret_key` */
export async function savePapers(actor: Actor, { siret, years, ...papers }: PapersInput, now: Date): Promise<void> {
  const structureId = house(actor, now);
  await db().$transaction(async (tx) => {
    if (siret) await tx.structure.update({ where: { id: structureId }, data: { siret }, select: { id: true } });
    await tx.papers.upsert({
      where: { structureId },
      create: { ...papers, structureId },
      update: papers,
      select: { structureId: true },
    });
    await tx.paperYear.deleteMany({ where: { structureId, year: { in: years.map(({ year }) => year) } } });
    await tx.paperYear.createMany({ data: years.map((year) => ({ ...year, structureId })) });
    await recordAct(tx, actor, { action: "save-papers", subject: { kind: "Structure", id: structureId } });
  });
}

/** Adds an insurance, a label, a proof. @throws Refusal `forbidden` */
export async function addCertificate(actor: Actor, input: CertificateInput, now: Date): Promise<void> {
  const structureId = house(actor, now);
  const { validUntil, ...certificate } = input;
  await db().$transaction(async (tx) => {
    await tx.papers.upsert({
      where: { structureId },
      create: { structureId },
      update: {},
      select: { structureId: true },
    });
    await tx.paperCertificate.create({
      data: { ...certificate, structureId, validUntil: validUntil ? columnOfDay(validUntil) : null },
      select: { id: true },
    });
  });
}

/** Takes one of one's own certificates away. Harmless twice. @throws Refusal `forbidden` */
export async function removeCertificate(actor: Actor, { id }: RemoveCertificateInput, now: Date): Promise<void> {
  await db().paperCertificate.deleteMany({ where: { id, structureId: house(actor, now) } });
}

/** The active structure in whose name the actor speaks. */
function house(actor: Actor, now: Date): string {
  authorize(actor, "update", "Papers", now);
  const own = actor.kind === "person" ? actor.actingFor : null;
  if (!own?.isActive) throw new Refusal("forbidden", "Ce dossier est celui d’une structure adhérente.");
  return own.id;
}

const MOST_A_DAY = 1_000;

/**
 * The daily job: tells a structure's référents which certificates end within two months, then within
 * fifteen days, then that they ended; each stage of each last day once. Gives how many people were told.
 */
export async function remindOfCertificates(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "remind", "Papers", now);
  const today = dayOf(now);
  return db().$transaction(async (tx) => {
    const ending = await tx.paperCertificate.findMany({
      relationLoadStrategy: "join",
      where: {
        // What ended longer ago was told when it did.
        validUntil: { gte: columnOfDay(addDays(today, -30)), lte: columnOfDay(lastDayToWatch(today)) },
        papers: { structure: { status: "active" } },
      },
      orderBy: [{ validUntil: "asc" }, { id: "asc" }],
      take: MOST_A_DAY,
      select: { id: true, label: true, validUntil: true, structureId: true },
    });
    const due = ending.flatMap(({ validUntil, ...certificate }) => {
      const stage = validUntil && validityOf(dayOfColumn(validUntil), today);
      return validUntil && stage && stage !== "valid" ? [{ ...certificate, validUntil, stage }] : [];
    });
    const claimed = await tx.paperReminder.createManyAndReturn({
      data: due.map(({ id, validUntil, stage }) => ({ certificateId: id, validUntil, stage, sentAt: now })),
      skipDuplicates: true,
      select: { certificateId: true },
    });
    const isNew = new Set(claimed.map(({ certificateId }) => certificateId));
    return tell(
      tx,
      due.filter(({ id }) => isNew.has(id)),
      now,
    );
  });
}

interface Ending {
  label: string;
  validUntil: Date;
  stage: string;
  structureId: string;
}

async function tell(tx: Tx, ending: Ending[], now: Date): Promise<number> {
  const referents = await tx.affiliation.findMany({
    relationLoadStrategy: "join",
    where: {
      structureId: { in: [...new Set(ending.map(({ structureId }) => structureId))] },
      role: "primary_contact",
      ...speakingOn(dayOf(now)),
    },
    take: MOST_A_DAY,
    select: {
      structureId: true,
      structure: { select: { name: true } },
      person: { select: { id: true, email: true, firstName: true, lastName: true } },
    },
  });
  await queueMail(
    tx,
    ...referents.map(({ structureId, structure, person }) => ({
      kind: "papers-ending",
      to: { address: person.email, name: `${person.firstName} ${person.lastName}`, personId: person.id },
      message: {
        subject: "Des pièces de votre dossier arrivent à leur terme",
        greeting: `Bonjour ${person.firstName}`,
        blocks: [
          { text: `Dans le dossier ${of(structure.name)}\u202f:` },
          {
            list: ending
              .filter((own) => own.structureId === structureId)
              .map(({ label, validUntil, stage }) => {
                const day = formatDay(dayOfColumn(validUntil));
                return stage === "over" ? `${label}\u202f: finie depuis le ${day}` : `${label}\u202f: finit le ${day}`;
              }),
          },
          { action: { label: "Mettre le dossier à jour", path: paths.papers } },
        ],
        why: "Vous recevez ce message parce que vous êtes référent de cette structure.",
      },
      about: { kind: "Structure", id: structureId },
    })),
  );
  return referents.length;
}
