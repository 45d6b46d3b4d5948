import { describe, expect, test } from "vitest";
import type { Query } from "#lib/platform/address";
import { recordAct } from "#lib/platform/audit";
import { dayOf } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { visitor } from "#lib/policy/actor";
import { actorOf } from "../../test/cast.ts";
import { addPerson } from "../../test/own-people.ts";
import { listAudit, listAuditedActions } from "./queries.ts";
import { auditHref, readAuditAddress } from "./schema.ts";

const now = new Date();

describe("the audit log", () => {
  test("is walked by its key, the last act first, without a hole or a repetition", async () => {
    const president = await actorOf("president");
    const { id } = await addPerson({ lastName: "Journal" });
    await db().$transaction(async (tx) => {
      for (let index = 0; index < 120; index += 1) {
        await recordAct(tx, president, {
          action: "lift-suspension",
          subject: { kind: "Person", id },
          detail: { index },
        });
      }
    });
    const seen: unknown[] = [];
    let href: string | null = auditHref({ subjectKind: "Person", subjectId: id });
    while (href) {
      const query = Object.fromEntries(new URL(href, "http://here.example").searchParams);
      const { filter, before } = readAuditAddress(query);
      const { items, next } = await listAudit(president, filter, before, now);
      expect(items.every(({ subject, person }) => subject === "Camille Journal" && person === president.name)).toBe(
        true,
      );
      seen.push(...items.map(({ detail }) => Object(detail).index));
      href = next === null ? null : auditHref(filter, next);
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => 119 - index));
  });

  test("is filtered by who, what and when", async () => {
    const treasurer = await actorOf("treasurer");
    const { id } = await addPerson();
    await db().$transaction((tx) =>
      recordAct(tx, treasurer, { action: "suspend-person", subject: { kind: "Person", id }, detail: { reason: "x" } }),
    );
    const today = dayOf(now);
    const found = async (query: Query) =>
      (await listAudit(treasurer, readAuditAddress({ objet: id, ...query }).filter, null, now)).items.length;
    expect(await found({})).toBe(1);
    expect(await found({ qui: "wattiez", acte: "suspend-person", sur: "Person", du: today, au: today })).toBe(1);
    for (const other of [{ qui: "delattre" }, { acte: "end-mandate" }, { sur: "Mail" }, { au: "2020-01-01" }]) {
      expect(await found(other)).toBe(0);
    }
    expect(await listAuditedActions(treasurer, now)).toContain("suspend-person");
  });

  test("a broken address shows the log from its start", () => {
    const broken = { du: "hier", objet: "x", suite: "'; DROP", qui: "\0" };
    expect(readAuditAddress(broken)).toEqual({ filter: {}, before: null });
  });

  test("is the board's alone", async () => {
    for (const actor of [visitor, await actorOf("member"), await actorOf("lead"), await actorOf("admin")]) {
      expect((await listAudit(actor, {}, null, now)).items).toEqual([]);
      expect(await listAuditedActions(actor, now)).toEqual([]);
    }
  });
});
