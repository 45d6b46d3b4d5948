import "server-only";
import { createHash } from "node:crypto";
import { queueMail } from "#lib/mail/outbox";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { mustBeHuman } from "#lib/platform/human-form";
import { tryAgain } from "#lib/platform/throttle";
import { readSignedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { propose, tellLead } from "../carrying/proposals.ts";
import { confirmedMail, confirmMail, LINK_PURPOSES, MAILED } from "../mails.ts";
import { matchNeed } from "../match/queries.ts";
import { ASKED_AT_ONCE, answerDue, UNCONFIRMED_DAYS } from "../rules.ts";
import type { NeedInput } from "./schema.ts";

/** Tries of one address, and requests of one person, before they have to wait. */
const BY_ADDRESS = { limit: 20, seconds: 3_600 };
const BY_EMAIL = { limit: 5, seconds: 86_400 };

/**
 * Keeps a need and asks its buyer to confirm it by mail; nothing reaches a member before. The same
 * need sent twice, or a hundred times at once, is one need and one mail.
 *
 * @throws Refusal `not_by_a_person`, `too_many`
 */
export async function submitNeed(input: NeedInput, { now, address }: { now: Date; address: string }): Promise<void> {
  mustBeHuman(input, now);
  if (address && !(await tryAgain(`need ${address}`, BY_ADDRESS, now))) throw tooMany();
  const fingerprint = fingerprintOf(input);
  const known = await db().need.findFirst({ where: { fingerprint, closedAt: null }, select: { id: true } });
  if (known) return;
  if (!(await tryAgain(`need of ${input.contactEmail}`, BY_EMAIL, now))) throw tooMany();

  const { skill, commission, commune } = await matchNeed(input, now, { headcount: input.headcount });
  const chosen = await db().structure.findMany({
    where: { slug: { in: input.members }, status: "active" },
    select: { id: true },
    take: input.members.length,
  });
  const { fax: _fax, opened: _opened, consent: _consent, members: _members, frame: _frame, ...told } = input;
  await db().$transaction(async (tx) => {
    const { count } = await tx.need.createMany({
      data: [{ ...told, fingerprint, communeInsee: commune, receivedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) return;
    const need = await tx.need.update({
      where: {
        id: (await tx.need.findFirstOrThrow({ where: { fingerprint, closedAt: null }, select: { id: true } })).id,
      },
      data: {
        ...(skill ? { skill: { connect: { slug: skill } } } : {}),
        ...(commission ? { commission: { connect: { slug: commission } } } : {}),
        introductions: {
          create: chosen.map(({ id }) => ({ structureId: id, state: "chosen" as const, proposedAt: now })),
        },
      },
      select: MAILED,
    });
    await queueMail(tx, confirmMail(need));
  });
}

/**
 * Sends a need to the members its buyer chose, or to those the club chooses, and tells everybody.
 * A second confirmation changes nothing. Gives the id of the need.
 *
 * @throws Refusal `wrong_link`
 */
export async function confirmNeed(token: string, now: Date): Promise<string> {
  const id = readSignedToken(LINK_PURPOSES.confirm, token);
  if (!id || !isUuid(id)) throw wrongLink();
  const need = await db().need.findUnique({
    where: { id },
    select: { ...MAILED, confirmedAt: true, receivedAt: true, introductions: { select: { structureId: true } } },
  });
  if (!need || now.getTime() - need.receivedAt.getTime() > UNCONFIRMED_DAYS * 86_400_000) throw wrongLink();
  if (need.confirmedAt) return id;
  const chosen =
    need.introductions.length > 0
      ? need.introductions.map(({ structureId }) => structureId)
      : (await matchNeed(need, now, { headcount: need.headcount })).suggestions
          .slice(0, ASKED_AT_ONCE)
          .map((suggestion) => suggestion.id);
  await db().$transaction(async (tx) => {
    // Two clicks at once: one of them confirms.
    const { count } = await tx.need.updateMany({ where: { id, confirmedAt: null }, data: { confirmedAt: now } });
    if (count === 0) return;
    const names = await propose(tx, need, chosen, { now, dueAt: answerDue(now) });
    if (names.length === 0) await tellLead(tx, need, now);
    await queueMail(tx, confirmedMail(need, names));
  });
  return id;
}

/** Who asks and what, whatever the spacing and capitals. */
function fingerprintOf({ contactEmail, text, city }: NeedInput): string {
  const same = (words: string | null) => (words ?? "").toLowerCase().replace(/\s+/g, " ").trim();
  return createHash("sha256").update([contactEmail, text, city].map(same).join("\0")).digest("base64url");
}

function wrongLink(): Refusal {
  return new Refusal(
    "wrong_link",
    "Ce lien ne mène plus à rien\u202f: la demande a été effacée, ou l’adresse est incomplète.",
  );
}

function tooMany(): Refusal {
  return new Refusal(
    "too_many",
    "Beaucoup de demandes sont parties d’ici\u202f: réessayez dans une heure, ou écrivez-nous.",
  );
}
