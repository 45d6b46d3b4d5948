import "server-only";
import { notify } from "#lib/notices/commands";
import { speakingOn } from "#lib/people/affiliations/rules";
import { addDays, dayOf, fromParis } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { paths } from "#lib/platform/paths";
import { authorize, permitted } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { ballotOfRanks } from "./rules.ts";
import type { AnswerSurveyInput, AskSurveyInput } from "./schema.ts";

/**
 * Asks the structures of a commission a quick question, and tells their people. Gives its id.
 *
 * @throws Refusal `forbidden`, `not_found`, `survey_in_the_past`
 */
export async function askSurvey(actor: Actor, input: AskSurveyInput, now: Date): Promise<string> {
  authorize(actor, "study", "Survey", now);
  const led = actor.kind === "person" ? actor.commissionsLed.find(({ slug }) => slug === input.commission) : undefined;
  if (actor.kind !== "person" || !led)
    throw new Refusal("forbidden", "Vous n’êtes pas responsable de cette commission.");
  // Until midnight of the day given, in the Artois.
  const closesAt = fromParis(addDays(input.closesOn, 1), "00:00");
  if (closesAt <= now) throw new Refusal("survey_in_the_past", "Choisissez un jour à venir.", "closesOn");
  return db().$transaction(async (tx) => {
    const options = input.kind === "scale" ? [] : input.options;
    const { id } = await tx.survey.create({
      data: {
        commissionId: led.id,
        expectationId: await expectationOf(tx, actor, input.expectationId, now),
        question: input.question,
        kind: input.kind,
        askedById: actor.personId,
        askedAt: now,
        closesAt,
        options: { create: options.map((label, index) => ({ position: index + 1, label })) },
      },
      select: { id: true },
    });
    const people = await tx.affiliation.findMany({
      where: {
        structure: { status: "active", commissions: { some: { commissionId: led.id } } },
        ...speakingOn(dayOf(now)),
        personId: { not: actor.personId },
      },
      select: { personId: true },
      distinct: ["personId"],
      take: 5_000,
    });
    await notify(
      tx,
      people.map(({ personId }) => ({
        personId,
        kind: "survey",
        fact: `survey ${id}`,
        title: `La commission ${led.name} vous demande\u202f: «\u202f${input.question}\u202f»`,
        path: paths.survey(id),
      })),
      now,
    );
    return id;
  });
}

async function expectationOf(tx: Tx, actor: Actor, id: string | undefined, now: Date): Promise<string | null> {
  if (!id) return null;
  const found = await tx.expectation.findFirst({
    where: { AND: [{ id }, permitted(actor, "study", "Expectation", now)] },
    select: { id: true },
  });
  if (!found) throw new Refusal("not_found", "Cette attente n’est pas de votre commission.", "expectationId");
  return found.id;
}

/**
 * Gives, or changes, the answer of the structure in whose name the actor speaks; one per structure of
 * the commission, until the survey closes.
 *
 * @throws Refusal `forbidden`, `not_found`, `survey_closed`, `not_of_the_commission`, `incomplete_answer`
 */
export async function answerSurvey(actor: Actor, input: AnswerSurveyInput, now: Date): Promise<void> {
  authorize(actor, "voice", "Survey", now);
  const structure = actor.kind === "person" ? actor.actingFor : null;
  await db().$transaction(async (tx) => {
    const survey = await tx.survey.findFirst({
      where: { AND: [{ id: input.id }, permitted(actor, "voice", "Survey", now)] },
      select: { kind: true, closesAt: true, commissionId: true, options: { select: { position: true } } },
    });
    if (!survey) throw new Refusal("not_found", "Cette question n’existe pas, ou n’existe plus.");
    if (survey.closesAt <= now)
      throw new Refusal("survey_closed", "Cette question est close\u202f: ses résultats sont là.");
    const isMember =
      structure?.isActive &&
      (await tx.commissionMember.findFirst({
        where: { commissionId: survey.commissionId, structureId: structure.id },
        select: { structureId: true },
      }));
    if (!isMember) {
      throw new Refusal("not_of_the_commission", "Seules les structures de la commission répondent à ses questions.");
    }
    const values = valuesOf(survey.kind, survey.options.length, input);
    await tx.surveyAnswer.upsert({
      where: { surveyId_structureId: { surveyId: input.id, structureId: structure.id } },
      create: { surveyId: input.id, structureId: structure.id, values, answeredAt: now },
      update: { values, answeredAt: now },
      select: { surveyId: true },
    });
  });
}

function valuesOf(kind: AskSurveyInput["kind"], options: number, { chosen, ranks }: AnswerSurveyInput): number[] {
  if (kind === "choice" || kind === "scale") {
    const most = kind === "scale" ? 5 : options;
    const values = [...new Set(chosen)].filter((value) => value <= most);
    if (values.length === 0) throw new Refusal("incomplete_answer", "Choisissez au moins une réponse.", "chosen");
    return kind === "scale" ? values.slice(0, 1) : values.sort((a, b) => a - b);
  }
  const ballot = ranks.length === options ? ballotOfRanks(ranks) : null;
  if (!ballot) {
    throw new Refusal("incomplete_answer", `Donnez à chaque réponse un rang différent, de 1 à ${options}.`, "ranks");
  }
  return ballot;
}
