import "server-only";
import { dayOf, dayOfColumn } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { can } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { missingPapers, validityOf, yearsAsked } from "./rules.ts";

export type PapersView = NonNullable<Awaited<ReturnType<typeof findPapers>>>;

/**
 * The papers of the structure in whose name the actor speaks, with what a buyer would miss in them; null
 * without an active one. Given one of their structures, its own. What the directory already knows (address, references) is read there.
 */
export async function findPapers(actor: Actor, now: Date, structureId?: string) {
  const person = actor.kind === "person" ? actor : null;
  const own = structureId ? person?.structures.find(({ id }) => id === structureId) : person?.actingFor;
  if (!own?.isActive || !can(actor, "read", "Papers", now)) return null;
  const structure = await db().structure.findUniqueOrThrow({
    relationLoadStrategy: "join",
    where: { id: own.id },
    select: {
      id: true,
      name: true,
      siret: true,
      address: true,
      postalCode: true,
      city: true,
      email: true,
      phone: true,
      references: { orderBy: { year: "desc" }, take: 30, select: { customer: true, work: true, year: true } },
      papers: {
        select: {
          legalForm: true,
          registration: true,
          vatNumber: true,
          representative: true,
          capacity: true,
          updatedAt: true,
          years: { orderBy: { year: "desc" }, take: 10, select: { year: true, turnoverEuros: true, headcount: true } },
          certificates: {
            orderBy: [{ kind: "asc" }, { label: "asc" }, { id: "asc" }],
            take: 100,
            select: { id: true, kind: true, label: true, issuer: true, reference: true, validUntil: true },
          },
        },
      },
    },
  });
  const { papers, ...facts } = structure;
  const today = dayOf(now);
  const certificates = (papers?.certificates ?? []).map(({ validUntil, ...certificate }) => {
    const day = validUntil && dayOfColumn(validUntil);
    return { ...certificate, validUntil: day, validity: validityOf(day, today) };
  });
  const view = {
    ...facts,
    legalForm: papers?.legalForm ?? "",
    registration: papers?.registration ?? "",
    vatNumber: papers?.vatNumber ?? "",
    representative: papers?.representative ?? "",
    capacity: papers?.capacity ?? "",
    updatedAt: papers?.updatedAt ?? null,
    years: yearsAsked(today).map(
      (year) => papers?.years.find((row) => row.year === year) ?? { year, turnoverEuros: null, headcount: null },
    ),
    certificates,
  };
  return { ...view, missing: missingPapers(view, today) };
}
