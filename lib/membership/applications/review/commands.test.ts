import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../../../test/cast.ts";
import { apply, someSiret } from "../../../../test/own-applications.ts";
import { actsOn } from "../../../../test/own-people.ts";
import { addStructure } from "../../../../test/own-structures.ts";
import { confirmApplication } from "../following/commands.ts";
import { findOwnApplication } from "../queries.ts";
import {
  acceptApplication,
  askApplicant,
  commentApplication,
  refuseApplication,
  voteOnApplication,
} from "./commands.ts";
import { findApplication, listApplications } from "./queries.ts";

const now = new Date();

async function pending(over: Record<string, unknown> = {}) {
  const made = await apply(over);
  await confirmApplication(made.token, now);
  return made;
}
const mails = (toAddress: string) => db().mail.findMany({ where: { toAddress }, orderBy: { id: "asc" } });
const member = (name: string) =>
  db().structure.findMany({
    where: { name },
    include: {
      skills: { orderBy: { position: "asc" }, include: { skill: true } },
      commissions: { include: { commission: true } },
      invitations: true,
    },
  });

describe("accepting", () => {
  test("makes an active member with its skills and commissions, invites its référent, welcomes, and says who decided", async () => {
    const { id, legalName, referent } = await pending();
    const president = await actorOf("president");
    await acceptApplication(president, { id }, now);
    const [structure, ...others] = await member(legalName);
    expect(others).toEqual([]);
    expect(structure).toMatchObject({
      status: "active",
      citySlug: "lens",
      phone: "03 53 01 00 00",
      description: "Nous réparons des postes.",
    });
    expect(structure?.skills.map(({ skill, ownLabel }) => skill?.slug ?? ownLabel)).toEqual([
      "sauvegarde-et-restauration",
      "wi-fi-professionnel",
      "Cobol",
      "Soudure",
    ]);
    expect(structure?.commissions.map(({ commission }) => commission.slug).sort()).toEqual([
      "gestion",
      "infrastructures-reseaux",
    ]);
    expect(structure?.invitations).toMatchObject([{ email: referent, role: "primary_contact", position: "Gérante" }]);
    expect((await mails(referent)).map(({ kind }) => kind)).toEqual([
      "application-confirm",
      "application-received",
      "invitation",
      "application-accepted",
    ]);
    const closure = await db().membershipClosure.findUniqueOrThrow({ where: { applicationId: id } });
    expect(closure).toMatchObject({ outcome: "accepted", closedById: president.personId, structureId: structure?.id });
    expect(await actsOn(id)).toEqual(["submit-application", "confirm-application", "accept-application"]);
  });

  test("two hundred times at once makes one structure and one invitation", async () => {
    const { id, legalName, referent } = await pending();
    const actors = [await actorOf("president"), await actorOf("treasurer")];
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) => acceptApplication(actors[index % 2] ?? visitor, { id }, now)),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const codes = results.flatMap((result) => (result.status === "rejected" ? [result.reason.code] : []));
    expect(new Set(codes)).toEqual(new Set(["application_closed"]));
    const structures = await member(legalName);
    expect(structures).toHaveLength(1);
    expect(structures[0]?.invitations).toHaveLength(1);
    const received = (await mails(referent)).map(({ kind }) => kind);
    expect(received.filter((kind) => kind === "invitation")).toHaveLength(1);
    expect(received.filter((kind) => kind === "application-accepted")).toHaveLength(1);
  }, 60_000);

  test("and refusing at once end in one of the two", async () => {
    const { id } = await pending();
    const president = await actorOf("president");
    const results = await Promise.allSettled([
      acceptApplication(president, { id }, now),
      refuseApplication(president, { id, reason: "Non." }, now),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().membershipClosure.count({ where: { applicationId: id } })).toBe(1);
  });

  test("is closed by the database itself: no second end, no vote after it", async () => {
    const { id } = await pending();
    const president = await actorOf("president");
    await refuseApplication(president, { id, reason: "Hors du champ du club." }, now);
    const again = { applicationId: id, outcome: "accepted" as const, closedAt: now, erasesOn: now };
    await expect(db().membershipClosure.create({ data: again })).rejects.toMatchObject({ code: "P2002" });
    const vote = { applicationId: id, personId: president.personId, opinion: "favourable" as const, castAt: now };
    await expect(db().membershipVote.create({ data: vote })).rejects.toThrow("membership_application_open");
  });

  test("a second application of the same SIRET is refused, and stays open", async () => {
    const siret = someSiret();
    const first = await pending({ siret });
    const second = await pending({ siret });
    const president = await actorOf("president");
    expect((await findApplication(president, second.id, now))?.resembling).toMatchObject([
      { id: first.id, isSameSiret: true },
    ]);
    await acceptApplication(president, { id: first.id }, now);
    await expect(acceptApplication(president, { id: second.id }, now)).rejects.toMatchObject({
      code: "already_member",
    });
    expect(await findOwnApplication(second.token)).toMatchObject({ state: "to_review" });
    expect(await db().structure.count({ where: { siret } })).toBe(1);
  });

  test("brings a member that left back to life under its own address, and its people keep their place", async () => {
    const { id, legalName, referent } = await pending();
    const former = await addStructure({ name: legalName, status: "lapsed" });
    await db().structure.update({ where: { id: former.id }, data: { postalCode: "62300" } });
    const person = await db().person.create({ data: { email: referent, firstName: "Ada", lastName: "Delcroix" } });
    await db().affiliation.create({
      data: { personId: person.id, structureId: former.id, role: "primary_contact", startsOn: new Date("2025-01-01") },
    });
    expect(await acceptApplication(await actorOf("president"), { id }, now)).toEqual({ slug: former.slug });
    expect(await member(legalName)).toMatchObject([{ id: former.id, status: "active", invitations: [] }]);
  });
});

describe("refusing", () => {
  test("tells the applicant why, with respect, and gives the day on which it is erased", async () => {
    const { id, token, referent } = await pending();
    await refuseApplication(await actorOf("treasurer"), { id, reason: "Votre métier n’est pas l’informatique." }, now);
    const last = (await mails(referent)).at(-1);
    expect(last?.kind).toBe("application-refused");
    expect(last?.text).toContain("> Votre métier n’est pas l’informatique.");
    const own = await findOwnApplication(token);
    expect(own?.closure?.erasesOn.getTime()).toBeGreaterThan(now.getTime() + 170 * 86_400_000);
  });
});

describe("the board", () => {
  test("votes, changes its mind, and is counted once a person", async () => {
    const { id } = await pending();
    const [president, treasurer] = [await actorOf("president"), await actorOf("treasurer")];
    await voteOnApplication(president, { id, opinion: "opposed" }, now);
    await voteOnApplication(president, { id, opinion: "favourable" }, now);
    await Promise.all(Array.from({ length: 5 }, () => voteOnApplication(treasurer, { id, opinion: "abstains" }, now)));
    const seen = await findApplication(president, id, now);
    expect(seen?.tally).toEqual({ favourable: 1, opposed: 0, abstains: 1 });
    expect(seen?.ownVote).toBe("favourable");
  });

  test("comments among itself, asks the applicant by mail", async () => {
    const { id, token, referent } = await pending();
    const president = await actorOf("president");
    await commentApplication(president, { id, text: "Je les connais." }, now);
    await askApplicant(president, { id, text: "Depuis quand\u202f?" }, now);
    expect((await mails(referent)).at(-1)).toMatchObject({
      kind: "application-question",
      text: expect.stringContaining("> Depuis quand"),
    });
    const own = await findOwnApplication(token);
    expect(JSON.stringify(own)).not.toContain("Je les connais");
    expect(await findApplication(president, id, now)).toMatchObject({
      state: "to_complete",
      comments: [{ text: "Je les connais." }],
    });
  });

  test("sees no application whose address is not confirmed, and cannot decide one", async () => {
    const { id } = await apply();
    const president = await actorOf("president");
    expect(await findApplication(president, id, now)).toBeNull();
    for (const act of [
      () => acceptApplication(president, { id }, now),
      () => voteOnApplication(president, { id, opinion: "favourable" as const }, now),
      () => commentApplication(president, { id, text: "?" }, now),
      () => acceptApplication(president, { id: randomUUID() }, now),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: "application_gone" });
    }
  });

  test("alone reads, votes and decides", async () => {
    const { id } = await pending();
    for (const role of ["lead", "formerLead", "member", "student", "school", "admin"] as const) {
      const actor = await actorOf(role);
      expect(await findApplication(actor, id, now)).toBeNull();
      expect((await listApplications(actor, { page: 1 }, now)).total).toBe(0);
      await expect(acceptApplication(actor, { id }, now)).rejects.toMatchObject({ code: "forbidden" });
      await expect(voteOnApplication(actor, { id, opinion: "favourable" }, now)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(refuseApplication(visitor, { id, reason: "x" }, now)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is shown what resembles: the same domain of its own, a close name; not the same mail provider", async () => {
    const domain = `${randomUUID()}.example`;
    const president = await actorOf("president");
    const first = await pending({ website: `https://www.${domain}` });
    const person = { firstName: "A", lastName: "B", function: "x" };
    const second = await pending({ website: "", people: [{ ...person, email: `b@${domain}` }] });
    expect((await findApplication(president, second.id, now))?.resembling).toMatchObject([
      { id: first.id, isSameDomain: true },
    ]);
    const lone = randomUUID().replaceAll("-", "");
    const third = await pending({
      legalName: `${lone} SARL`,
      website: "",
      people: [{ ...person, email: `${lone}@gmail.com` }],
    });
    const fourth = await pending({
      legalName: lone,
      website: "",
      people: [{ ...person, email: `x${lone}@gmail.com` }],
    });
    expect((await findApplication(president, fourth.id, now))?.resembling.map(({ id }) => id)).toEqual([third.id]);
  });

  test("filters its list by state and by commission", async () => {
    const president = await actorOf("president");
    const { id } = await pending({ commissions: ["education"] });
    await askApplicant(president, { id, text: "?" }, now);
    const ids = async (filter: Parameters<typeof listApplications>[1]) =>
      (await listApplications(president, filter, now)).items.map((item) => item.id);
    expect(await ids({ state: "to_complete", page: 1 })).toContain(id);
    expect(await ids({ state: "to_review", page: 1 })).not.toContain(id);
    expect(await ids({ commission: "education", page: 1 })).toContain(id);
    expect(await ids({ commission: "gestion", page: 1 })).not.toContain(id);
  });
});
