import "server-only";
import { z } from "zod";
import { type OutgoingMail, queueMail } from "#lib/mail/outbox";
import { dayOfColumn, formatDayShort } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { count } from "#lib/platform/french";
import { mustBeHuman } from "#lib/platform/human-form";
import { log } from "#lib/platform/log";
import { absolute, paths } from "#lib/platform/paths";
import { tryAgain } from "#lib/platform/throttle";
import { readSignedToken, signedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { wishOf } from "../search/rules.ts";
import { filterOf, offersHref, searchOf } from "../search/schema.ts";
import { untoldSql } from "../search/sql.ts";
import { alertInWords } from "./queries.ts";
import { ALERT, DAYS_TO_CONFIRM, MONTHS_OF_WATCH } from "./rules.ts";
import type { AlertInput } from "./schema.ts";

/** Requests from one address of the network, and for one mailbox, before they have to wait. */
const BY_ADDRESS = { limit: 20, seconds: 3_600 };
const BY_EMAIL = { limit: 5, seconds: 86_400 };

/** Alerts read at a time, and offers that one message shows. */
const BATCH = 200;
const SHOWN = 10;

/**
 * Keeps an alert and asks for its confirmation by mail; nothing else is written before. Whoever is already
 * told of the same search is not written to: nobody learns from the form who has an alert.
 *
 * @throws Refusal `not_by_a_person`, `too_many`
 */
export async function requestAlert(input: AlertInput, { now, address }: { now: Date; address: string }): Promise<void> {
  mustBeHuman(input, now);
  const { email, search: typed } = input;
  if (address && !(await tryAgain(`alert ${address}`, BY_ADDRESS, now))) throw tooMany();
  if (!(await tryAgain(`alert of ${email}`, BY_EMAIL, now))) throw tooMany();
  const search = searchOf(filterOf(typed));
  const criteria = await alertInWords(filterOf(search));
  await db().$transaction(async (tx) => {
    const alert = await tx.internshipAlert.upsert({
      where: { email_search: { email, search } },
      create: { email, search, requestedAt: now },
      update: {},
      select: { id: true, confirmedAt: true },
    });
    if (alert.confirmedAt) return;
    // Asked again, the days to confirm begin again.
    await tx.internshipAlert.updateMany({ where: { id: alert.id, confirmedAt: null }, data: { requestedAt: now } });
    await queueMail(tx, {
      kind: "internship-alert-confirm",
      to: { address: email },
      message: {
        subject: "Confirmez votre alerte de stages",
        greeting: "Bonjour",
        blocks: [
          {
            text: "Vous avez demandé à être prévenu des prochaines offres de stage qui répondent à cette recherche\u202f:",
          },
          { list: criteria.length > 0 ? criteria : ["toutes les offres"] },
          { action: { label: "Confirmer l’alerte", path: paths.alert(signedToken(ALERT, alert.id)) } },
          {
            text: `Si vous n’avez rien demandé, ne faites rien\u202f: votre adresse sera effacée dans ${DAYS_TO_CONFIRM}\u00a0jours et nous ne vous écrirons plus.`,
          },
        ],
        why: "Vous recevez ce message parce que cette adresse a été donnée sur le site du club TacTic.",
      },
    });
  });
}

/** Confirms an alert, or keeps it for another year. Harmless twice. @throws Refusal `wrong_link` */
export async function confirmAlert(token: string, now: Date): Promise<void> {
  const { count: found } = await db().internshipAlert.updateMany({
    where: { id: idOf(token) },
    data: { confirmedAt: now },
  });
  if (found === 0) throw wrongLink();
}

/** Ends an alert and forgets its address. Harmless twice. @throws Refusal `wrong_link` */
export async function stopAlert(token: string): Promise<void> {
  await db().internshipAlert.deleteMany({ where: { id: idOf(token) } });
}

/**
 * Tells each alert of the offers that became everybody's since it was asked for, once each; gives how many
 * messages leave. What is told is noted in the same transaction: two runs at once never tell twice.
 */
export async function tellNewOffers(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "remind", "Internship", now);
  let told = 0;
  let after: string | undefined;
  for (;;) {
    const alerts = await db().internshipAlert.findMany({
      where: { confirmedAt: { not: null }, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true, email: true, search: true, requestedAt: true },
    });
    for (const alert of alerts) told += await tellOne(alert, now).catch((error: unknown) => notTold(alert, error));
    after = alerts.at(-1)?.id;
    if (alerts.length < BATCH) return told;
  }
}

/** Tomorrow's run tells what this one could not. Neither the address nor the search belongs in a log. */
function notTold({ id }: Alert, error: unknown): number {
  log.error({ alert: id, reason: error instanceof Error ? error.name : "unknown" }, "an alert was not told");
  return 0;
}

interface Alert {
  id: string;
  email: string;
  search: string;
  requestedAt: Date;
}

const found = z.array(z.object({ id: z.uuid() }));

/** One alert, in a transaction of its own: another's failure does not hold back its message. */
async function tellOne(alert: Alert, now: Date): Promise<number> {
  const filter = filterOf(alert.search);
  const looked = { filter, wish: wishOf(filter), schools: [], now };
  return await db().$transaction(async (tx) => {
    const asked = untoldSql(looked, { alertId: alert.id, since: alert.requestedAt });
    const matching = found.parse(await tx.$queryRaw(asked)).map(({ id }) => id);
    if (matching.length === 0) return 0;
    const noted = await tx.internshipAlertSending.createManyAndReturn({
      data: matching.map((internshipId) => ({ alertId: alert.id, internshipId, sentAt: now })),
      skipDuplicates: true,
      select: { internshipId: true },
    });
    if (noted.length === 0) return 0;
    const offers = await tx.internship.findMany({
      relationLoadStrategy: "join",
      where: { id: { in: noted.map(({ internshipId }) => internshipId) } },
      orderBy: [{ applyBefore: "asc" }, { id: "asc" }],
      take: SHOWN,
      select: {
        slug: true,
        title: true,
        applyBefore: true,
        structure: { select: { name: true, city: true } },
        commune: { select: { name: true } },
      },
    });
    await queueMail(tx, messageOf(alert, offers, noted.length));
    return 1;
  });
}

interface Told {
  slug: string;
  title: string;
  applyBefore: Date;
  structure: { name: string; city: string | null };
  commune: { name: string } | null;
}

function messageOf(alert: Alert, offers: Told[], total: number): OutgoingMail {
  const token = signedToken(ALERT, alert.id);
  return {
    kind: "internship-alert",
    to: { address: alert.email },
    unsubscribeUrl: absolute(paths.stopAlertAtOnce(token)),
    message: {
      subject: `${count(total, "nouvelle offre", "nouvelles offres")} de stage pour vous`,
      greeting: "Bonjour",
      blocks: [
        {
          list: offers.map(
            ({ slug, title, applyBefore, structure, commune }) =>
              `${title}, ${structure.name} (${commune?.name ?? structure.city ?? "Artois"}), avant le ${formatDayShort(dayOfColumn(applyBefore))}\u202f: ${absolute(paths.internship(slug))}`,
          ),
        },
        ...(total > offers.length ? [{ text: `Et ${count(total - offers.length, "autre")}, dans la liste.` }] : []),
        { action: { label: "Voir la liste", path: offersHref(filterOf(alert.search)) } },
      ],
      why: `Vous recevez ce message parce que vous avez confirmé une alerte de stages, qui court ${MONTHS_OF_WATCH}\u00a0mois. La revoir, la prolonger ou l’arrêter\u202f: ${absolute(paths.alert(token))}`,
    },
  };
}

function idOf(token: string): string {
  const id = readSignedToken(ALERT, token);
  if (!id || !isUuid(id)) throw wrongLink();
  return id;
}

function wrongLink(): Refusal {
  return new Refusal(
    "wrong_link",
    "Ce lien ne mène plus à rien\u202f: l’alerte est arrêtée, ou l’adresse est incomplète.",
  );
}

function tooMany(): Refusal {
  return new Refusal("too_many", "Beaucoup d’alertes ont été demandées d’ici\u202f: réessayez plus tard.");
}
