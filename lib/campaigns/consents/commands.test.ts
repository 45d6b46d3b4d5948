import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { signedToken } from "#lib/platform/tokens";
import { visitor } from "#lib/policy/actor";
import { actorFor, actsOn, addPerson } from "../../../test/own-people.ts";
import { giveConsent, unsubscribe, withdrawConsent } from "./commands.ts";
import { findConsent, findSubscription } from "./queries.ts";
import { UNSUBSCRIBE } from "./rules.ts";

const now = new Date();

describe("the consent to the letter", () => {
  test("is kept with its date and its wording, once however often it is given; withdrawn, it stays as proof", async () => {
    const actor = await actorFor((await addPerson()).id);
    await Promise.all([1, 2, 3, 4].map(() => giveConsent(actor, now)));
    expect(await findConsent(actor, now)).toEqual({ givenAt: now, textVersion: 1 });
    await Promise.all([1, 2, 3, 4].map(() => withdrawConsent(actor, now)));
    expect(await findConsent(actor, now)).toBeNull();
    await giveConsent(actor, now);
    const rows = await db().newsletterConsent.findMany({
      where: { personId: actor.personId },
      orderBy: { withdrawnAt: "asc" },
    });
    expect(rows.map(({ withdrawnAt }) => withdrawnAt)).toEqual([now, null]);
    expect(await actsOn(actor.personId)).toEqual([
      "give-newsletter-consent",
      "withdraw-newsletter-consent",
      "give-newsletter-consent",
    ]);
  });

  test("is nobody's to give or take but one's own", async () => {
    await expect(giveConsent(visitor, now)).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdrawConsent(visitor, now)).rejects.toMatchObject({ code: "forbidden" });
    expect(await findConsent(visitor, now)).toBeNull();
  });

  test("ends by the link of a letter, harmless twice; an altered link or another's changes nothing", async () => {
    const [reader, other] = [await actorFor((await addPerson()).id), await actorFor((await addPerson()).id)];
    for (const actor of [reader, other]) await giveConsent(actor, now);
    const token = signedToken(UNSUBSCRIBE, reader.personId);
    const forged = [`${token}x`, token.replace(/^./, "A"), signedToken("other purpose", reader.personId), "", "a.b.c"];
    for (const wrong of [...forged, signedToken(UNSUBSCRIBE, "not an id")]) {
      await expect(unsubscribe(wrong, now)).rejects.toMatchObject({ code: "wrong_link" });
      expect(await findSubscription(wrong)).toBeNull();
    }
    expect(await findSubscription(token)).toEqual({ isSubscribed: true });
    await unsubscribe(token, now);
    await unsubscribe(token, now);
    expect(await findSubscription(token)).toEqual({ isSubscribed: false });
    expect(await findConsent(other, now)).not.toBeNull();
  });
});
