import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { signedToken } from "#lib/platform/tokens";
import { actorOf } from "../../../../test/cast.ts";
import { applicationForm, apply } from "../../../../test/own-applications.ts";
import { findOwnApplication } from "../queries.ts";
import { askApplicant } from "../review/commands.ts";
import { correctionInput } from "../schema.ts";
import { answerQuestion, confirmApplication, correctApplication, withdrawApplication } from "./commands.ts";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const mails = (toAddress: string) => db().mail.findMany({ where: { toAddress }, orderBy: { id: "asc" } });
const boardMails = (subjectId: string) =>
  db().mail.findMany({ where: { subjectId, kind: "application-new" }, select: { toAddress: true } });

describe("the private link", () => {
  test("confirms: the board is told once, however often it is pressed, and by ten at once", async () => {
    const { id, token, referent } = await apply();
    await Promise.all(Array.from({ length: 10 }, () => confirmApplication(token, now)));
    await confirmApplication(token, later(1));
    const told = (await boardMails(id)).map(({ toAddress }) => toAddress);
    expect(told).toContain("presidence@demo.example");
    expect(told).toContain("tresorerie@demo.example");
    expect(new Set(told).size).toBe(told.length);
    expect((await mails(referent)).map(({ kind }) => kind)).toEqual(["application-confirm", "application-received"]);
    expect(await findOwnApplication(token)).toMatchObject({ state: "to_review", confirmedAt: now });
  });

  test("that was altered, or made for something else, leads nowhere", async () => {
    const { id, token } = await apply();
    for (const wrong of [
      `${token}x`,
      token.slice(1),
      signedToken("join-invitation", id),
      signedToken("follow-application", randomUUID()),
      "",
    ]) {
      expect(await findOwnApplication(wrong)).toBeNull();
      await expect(confirmApplication(wrong, now)).rejects.toMatchObject({ code: "application_gone" });
      await expect(withdrawApplication(wrong, now)).rejects.toMatchObject({ code: "application_gone" });
    }
    expect(await findOwnApplication(token)).toMatchObject({ state: "unconfirmed" });
  });

  test("corrects everything but the address that was confirmed", async () => {
    const { token, referent, input } = await apply();
    const changed = applicationForm({
      legalName: `${input.legalName} SAS`,
      people: [{ firstName: "Ada", lastName: "Delcroix", email: "elsewhere@essai.example", function: "Présidente" }],
      skills: [],
      commissions: ["education"],
    });
    await correctApplication(correctionInput.parse({ ...changed, token }), now);
    expect(await findOwnApplication(token)).toMatchObject({
      legalName: `${input.legalName} SAS`,
      people: [{ email: referent, function: "Présidente" }],
      skills: [],
      commissions: [{ slug: "education" }],
    });
  });

  test("withdraws, once; then nothing of it can be changed", async () => {
    const { token, referent, input } = await apply();
    await confirmApplication(token, now);
    await withdrawApplication(token, now);
    await expect(withdrawApplication(token, now)).rejects.toMatchObject({ code: "application_closed" });
    const correction = correctionInput.parse({ ...applicationForm(), token });
    await expect(correctApplication(correction, now)).rejects.toMatchObject({ code: "application_closed" });
    expect(await findOwnApplication(token)).toMatchObject({ state: "withdrawn", legalName: input.legalName });
    expect((await mails(referent)).at(-1)?.kind).toBe("application-withdrawn");
  });

  test("answers a question of the board once, and whoever asked is told", async () => {
    const { id, token } = await apply();
    await confirmApplication(token, now);
    await askApplicant(await actorOf("treasurer"), { id, text: "Combien êtes-vous\u202f?" }, now);
    const own = await findOwnApplication(token);
    expect(own?.state).toBe("to_complete");
    const questionId = own?.questions[0]?.id ?? "";
    const other = await apply();
    const elsewhere = answerQuestion({ token: other.token, questionId, answer: "Mille." }, now);
    await expect(elsewhere).rejects.toMatchObject({ code: "question_answered" });
    await answerQuestion({ token, questionId, answer: "Nous sommes quatre." }, now);
    await expect(answerQuestion({ token, questionId, answer: "Cinq." }, now)).rejects.toMatchObject({
      code: "question_answered",
    });
    expect(await findOwnApplication(token)).toMatchObject({
      state: "to_review",
      questions: [{ answer: "Nous sommes quatre." }],
    });
    const told = await db().mail.findMany({ where: { subjectId: id, kind: "application-answered" } });
    expect(told.map(({ toAddress }) => toAddress)).toEqual(["tresorerie@demo.example"]);
  });
});
