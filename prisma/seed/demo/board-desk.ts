import { addDays, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { drawn, idOf } from "./identity.ts";
import { personId } from "./people.ts";
import { INVENTED } from "./structures.ts";

const LETTER = {
  subject: "Ce que préparent les commissions",
  body: "Les cinq commissions se sont réunies depuis l’été, et leurs comptes rendus sont en ligne.\n\nLa commission Infrastructures et réseaux compare les contrats de maintenance\u202f; celle de l’éducation réunit entreprises et écoles autour du calendrier des stages.\n\nVenez à la prochaine réunion de votre choix\u202f: les dates sont dans l’agenda.",
};

/** Loads what the board's desk shows: a letter and who asked for it, a few acts, structures that lapsed. */
export async function loadBoardDesk(tx: Tx, today: Day): Promise<void> {
  const at = (daysAgo: number, time: string) => fromParis(addDays(today, -daysAgo), time);
  const president = personId("presidence@demo.example");
  await tx.structureStatusChange.createMany({
    data: INVENTED.filter(({ status }) => status === "lapsed").map(({ name }, index) => ({
      structureId: idOf("structure", name),
      from: "active" as const,
      to: "lapsed" as const,
      changedAt: at(35 + 20 * index, "06:00"),
    })),
  });
  const people = await tx.person.findMany({ select: { id: true, email: true }, orderBy: { email: "asc" } });
  const subscribers = people.filter(({ email }) => drawn(`letter ${email}`, 3) > 0);
  await tx.newsletterConsent.createMany({
    data: subscribers.map(({ id, email }) => ({
      id: idOf("consent", email),
      personId: id,
      textVersion: 1,
      givenAt: at(60 + drawn(email, 120), "18:00"),
    })),
  });
  const campaignId = idOf("campaign", LETTER.subject);
  await tx.campaign.create({
    data: {
      ...LETTER,
      id: campaignId,
      kind: "newsletter",
      audience: "statut=active",
      authorId: president,
      createdAt: at(21, "17:40"),
      sentAt: at(21, "18:05"),
      recipients: { create: subscribers.map(({ id }) => ({ personId: id })) },
    },
  });
  const act = (daysAgo: number, action: string, subjectKind: string, subjectId: string, detail = {}) => ({
    at: at(daysAgo, "17:30"),
    personId: president,
    action,
    subjectKind,
    subjectId,
    detail,
  });
  await tx.auditEntry.createMany({
    data: [
      act(262, "appoint-person", "Person", personId("responsable@demo.example"), { function: "lead" }),
      act(61, "end-mandate", "Person", personId("ancien-responsable@demo.example"), { function: "lead" }),
      act(21, "draft-campaign", "Campaign", campaignId),
      act(21, "send-campaign", "Campaign", campaignId, { kind: "newsletter", recipients: subscribers.length }),
    ],
  });
}
