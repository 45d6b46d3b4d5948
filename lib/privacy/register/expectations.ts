import { MOST, type PersonalData } from "./words.ts";

/** What somebody asked of the club, said about it and answered. */
export const expectations: PersonalData[] = [
  {
    covers: ["expectation.authorId"],
    name: "expectations",
    title: "Attentes que vous avez écrites",
    labels: { title: "Titre", body: "Texte", isAnonymous: "Sans votre nom", voicedAt: "Le" },
    read: (tx, { id }) =>
      tx.expectation.findMany({
        where: { authorId: id },
        orderBy: { voicedAt: "asc" },
        take: MOST,
        select: { title: true, body: true, isAnonymous: true, voicedAt: true },
      }),
    erase: (tx, { id }) => tx.expectation.updateMany({ where: { authorId: id }, data: { authorId: null } }),
    kept: "Leur texte, sans votre nom\u202f: elles ont été exprimées pour votre structure.",
  },
  {
    covers: ["expectation_comment.personId"],
    name: "expectationComments",
    title: "Vos commentaires sur des attentes",
    labels: { body: "Texte", writtenAt: "Le" },
    read: (tx, { id }) =>
      tx.expectationComment.findMany({
        where: { personId: id },
        orderBy: { writtenAt: "asc" },
        take: MOST,
        select: { body: true, writtenAt: true },
      }),
    erase: (tx, { id }, now) =>
      tx.expectationComment.updateMany({
        where: { personId: id },
        data: { personId: null, structureId: null, body: "", withdrawnAt: now },
      }),
    kept: null,
  },
  {
    covers: ["expectation_follow.personId"],
    name: "expectationsFollowed",
    title: "Attentes que vous suivez",
    labels: { title: "Attente", followedAt: "Depuis le" },
    read: async (tx, { id }) => {
      const rows = await tx.expectationFollow.findMany({
        relationLoadStrategy: "join",
        where: { personId: id },
        take: MOST,
        select: { followedAt: true, expectation: { select: { title: true } } },
      });
      return rows.map(({ expectation, followedAt }) => ({ title: expectation.title, followedAt }));
    },
    erase: (tx, { id }) => tx.expectationFollow.deleteMany({ where: { personId: id } }),
    kept: null,
  },
  {
    covers: ["expectation_step.personId"],
    name: "expectationAnswers",
    title: "Suites que vous avez données à des attentes",
    labels: { title: "Attente", state: "Suite", reason: "Réponse", takenAt: "Le" },
    read: async (tx, { id }) => {
      const rows = await tx.expectationStep.findMany({
        relationLoadStrategy: "join",
        where: { personId: id },
        orderBy: { takenAt: "asc" },
        take: MOST,
        select: { state: true, reason: true, takenAt: true, expectation: { select: { title: true } } },
      });
      return rows.map(({ expectation, ...step }) => ({ title: expectation.title, ...step }));
    },
    erase: null,
    kept: "Les réponses, sans votre nom\u202f: l’histoire d’une attente ne se réécrit pas.",
  },
  {
    covers: ["expectation_publication.personId", "synthesis.personId", "survey.askedById"],
    name: "expectationWork",
    title: "Ce que vous avez publié, présenté ou demandé au sujet des attentes",
    labels: { what: "Quoi", words: "Texte", at: "Le" },
    read: async (tx, { id }) => {
      const [publications, syntheses, surveys] = await Promise.all([
        tx.expectationPublication.findMany({
          where: { personId: id },
          take: MOST,
          select: { done: true, publishedAt: true },
        }),
        tx.synthesis.findMany({ where: { personId: id }, take: MOST, select: { words: true, createdAt: true } }),
        tx.survey.findMany({ where: { askedById: id }, take: MOST, select: { question: true, askedAt: true } }),
      ]);
      return [
        ...publications.map(({ done, publishedAt }) => ({ what: "publication", words: done, at: publishedAt })),
        ...syntheses.map(({ words, createdAt }) => ({ what: "synthèse", words, at: createdAt })),
        ...surveys.map(({ question, askedAt }) => ({ what: "question", words: question, at: askedAt })),
      ];
    },
    erase: async (tx, { id }) => {
      await tx.expectationPublication.updateMany({ where: { personId: id }, data: { personId: null } });
      await tx.synthesis.updateMany({ where: { personId: id }, data: { personId: null } });
      await tx.survey.updateMany({ where: { askedById: id }, data: { askedById: null } });
    },
    kept: "Leur texte, sans votre nom\u202f: il est celui du club ou de la commission.",
  },
];
