import "server-only";
import type { Message } from "#lib/mail/message";
import { queueMail } from "#lib/mail/outbox";
import { addDays, columnOfDay, dayOf, dayOfColumn, formatDay } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { inForceOn } from "#lib/platform/in-force";
import { paths } from "#lib/platform/paths";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import { officeInWords } from "../labels.ts";
import { BOARD_FUNCTIONS, ENDING_SOON_DAYS } from "../rules.ts";

const MOST_A_DAY = 200;
const PERSON = { id: true, email: true, firstName: true, lastName: true } as const;

/**
 * The daily job: tells the holder and the board of each mandate in force that ends within two months and
 * has no successor yet. Run twice or by two processes, each end is told once (`mandate_reminder_once`).
 * Gives how many were told.
 */
export async function remindOfEnds(actor: Actor, now: Date): Promise<number> {
  authorize(actor, "remind", "Mandate", now);
  const today = dayOf(now);
  const ending = await db().mandate.findMany({
    where: {
      startsOn: { lte: columnOfDay(today) },
      endsOn: { gte: columnOfDay(today), lte: columnOfDay(addDays(today, ENDING_SOON_DAYS)) },
      person: { erasedAt: null },
    },
    orderBy: [{ endsOn: "asc" }, { id: "asc" }],
    take: MOST_A_DAY,
    select: {
      id: true,
      function: true,
      endsOn: true,
      commissionId: true,
      commission: { select: { slug: true, name: true } },
      person: { select: PERSON },
      reminders: { select: { endsOn: true } },
    },
  });
  let told = 0;
  for (const { reminders, endsOn, ...mandate } of ending) {
    if (!endsOn || reminders.some((sent) => sent.endsOn.getTime() === endsOn.getTime())) continue;
    await db().$transaction(async (tx) => {
      const { function: held, commissionId } = mandate;
      if ((await tx.mandate.count({ where: { function: held, commissionId, startsOn: { gt: endsOn } } })) > 0) return;
      const { count } = await tx.mandateReminder.createMany({
        data: [{ mandateId: mandate.id, endsOn, sentOn: columnOfDay(today) }],
        skipDuplicates: true,
      });
      if (count === 0) return;
      await tellBoth(tx, { ...mandate, endsOn }, now);
      told += 1;
    });
  }
  return told;
}

interface Person {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
}

interface Ending {
  function: Parameters<typeof officeInWords>[0];
  commission: { slug: string; name: string } | null;
  person: Person;
  endsOn: Date;
}

async function tellBoth(tx: Tx, ending: Ending, now: Date): Promise<void> {
  const office = officeInWords(ending.function, ending.commission?.name ?? null);
  const [lastDay, holder] = [formatDay(dayOfColumn(ending.endsOn)), ending.person];
  await tell(tx, holder, holder, {
    subject: "Votre mandat finit dans deux mois au plus",
    blocks: [
      { text: `Votre mandat pour ${office} finit le ${lastDay}, ce jour compris.` },
      { text: "Dites au comité directeur si vous souhaitez continuer, ou qui pourrait prendre la suite." },
      ending.commission
        ? { action: { label: "Ouvrir le dossier du mandat", path: paths.mandateFile(ending.commission.slug) } }
        : { action: { label: "Ouvrir votre espace", path: paths.memberArea } },
    ],
  });
  const seats = await tx.mandate.findMany({
    where: {
      AND: [inForceOn(dayOf(now)), { function: { in: [...BOARD_FUNCTIONS] }, person: { erasedAt: null } }],
      personId: { not: holder.id },
    },
    distinct: ["personId"],
    orderBy: { personId: "asc" },
    take: 50,
    select: { person: { select: PERSON } },
  });
  for (const { person } of seats) {
    await tell(tx, person, holder, {
      subject: `Un mandat finit le ${lastDay}`,
      blocks: [
        { text: `Le mandat de ${holder.firstName} ${holder.lastName} pour ${office} finit le ${lastDay}.` },
        { text: "Personne n’est encore nommé pour la suite\u202f: renouvelez-le, ou nommez quelqu’un d’autre." },
        { action: { label: "Voir les mandats", path: paths.boardMandates } },
      ],
    });
  }
}

async function tell(tx: Tx, to: Person, holder: Person, message: Pick<Message, "subject" | "blocks">): Promise<void> {
  await queueMail(tx, {
    kind: "mandate-ending",
    to: { address: to.email, name: `${to.firstName} ${to.lastName}`, personId: to.id },
    message: {
      ...message,
      greeting: `Bonjour ${to.firstName}`,
      why:
        to.id === holder.id
          ? "Vous recevez ce message parce que le club vous a confié un mandat."
          : "Vous recevez ce message parce que vous siégez au comité directeur.",
    },
    about: { kind: "Person", id: holder.id },
  });
}
