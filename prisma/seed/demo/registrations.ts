import { addDays, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";
import { drawn, idOf } from "./identity.ts";
import { INVENTED } from "./structures.ts";

/** People of no member, all invented: who they are, where from. */
const VISITORS: [firstName: string, lastName: string, organization: string][] = [
  ["Odile", "Crépin", "Menuiserie Crépin"],
  ["Samir", "Haddad", "Transports Haddad"],
  ["Perrine", "Vandamme", "Mairie de démonstration"],
  ["Loïc", "Bracq", "Briqueterie Bracq"],
  ["Émilie", "Roussel", "Cabinet Roussel et filles"],
  ["Thierry", "Desmarets", "Garage Desmarets"],
  ["Fatou", "Ndiaye", "Atelier Ndiaye, couture"],
  ["Gérard", "Lemaire", "Coopérative du Marais"],
  ["Clotilde", "Hennebelle", "Clinique vétérinaire des Remparts"],
  ["Yanis", "Kaci", "Boulangerie Kaci"],
  ["Agathe", "Sauvage", "Notariat Sauvage"],
  ["Mickaël", "Caudron", "Chauffage Caudron"],
  ["Rose-Marie", "Delplanque", "Association Les Jardins du Canal"],
  ["Adrien", "Legrain", "Imprimerie Legrain"],
  ["Soizic", "Treutenaere", "Hôtel de la Grand-Place"],
  ["Bertrand", "Fauquembergue", "Syndicat des eaux de démonstration"],
  ["Inaya", "Belkacem", "Pharmacie du Beffroi"],
  ["Hugues", "Tison", "Meunerie Tison"],
];

const DIETS = ["Aucune", "Végétarien", "Sans porc"];

/** Loads who comes to the launch, a workshop that is full, and an afternoon that is over. */
export async function loadRegistrations(tx: Tx, today: Day): Promise<void> {
  const launch = await tx.event.findUniqueOrThrow({
    where: { slug: "lancement-du-club" },
    select: { id: true, startsAt: true },
  });
  await tx.registrationOpening.create({
    data: {
      eventId: launch.id,
      capacity: 120,
      guestsPerMember: 2,
      deadline: new Date(launch.startsAt.getTime() - 2 * 86_400_000),
      openedAt: fromParis(addDays(today, -9), "09:00"),
      questions: {
        create: [
          {
            id: idOf("question", "diet"),
            position: 0,
            label: "Pour le buffet, un régime particulier ?",
            kind: "choice",
            options: DIETS,
            isRequired: true,
          },
          {
            id: idOf("question", "visit"),
            position: 1,
            label: "Souhaitez-vous rencontrer une commission ?",
            kind: "yes_no",
            options: [],
          },
          {
            id: idOf("question", "wish"),
            position: 2,
            label: "Qu’attendez-vous de cette soirée ?",
            kind: "short_text",
            options: [],
          },
        ],
      },
    },
    select: { eventId: true },
  });
  await register(tx, launch.id, today, { visitors: VISITORS.slice(0, 14), members: 12, isAnswered: true });
  const workshop = await bySlug(tx, "atelier-ma-fiche-en-une-heure");
  await open(tx, workshop, { capacity: 8, deadline: fromParis(addDays(today, 20), "18:00"), today });
  await register(tx, workshop, today, { visitors: VISITORS.slice(6, 9), members: 8, seats: 8 });
  const past = await bySlug(tx, "portes-ouvertes-des-adherents");
  await open(tx, past, { capacity: 60, deadline: fromParis(addDays(today, -49), "18:00"), today: addDays(today, -70) });
  await register(tx, past, addDays(today, -55), { visitors: VISITORS.slice(2, 12), members: 9, hasCome: true });
}

async function bySlug(tx: Tx, slug: string): Promise<string> {
  return (await tx.event.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
}

async function open(tx: Tx, eventId: string, { today, ...opening }: { capacity: number; deadline: Date; today: Day }) {
  const openedAt = fromParis(addDays(today, -12), "09:00");
  await tx.registrationOpening.create({ data: { ...opening, eventId, openedAt }, select: { eventId: true } });
}

interface Crowd {
  visitors: typeof VISITORS;
  /** How many members come. */
  members: number;
  /** Beyond these, people wait. */
  seats?: number;
  isAnswered?: boolean;
  hasCome?: boolean;
}

async function register(tx: Tx, eventId: string, today: Day, { visitors, members, seats, isAnswered, hasCome }: Crowd) {
  const structures = INVENTED.filter(({ status }) => status === undefined).slice(0, members);
  const people = [
    ...structures.map(({ name, contact }) => ({
      firstName: contact.firstName,
      lastName: contact.lastName,
      organization: name,
      structureId: idOf("structure", name),
      guests: isAnswered ? drawn(name, 3) : 0,
    })),
    ...visitors.map(([firstName, lastName, organization]) => ({
      firstName,
      lastName,
      organization,
      structureId: null,
      guests: 0,
    })),
  ];
  const rows = people.map((person, index) => {
    const isWaiting = seats !== undefined && index >= seats;
    const at = fromParis(addDays(today, -8 + Math.floor(index / 4)), `${10 + (index % 8)}:${10 + (index % 5) * 10}`);
    return {
      ...person,
      id: idOf("registration", `${eventId} ${index}`),
      eventId,
      email: `${slugify(person.firstName)}.${slugify(person.lastName)}@${slugify(person.organization)}.example`,
      state: isWaiting ? ("waiting" as const) : ("registered" as const),
      submittedAt: at,
      confirmedAt: at,
      presentAt: hasCome && index % 5 !== 4 ? fromParis(addDays(today, 8), "14:10") : null,
      thankedAt: hasCome ? fromParis(addDays(today, 9), "09:30") : null,
    };
  });
  await tx.registration.createMany({ data: rows });
  if (!isAnswered) return;
  await tx.registrationAnswer.createMany({
    data: rows.flatMap(({ id, email }) => [
      { registrationId: id, questionId: idOf("question", "diet"), value: DIETS[drawn(email, 4) % 3] ?? "" },
      ...(drawn(`${email} visit`, 3) > 0
        ? [{ registrationId: id, questionId: idOf("question", "visit"), value: drawn(email, 2) ? "Oui" : "Non" }]
        : []),
      ...(drawn(`${email} wish`, 4) === 0
        ? [
            {
              registrationId: id,
              questionId: idOf("question", "wish"),
              value: "Rencontrer des prestataires près d’ici, et comprendre qui fait quoi.",
            },
          ]
        : []),
    ]),
  });
}
