import { randomUUID } from "node:crypto";
import { confirmToken, followToken } from "#lib/needs/mails";
import { confirmNeed, submitNeed } from "#lib/needs/request/commands";
import { needInput } from "#lib/needs/request/schema";
import { db } from "#lib/platform/db";
import { openedToken } from "#lib/platform/human-form";
import type { PersonActor } from "#lib/policy/actor";

/** When needs of tests are asked: today, so that they pass on any. */
export const NOW = new Date();

/** The address of a buyer of a test's own. */
export const someBuyer = () => `${randomUUID()}@acheteur.example`;

/** A whole need, typed in twenty seconds, but for what the test is about. */
export const askedBy = (buyer: string, more: Record<string, unknown> = {}) =>
  needInput.parse({
    text: "il nous faut des sauvegardes et quelqu’un à appeler pour nos ordinateurs",
    city: "Arras",
    contactName: "Odile Acheteur",
    contactEmail: buyer,
    consent: "on",
    opened: openedToken(new Date(NOW.getTime() - 20_000)),
    ...more,
  });

export const submitBy = (buyer: string, more: Record<string, unknown> = {}) =>
  submitNeed(askedBy(buyer, more), { now: NOW, address: "" });

export const needOf = (buyer: string) =>
  db().need.findFirstOrThrow({ where: { contactEmail: buyer }, include: { introductions: true } });

/** A confirmed need put before the member's structure alone. */
export async function confirmedBy(
  buyer: string,
  member: PersonActor,
  more: Record<string, unknown> = {},
): Promise<{ id: string; token: string }> {
  await submitBy(buyer, { ...more, members: [member.structures[0]?.slug] });
  const { id } = await needOf(buyer);
  await confirmNeed(confirmToken(id), NOW);
  return { id, token: followToken(id) };
}

/** The kinds of the messages to an address, in the order in which they were written. */
export async function kindsTo(toAddress: string): Promise<string[]> {
  const mails = await db().mail.findMany({ where: { toAddress }, orderBy: { id: "asc" }, select: { kind: true } });
  return mails.map(({ kind }) => kind);
}
