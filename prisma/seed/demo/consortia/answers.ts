import type { ConsortiumForm } from "#lib/generated/prisma/enums";

/** A structure by its kind and place among the active ones of that kind: the texts can change. */
type Who = `${"service" | "reseller" | "editor" | "agency"} ${number}`;

/** An answer of the past, invented, with what the club remembers of it. */
export interface SettledAnswer {
  buyer: string;
  subject: string;
  lot: string;
  cpv: string;
  form: ConsortiumForm;
  why: string;
  /** The mandatary first; parts in hundredths of a percent. */
  members: [Who, number][];
  daysAgo: number;
  state: "won" | "lost" | "dropped";
  reason: string;
  lesson: string;
  amountCents?: number;
  showsAmount?: boolean;
}

export const SETTLED: SettledAnswer[] = [
  {
    buyer: "Communauté de communes de démonstration",
    subject: "Hébergement et sauvegarde des données de douze mairies",
    lot: "Hébergement et sauvegarde",
    cpv: "72415000",
    form: "joint_lead_several",
    why: "Douze sites à reprendre en deux mois demandent à la fois un hébergement et six techniciens sur place, qu’aucun des membres n’a seul.",
    members: [
      ["service 0", 5_000],
      ["reseller 1", 3_000],
      ["agency 0", 2_000],
    ],
    daysAgo: 330,
    state: "won",
    reason: "Première sur la valeur technique, deuxième sur le prix.",
    lesson:
      "Visiter trois mairies avant d’écrire a tout changé\u202f: le mémoire parlait de leurs locaux, pas des nôtres.\n\nÀ refaire\u202f: figer les prix quatre jours avant. À éviter\u202f: un mémoire écrit à six mains sans relecteur unique.",
    amountCents: 8_640_000,
    showsAmount: true,
  },
  {
    buyer: "Lycée de démonstration",
    subject: "Renouvellement de deux salles informatiques",
    lot: "Fourniture, installation et reprise",
    cpv: "30213000",
    form: "joint",
    why: "La fourniture et la formation des enseignants sont deux métiers\u202f: chacun apporte le sien.",
    members: [
      ["reseller 1", 7_000],
      ["editor 0", 3_000],
    ],
    daysAgo: 205,
    state: "lost",
    reason: "Troisième sur quatre\u202f: 11,2 sur 20 en valeur technique, le prix n’était pas en cause.",
    lesson:
      "Le critère «\u202fdéveloppement durable\u202f» pesait 20 % et nous y avons répondu en dix lignes.\n\nLa prochaine fois\u202f: lire la pondération avant de répartir le travail, et chiffrer le réemploi du matériel repris.",
  },
  {
    buyer: "Office de tourisme de démonstration",
    subject: "Site Internet et réservation en ligne",
    lot: "Conception, développement et hébergement",
    cpv: "72413000",
    form: "several",
    why: "Le règlement demandait un engagement unique sur la conception, le développement et l’hébergement.",
    members: [
      ["agency 0", 4_000],
      ["editor 0", 4_000],
      ["service 0", 2_000],
    ],
    daysAgo: 540,
    state: "won",
    reason: "Retenue après une audition.",
    lesson: "Répéter l’audition à trois, avec les questions de l’acheteur jouées par un quatrième adhérent.",
    amountCents: 4_150_000,
    showsAmount: false,
  },
  {
    buyer: "Syndicat mixte de démonstration",
    subject: "Téléphonie de vingt sites",
    lot: "Téléphonie et accès",
    cpv: "64210000",
    form: "joint_lead_several",
    why: "Les accès et les postes relèvent de deux spécialités, et le calendrier n’en laissait la place à aucune seule.",
    members: [
      ["reseller 1", 6_000],
      ["service 0", 4_000],
    ],
    daysAgo: 120,
    state: "dropped",
    reason: "La visite obligatoire tombait pendant nos congés, et personne ne l’avait vue dans le règlement.",
    lesson: "Chercher «\u202fvisite\u202f» et «\u202féchantillon\u202f» dans le règlement le premier jour.",
  },
];
