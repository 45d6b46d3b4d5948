import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { system, visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { addPartner, retirePartners } from "../../test/own-consortia.ts";
import { addCertificate, remindOfCertificates, removeCertificate, savePapers } from "./commands.ts";
import { findDc2Draft } from "./forms/queries.ts";
import { findPapers } from "./queries.ts";
import { yearsAsked } from "./rules.ts";
import { papersInput } from "./schema.ts";

const now = new Date("2026-11-24T09:00:00Z");
afterAll(retirePartners);

const papers = {
  legalForm: "SARL",
  registration: "RCS Arras 123 456 789",
  vatNumber: "",
  representative: "Zoé Legrand",
  capacity: "gérante",
  years: yearsAsked(dayOf(now)).map((year) => ({ year, turnoverEuros: 500_000, headcount: 6 })),
};
const insurance = {
  kind: "insurance" as const,
  label: "RC pro",
  issuer: "Assureur",
  reference: "7",
  validUntil: "2027-03-01",
};

describe("the papers of a structure", () => {
  test("say what is missing or out of date until nothing is", async () => {
    const { referent, structure } = await addPartner();
    expect((await findPapers(referent, now))?.missing).toHaveLength(13);
    await savePapers(referent, papers, now);
    await savePapers(referent, papers, now);
    await addCertificate(referent, { ...insurance, validUntil: "2026-11-01" }, now);
    const view = await findPapers(referent, now);
    expect(view?.missing).toEqual([
      "Le SIRET.",
      "L’adresse, sur votre fiche.",
      "Une assurance responsabilité civile professionnelle à jour.",
      "Une référence au moins, sur votre fiche.",
      expect.stringContaining("RC pro"),
    ]);
    await removeCertificate(referent, { id: view?.certificates[0]?.id ?? "" }, now);
    await addCertificate(referent, insurance, now);
    await db().structure.update({
      where: { id: structure.id },
      data: {
        siret: null,
        address: "1 rue du Beffroi",
        references: { create: { customer: "Mairie", work: "Réseau", year: 2025 } },
      },
    });
    expect((await findPapers(referent, now))?.missing).toEqual(["Le SIRET."]);
  });

  test("are its own: nobody else reads or changes them", async () => {
    const [one, other] = [await addPartner(), await addPartner()];
    await addCertificate(one.referent, insurance, now);
    const id = (await findPapers(one.referent, now))?.certificates[0]?.id ?? "";
    await removeCertificate(other.referent, { id }, now);
    expect((await findPapers(one.referent, now))?.certificates).toHaveLength(1);
    expect((await findPapers(other.referent, now))?.certificates).toEqual([]);
    for (const actor of [visitor, await actorOf("student"), await actorOf("admin")]) {
      expect(await findPapers(actor, now)).toBeNull();
      await expect(savePapers(actor, papers, now)).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("fill a draft of the DC2 that says it is one, and what is missing", async () => {
    const { referent, structure } = await addPartner();
    await savePapers(referent, papers, now);
    const consultation = { buyer: "Mairie de Lens", subject: "Réseau", reference: "26-1", respondBefore: now };
    const bytes = await findDc2Draft(referent, consultation, now);
    if (!bytes) throw new Error("no draft");
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    const words = text.replace(/\s+/g, " ");
    for (const said of [
      "Brouillon de DC2",
      "ni signé ni officiel",
      "Mairie de Lens",
      structure.name.slice(0, 6),
      "500 000",
      "Le SIRET.",
    ]) {
      expect(words).toContain(said);
    }
  });

  test("what is typed is understood as the French write it, or refused beside its field", () => {
    const typed = {
      ...papers,
      siret: "732 829 320 00074",
      years: [{ year: "2025", turnoverEuros: "1 240 000 €", headcount: "" }],
    };
    expect(papersInput.parse(typed)).toMatchObject({
      siret: "73282932000074",
      years: [{ turnoverEuros: 1_240_000, headcount: null }],
    });
    const wrong = papersInput.safeParse({
      ...typed,
      siret: "123",
      years: [{ year: "2025", turnoverEuros: "beaucoup", headcount: "" }],
    });
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual(["siret", "years.0.turnoverEuros"]);
  });
});

test("the end of a certificate is told two months before, fifteen days before and after it; once each", async () => {
  const { referent } = await addPartner();
  await addCertificate(referent, { ...insurance, label: "À renouveler" }, now);
  const count = () => db().mail.count({ where: { personId: referent.personId, kind: "papers-ending" } });
  const on = (daysBefore: number) => new Date(`${addDays(insurance.validUntil, -daysBefore)}T09:00:00Z`);
  for (const [daysBefore, told] of [
    [61, 0],
    [60, 1],
    [59, 1],
    [15, 2],
    [1, 2],
    [-1, 3],
    [-10, 3],
  ] as const) {
    await Promise.all([remindOfCertificates(system, on(daysBefore)), remindOfCertificates(system, on(daysBefore))]);
    expect(`${daysBefore}: ${await count()}`).toBe(`${daysBefore}: ${told}`);
  }
  await expect(remindOfCertificates(await actorOf("president"), now)).rejects.toMatchObject({ code: "forbidden" });
});
