import type { DeclineReason, IntroductionState, NeedBudget, NeedDelay, NeedOutcome } from "#lib/generated/prisma/enums";
import { addDays, columnOfDay, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { idOf } from "./identity.ts";

interface InventedNeed {
  text: string;
  commune: string;
  skill: string;
  delay: NeedDelay;
  budget: NeedBudget;
  organization: string;
  daysAgo: number;
  /** Days ago when it was handed to the lead of its commission. */
  handedOn?: number;
  closed?: { outcome: NeedOutcome; daysAgo: number; satisfaction?: number };
  asked: {
    name: string;
    state: IntroductionState;
    /** Days after the need was confirmed. */
    answeredAfter?: number;
    reason?: DeclineReason;
    /** The buyer's words begin with "Acheteur : ". */
    talk?: string[];
  }[];
}

const NEEDS: InventedNeed[] = [
  {
    text: "Le wifi ne couvre pas notre atelier et les tablettes décrochent.",
    commune: "lens",
    skill: "wi-fi-professionnel",
    delay: "month",
    budget: "under_5000",
    organization: "Menuiserie Haudiquet",
    daysAgo: 5,
    asked: [
      {
        name: "Terril Réseaux",
        state: "interested",
        answeredAfter: 1,
        talk: [
          "Nous pouvons passer mesurer jeudi matin\u202f: une heure suffit.",
          "Acheteur\u202f: Jeudi 9 heures, c’est parfait.",
        ],
      },
      { name: "Vigie du Ternois", state: "declined", answeredAfter: 2, reason: "no_time" },
    ],
  },
  {
    text: "On voudrait que les clients prennent rendez-vous tout seuls.",
    commune: "arras",
    skill: "reservation-et-prise-de-rendez-vous-en-ligne",
    delay: "quarter",
    budget: "under_1000",
    organization: "Salon Épi d’Or",
    daysAgo: 24,
    closed: { outcome: "won", daysAgo: 13, satisfaction: 5 },
    asked: [{ name: "Atelier Zinc", state: "won", answeredAfter: 1 }],
  },
  {
    text: "Un ancien salarié est parti avec tous les mots de passe.",
    commune: "bethune",
    skill: "gestion-des-identites-et-des-mots-de-passe",
    delay: "now",
    budget: "unknown",
    organization: "Transports Delbarre",
    daysAgo: 3,
    asked: [
      {
        name: "Cuirasse Cyber",
        state: "asking",
        answeredAfter: 1,
        talk: ["Combien de comptes sont concernés, et sur quels services\u202f?"],
      },
      { name: "Scarpe Informatique", state: "waiting" },
    ],
  },
  {
    text: "Nous sommes huit et plus personne ne s’occupe de nos ordinateurs. Il nous faudrait quelqu’un à appeler, et des sauvegardes.",
    commune: "saint-laurent-blangy",
    skill: "infogerance-et-maintenance-du-parc",
    delay: "month",
    budget: "under_5000",
    organization: "Cabinet Lemoine",
    daysAgo: 1,
    asked: [{ name: "Scarpe Informatique", state: "waiting" }],
  },
  {
    text: "Changer le logiciel de caisse de notre épicerie, avec la balance.",
    commune: "noeux-les-mines",
    skill: "caisse-et-point-de-vente",
    delay: "quarter",
    budget: "under_5000",
    organization: "Épicerie du Rivage",
    daysAgo: 40,
    closed: { outcome: "elsewhere", daysAgo: 20 },
    asked: [{ name: "Caisse & Comptoir", state: "silent" }],
  },
  {
    text: "Quand le standard est occupé, les appels se perdent\u202f: nous voudrions des lignes qui sonnent à l’atelier comme au bureau, et un message le soir.",
    commune: "bruay-la-buissiere",
    skill: "telephonie-d-entreprise",
    delay: "month",
    budget: "under_5000",
    organization: "Brasserie du Terroir",
    daysAgo: 12,
    handedOn: 4,
    asked: [
      { name: "Gohelle Systèmes", state: "silent" },
      { name: "Vigie du Ternois", state: "declined", answeredAfter: 2, reason: "no_time" },
    ],
  },
];

/** Needs at every stage of their life, by invented buyers. */
export async function loadNeeds(tx: Tx, today: Day): Promise<void> {
  for (const [index, need] of NEEDS.entries()) {
    const day = (daysAgo: number) => addDays(today, -daysAgo);
    const skill = await tx.skill.findUniqueOrThrow({
      where: { slug: need.skill },
      select: { id: true, commissionId: true },
    });
    const commune = await tx.commune.findUniqueOrThrow({
      where: { slug: need.commune },
      select: { insee: true, name: true },
    });
    const id = idOf("need", need.text);
    await tx.need.create({
      data: {
        id,
        text: need.text,
        city: commune.name,
        communeInsee: commune.insee,
        delay: need.delay,
        budget: need.budget,
        organization: need.organization,
        headcount: "under_10",
        contactName: "Contact de démonstration",
        contactEmail: `acheteur${index + 1}@demo.example`,
        contactPhone: "03 53 01 98 76",
        skillId: skill.id,
        commissionId: skill.commissionId,
        receivedAt: fromParis(day(need.daysAgo), "11:00"),
        confirmedAt: fromParis(day(need.daysAgo), "11:20"),
        escalatedAt: need.handedOn === undefined ? null : fromParis(day(need.handedOn), "09:00"),
        ...(need.closed
          ? {
              closedAt: fromParis(day(need.closed.daysAgo), "15:00"),
              outcome: need.closed.outcome,
              satisfaction: need.closed.satisfaction ?? null,
              satisfactionAskedAt: need.closed.satisfaction ? fromParis(day(need.closed.daysAgo - 10), "09:00") : null,
            }
          : {}),
      },
      select: { id: true },
    });
    for (const { name, state, answeredAfter, reason, talk = [] } of need.asked) {
      const structure = await tx.structure.findFirstOrThrow({ where: { name }, select: { id: true } });
      await tx.introduction.create({
        data: {
          needId: id,
          structureId: structure.id,
          state,
          proposedAt: fromParis(day(need.daysAgo), "11:20"),
          dueAt: fromParis(addDays(day(need.daysAgo), 5), "18:00"),
          answeredAt: answeredAfter === undefined ? null : fromParis(day(need.daysAgo - answeredAfter), "16:30"),
          declineReason: reason ?? null,
          promisedOn: state === "interested" ? columnOfDay(addDays(today, 6)) : null,
          messages: {
            create: talk.map((text, turn) => ({
              id: idOf("need message", text),
              isFromBuyer: text.startsWith("Acheteur\u202f: "),
              text: text.replace("Acheteur\u202f: ", ""),
              createdAt: fromParis(day(need.daysAgo - (answeredAfter ?? 0)), `1${6 + turn}:40`),
            })),
          },
        },
        select: { needId: true },
      });
    }
  }
}
