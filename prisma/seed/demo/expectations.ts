import { addDays, type Day, fromParis } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { drawn, idOf } from "./identity.ts";
import { personId } from "./people.ts";
import { INVENTED } from "./structures.ts";

const EXPECTATIONS: { commission: string; title: string; body: string; daysAgo: number }[] = [
  {
    commission: "infrastructures-reseaux",
    title: "Une astreinte partagée en août",
    body: "Nous fermons deux semaines et nos clients n’ont personne à appeler. Pourrait-on se relayer entre adhérents\u202f?",
    daysAgo: 70,
  },
  {
    commission: "infrastructures-reseaux",
    title: "Comparer nos contrats de maintenance",
    body: "Un modèle commun de contrat éviterait à chacun de réinventer ses clauses.",
    daysAgo: 40,
  },
  {
    commission: "gestion",
    title: "Rencontrer les experts-comptables",
    body: "Ils conseillent nos clients avant nous\u202f: autant se connaître.",
    daysAgo: 82,
  },
  {
    commission: "gestion",
    title: "Un point commun sur la facturation électronique",
    body: "Une information claire, la même pour tous, à donner aux petites entreprises.",
    daysAgo: 35,
  },
  {
    commission: "developpement",
    title: "Se prêter des compétences rares",
    body: "Deux jours d’un spécialiste suffisent parfois\u202f: comment les trouver entre nous\u202f?",
    daysAgo: 95,
  },
  {
    commission: "developpement",
    title: "Préparer ensemble l’accessibilité",
    body: "Les appels d’offres publics la demandent\u202f: formons-nous à plusieurs.",
    daysAgo: 110,
  },
  {
    commission: "communication-internet",
    title: "Un fonds de photographies du territoire",
    body: "Des images libres et d’ici, plutôt que des images achetées.",
    daysAgo: 60,
  },
  {
    commission: "education",
    title: "Connaître plus tôt les périodes de stage",
    body: "Nous découvrons les dates quand les candidatures arrivent.",
    daysAgo: 120,
  },
  {
    commission: "education",
    title: "Accueillir des collégiens à plusieurs",
    body: "Une journée organisée par trois entreprises voisines serait plus riche qu’un stage subi.",
    daysAgo: 15,
  },
];

type State = "under_study" | "kept" | "in_progress" | "done" | "set_aside";

/** What was answered, by the lead of the demonstration's cast or by its board. */
const ANSWERS: Record<string, { state: State; by: string; reason: string; daysAgo: number }[]> = {
  "Une astreinte partagée en août": [
    {
      state: "under_study",
      by: "responsable@demo.example",
      reason: "Je demande à chacun ses dates de fermeture.",
      daysAgo: 62,
    },
    {
      state: "kept",
      by: "presidence@demo.example",
      reason: "Le comité retient l’idée\u202f: un planning commun, sans engagement de résultat.",
      daysAgo: 41,
    },
    {
      state: "in_progress",
      by: "responsable@demo.example",
      reason: "Sept structures ont donné leurs dates.",
      daysAgo: 20,
    },
    {
      state: "done",
      by: "responsable@demo.example",
      reason: "Le planning est partagé\u202f; chaque client a un numéro pour les deux semaines.",
      daysAgo: 4,
    },
  ],
  "Rencontrer les experts-comptables": [
    { state: "under_study", by: "presidence@demo.example", reason: "", daysAgo: 50 },
    {
      state: "set_aside",
      by: "presidence@demo.example",
      reason: "Leur ordre organise déjà une rencontre au printemps\u202f: nous y serons invités.",
      daysAgo: 30,
    },
  ],
  "Préparer ensemble l’accessibilité": [
    { state: "under_study", by: "presidence@demo.example", reason: "", daysAgo: 90 },
    {
      state: "kept",
      by: "presidence@demo.example",
      reason: "Une journée de formation, à frais partagés.",
      daysAgo: 45,
    },
    { state: "in_progress", by: "presidence@demo.example", reason: "Deux dates sont proposées.", daysAgo: 12 },
  ],
};

const COMMENTS: Record<string, { by: string; text: string; daysAgo: number }[]> = {
  "Comparer nos contrats de maintenance": [
    { by: "rivale@demo.example", text: "Nous pouvons apporter le nôtre, anonymisé.", daysAgo: 33 },
    {
      by: "membre@demo.example",
      text: "Pareil ici. Une clause sur la reprise des données nous manque à tous.",
      daysAgo: 31,
    },
  ],
};

/** Loads what members expect, their voices, what was answered and what the public was told. */
export async function loadExpectations(tx: Tx, today: Day): Promise<void> {
  const active = INVENTED.filter(({ status }) => status === undefined);
  const commissions = new Map(
    (await tx.commission.findMany({ select: { id: true, slug: true } })).map(({ id, slug }) => [slug, id]),
  );
  const at = (daysAgo: number) => fromParis(addDays(today, -daysAgo), "10:00");
  for (const { commission, title, body, daysAgo } of EXPECTATIONS) {
    const commissionId = commissions.get(commission);
    const members = active.filter((structure) => structure.commissions.includes(commission));
    const author = members[drawn(title, members.length)];
    if (!commissionId || !author) throw new Error(`nobody to expect ${title}`);
    const voices = members.filter(({ name }) => name === author.name || drawn(name + title, 3) > 0);
    const expectationId = idOf("expectation", title);
    await tx.expectation.create({
      data: {
        id: expectationId,
        commissionId,
        structureId: idOf("structure", author.name),
        title,
        body,
        voicedAt: at(daysAgo),
        stateSince: at(daysAgo),
        voices: {
          create: voices.map(({ name }) => ({
            structureId: idOf("structure", name),
            givenAt: at(name === author.name ? daysAgo : drawn(name, daysAgo)),
          })),
        },
        comments: {
          create: (COMMENTS[title] ?? []).map(({ by, text, daysAgo: said }) => ({
            personId: personId(by),
            body: text,
            writtenAt: at(said),
          })),
        },
      },
    });
    for (const [index, { state, by, reason, daysAgo: taken }] of (ANSWERS[title] ?? []).entries()) {
      await tx.expectationStep.create({
        data: { expectationId, position: index + 1, state, reason, personId: personId(by), takenAt: at(taken) },
      });
    }
  }
  await tx.expectationPublication.create({
    data: {
      expectationId: idOf("expectation", "Une astreinte partagée en août"),
      commissionId: commissions.get("infrastructures-reseaux") ?? "",
      asked: "Quelqu’un à appeler quand votre prestataire est fermé en août.",
      done: "Les adhérents de la commission se relaient désormais pendant les deux semaines creuses\u202f: chaque client garde un numéro où joindre un technicien du territoire.",
      publishedAt: at(3),
      personId: personId("presidence@demo.example"),
    },
  });
  await loadSurvey(tx, today, commissions.get("infrastructures-reseaux") ?? "");
}

async function loadSurvey(tx: Tx, today: Day, commissionId: string): Promise<void> {
  await tx.survey.create({
    data: {
      id: idOf("survey", "contracts"),
      commissionId,
      expectationId: idOf("expectation", "Comparer nos contrats de maintenance"),
      question: "Par quelle clause commencer\u202f?",
      kind: "condorcet",
      askedById: personId("responsable@demo.example"),
      askedAt: fromParis(addDays(today, -6), "09:00"),
      closesAt: fromParis(addDays(today, 15), "00:00"),
      options: {
        create: ["La reprise des données", "Les délais d’intervention", "La révision des prix"].map((label, index) => ({
          position: index + 1,
          label,
        })),
      },
    },
  });
}
