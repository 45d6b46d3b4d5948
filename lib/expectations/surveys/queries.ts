import "server-only";
import { db } from "#lib/platform/db";
import { isUuid } from "#lib/platform/uuid";
import { readable } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { countBorda, countChoices, countCondorcet, countMarks } from "./rules.ts";

export type SurveyView = NonNullable<Awaited<ReturnType<typeof findSurvey>>>;

/**
 * A survey with one's own answer and, once it is closed or for whoever leads the commission, its
 * results: how the structures answered, never which answered what.
 */
export async function findSurvey(actor: Actor, id: string, now: Date) {
  if (!isUuid(id)) return null;
  const row = await db().survey.findFirst({
    relationLoadStrategy: "join",
    where: { AND: [{ id }, readable(actor, "Survey", now)] },
    select: {
      id: true,
      question: true,
      kind: true,
      closesAt: true,
      commission: { select: { id: true, slug: true, name: true } },
      expectation: { select: { id: true, title: true } },
      options: { select: { position: true, label: true }, orderBy: { position: "asc" } },
      answers: { select: { structureId: true, values: true }, take: 1_000 },
    },
  });
  if (!row) return null;
  const { answers, options, ...survey } = row;
  const isOpen = survey.closesAt > now;
  const person = actor.kind === "person" ? actor : null;
  const isLead = person?.commissionsLed.some(({ id: led }) => led === survey.commission.id) ?? false;
  const ballots = answers.map(({ values }) => values);
  return {
    ...survey,
    options,
    isOpen,
    answered: answers.length,
    own: answers.find(({ structureId }) => structureId === person?.actingFor?.id)?.values ?? null,
    results: isOpen && !isLead ? null : resultsOf(survey.kind, options.length, ballots),
  };
}

function resultsOf(kind: SurveyKindName, options: number, ballots: number[][]) {
  if (kind === "scale") return { marks: countMarks(ballots), scores: [] };
  const tally = { choice: countChoices, borda: countBorda, condorcet: countCondorcet }[kind];
  return { marks: null, scores: tally(options, ballots) };
}

type SurveyKindName = "choice" | "scale" | "borda" | "condorcet";
