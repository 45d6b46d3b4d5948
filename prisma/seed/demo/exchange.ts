import type { SkillExchangeDirection, SkillExchangeKind } from "#lib/generated/prisma/enums";
import { addDays, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { idOf } from "./identity.ts";

interface Post {
  from: string;
  direction: SkillExchangeDirection;
  kind: SkillExchangeKind;
  title: string;
  body: string;
  hours?: number;
  skills: string[];
  daysAgo: number;
  /** Who answered, and what was said in turn, the answerer first. */
  talks?: { with: string; words: string[] }[];
  /** With the first who answered. */
  done?: { daysAgo: number; thanks?: { text: string; isPublic: boolean } };
}

const POSTS: Post[] = [
  {
    from: "Scarpe Informatique",
    direction: "request",
    kind: "advice",
    title: "Préparer une première réponse à un marché public",
    body: "Nous n’avons jamais répondu à un marché. Qui nous dirait, en une demi-journée, comment s’organiser, ce qui élimine d’office, et ce qui prend du temps\u202f?",
    hours: 4,
    skills: ["conseil-et-choix-de-logiciel-amoa", "logiciels-pour-collectivites"],
    daysAgo: 6,
    talks: [
      {
        with: "Mairie & Cie",
        words: [
          "Nous répondons à une dizaine de marchés par an, surtout des communes. Jeudi prochain à Lens\u202f?",
          "Avec plaisir. Nous apportons le dossier de consultation que nous avons sous les yeux.",
        ],
      },
    ],
  },
  {
    from: "Mairie & Cie",
    direction: "offer",
    kind: "training",
    title: "Lire un cahier des charges de collectivité",
    body: "Deux heures sur un vrai cahier des charges\u202f: où sont les pièges, que demander à l’acheteur, quand renoncer.",
    hours: 2,
    skills: ["logiciels-pour-collectivites"],
    daysAgo: 17,
  },
  {
    from: "Lys Sauvegarde",
    direction: "offer",
    kind: "advice",
    title: "Relire une politique de sauvegarde",
    body: "Deux heures pour relire la vôtre et en parler\u202f: ce qui est sauvegardé, où, et si quelqu’un a déjà restauré.",
    hours: 2,
    skills: ["sauvegarde-et-restauration", "plan-de-reprise-et-de-continuite-d-activite"],
    daysAgo: 12,
    talks: [
      {
        with: "Scarpe Informatique",
        words: [
          "Nous changeons d’hébergeur en janvier, votre regard nous serait précieux.",
          "Envoyez-nous le schéma, nous venons vous voir.",
        ],
      },
    ],
  },
  {
    from: "Gohelle Systèmes",
    direction: "request",
    kind: "equipment",
    title: "Un onduleur, le temps d’une réparation",
    body: "Le nôtre part en atelier trois semaines. Un modèle de 3 kVA suffirait\u202f; nous venons le chercher et le rendons propre.",
    skills: ["serveurs-et-virtualisation"],
    daysAgo: 3,
  },
  {
    from: "Terril Réseaux",
    direction: "offer",
    kind: "equipment",
    title: "Prêt d’un testeur de câblage certifiant",
    body: "Il dort la moitié du temps. À la semaine, avec une heure de prise en main.",
    hours: 1,
    skills: ["cablage-reseau-et-baies-de-brassage"],
    daysAgo: 25,
  },
  {
    from: "Nuage du Beffroi",
    direction: "request",
    kind: "equipment",
    title: "Emprunter un testeur pour trois jours",
    body: "Une école à recetter fin du mois\u202f: soixante prises, et notre testeur ne certifie pas.",
    skills: ["cablage-reseau-et-baies-de-brassage", "reseau-et-filtrage-en-etablissement"],
    daysAgo: 4,
  },
  {
    from: "Fosse 9 Développement",
    direction: "request",
    kind: "overflow",
    title: "Deux semaines de tests sur une application mobile",
    body: "Notre équipe est prise jusqu’en février. Il s’agit d’écrire et de dérouler les tests\u202f; le client est d’accord pour un renfort.",
    hours: 70,
    skills: ["tests-et-qualite-logicielle", "application-mobile"],
    daysAgo: 8,
  },
  {
    from: "Pixel & Charbon",
    direction: "offer",
    kind: "overflow",
    title: "Une testeuse disponible en janvier",
    body: "Un projet décalé nous laisse une personne libre trois semaines, habituée aux applications mobiles.",
    hours: 100,
    skills: ["tests-et-qualite-logicielle"],
    daysAgo: 5,
  },
  {
    from: "Brique Claire",
    direction: "offer",
    kind: "advice",
    title: "Écrire une fiche d’annuaire claire",
    body: "Une heure à deux, devant votre fiche.",
    hours: 1,
    skills: ["redaction-et-contenus"],
    daysAgo: 60,
    talks: [
      {
        with: "Scarpe Informatique",
        words: ["Notre fiche date un peu, nous sommes preneurs.", "Mardi 14 h, chez vous ou chez nous\u202f?"],
      },
    ],
    done: {
      daysAgo: 40,
      thanks: {
        text: "En une heure, trois phrases qui disent enfin ce que nous faisons. Deux appels dans la semaine.",
        isPublic: true,
      },
    },
  },
  {
    from: "Scarpe Informatique",
    direction: "offer",
    kind: "training",
    title: "Installer un pare-feu de petite entreprise",
    body: "Une matinée sur du matériel d’essai, pour celles et ceux qui en posent un par an.",
    hours: 4,
    skills: ["pare-feu-et-securite-du-reseau"],
    daysAgo: 85,
    talks: [
      {
        with: "Comptoir du Poste",
        words: ["Deux de nos techniciens viendraient volontiers.", "C’est noté, apportez vos questions."],
      },
    ],
    done: {
      daysAgo: 30,
      thanks: { text: "Matinée très concrète, nos deux techniciens sont repartis autonomes.", isPublic: false },
    },
  },
  {
    from: "École du Numérique de la Gohelle",
    direction: "request",
    kind: "references",
    title: "Deux entreprises qui témoignent devant nos étudiants",
    body: "Une heure en amphithéâtre, pour dire à quoi ressemble une première année de métier.",
    hours: 1,
    skills: ["interventions-et-decouverte-des-metiers"],
    daysAgo: 10,
  },
];

/** Loads what members offer and look for, their talks, and what was done. */
export async function loadExchange(tx: Tx, today: Day): Promise<void> {
  const skills = new Map(
    (await tx.skill.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  const contacts = await tx.affiliation.findMany({
    where: { role: "primary_contact" },
    select: { structureId: true, personId: true },
  });
  const personOf = (name: string) =>
    contacts.find(({ structureId }) => structureId === idOf("structure", name))?.personId ?? null;
  for (const post of POSTS) {
    const id = idOf("exchange", post.title);
    const postedAt = fromParis(addDays(today, -post.daysAgo), "14:00");
    await tx.skillExchange.create({
      data: {
        id,
        structureId: idOf("structure", post.from),
        postedById: personOf(post.from),
        direction: post.direction,
        kind: post.kind,
        title: post.title,
        body: post.body,
        hours: post.hours ?? null,
        postedAt,
        expiresAt: fromParis(addDays(today, 90 - post.daysAgo), "14:00"),
        skills: {
          create: post.skills.map((slug) => {
            const skillId = skills.get(slug);
            if (!skillId) throw new Error(`unknown skill: ${slug}`);
            return { skillId };
          }),
        },
      },
      select: { id: true },
    });
    for (const talk of post.talks ?? []) await loadTalk(tx, post, talk, { id, today, personOf });
    const [first] = post.talks ?? [];
    if (!post.done || !first) continue;
    const talkId = idOf("talk", `${post.title} ${first.with}`);
    const closedAt = fromParis(addDays(today, -post.done.daysAgo), "17:00");
    await tx.skillExchangeClosing.create({ data: { exchangeId: id, talkId, closedAt }, select: { exchangeId: true } });
    const { thanks } = post.done;
    if (!thanks) continue;
    await tx.skillExchangeThanks.create({
      data: {
        talkId,
        isFromOwner: false,
        text: thanks.text,
        writtenAt: closedAt,
        partnerAgreedAt: closedAt,
        ownerAgreedAt: thanks.isPublic ? closedAt : null,
      },
      select: { talkId: true },
    });
  }
}

async function loadTalk(
  tx: Tx,
  post: Post,
  talk: { with: string; words: string[] },
  { id, today, personOf }: { id: string; today: Day; personOf: (name: string) => string | null },
): Promise<void> {
  const dayOfWord = (index: number) => fromParis(addDays(today, -post.daysAgo + 1 + index), "09:30");
  await tx.skillExchangeTalk.create({
    data: {
      id: idOf("talk", `${post.title} ${talk.with}`),
      exchangeId: id,
      ownerId: idOf("structure", post.from),
      structureId: idOf("structure", talk.with),
      openedAt: dayOfWord(0),
      messages: {
        create: talk.words.map((text, index) => ({
          isFromOwner: index % 2 === 1,
          authorId: personOf(index % 2 === 1 ? post.from : talk.with),
          text,
          writtenAt: dayOfWord(index),
        })),
      },
    },
    select: { id: true },
  });
}
