import "server-only";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { CRITERIA, gradeOf, USUAL_WEIGHTS } from "./rules.ts";

export type AssessmentView = NonNullable<Awaited<ReturnType<typeof findAssessment>>>;

/** What the actor's structure thinks of a tender, one line per criterion; what it has not said yet is usual. */
export async function findAssessment(actor: Actor, tenderId: string, now: Date) {
  if (!isUuid(tenderId) || actor.kind !== "person" || !actor.actingFor) return null;
  const kept = await db().tenderAssessment.findFirst({
    relationLoadStrategy: "join",
    where: {
      AND: [{ tenderId, structureId: actor.actingFor.id }, readable(actor, "TenderAssessment", now)],
    },
    select: {
      verdict: true,
      note: true,
      decidedAt: true,
      decidedBy: { select: { firstName: true, lastName: true } },
      scores: { select: { criterion: true, weight: true, score: true } },
    },
  });
  const scores = CRITERIA.map((criterion) => ({
    criterion,
    weight: USUAL_WEIGHTS[criterion],
    score: 0,
    ...kept?.scores.find((one) => one.criterion === criterion),
  }));
  return {
    structure: actor.actingFor.name,
    scores,
    verdict: kept?.verdict ?? null,
    note: kept?.note ?? "",
    decidedAt: kept?.decidedAt ?? null,
    decidedBy: kept?.decidedBy ? `${kept.decidedBy.firstName} ${kept.decidedBy.lastName}` : null,
    grade: kept ? gradeOf(kept.scores) : null,
  };
}
