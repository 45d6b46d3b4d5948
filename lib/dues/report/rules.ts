import { count, formatList } from "#lib/platform/french";

/** What the club did for a structure in a year: numbers of rows, counted, never estimated. */
export interface ReportFacts {
  views: number;
  contacts: number;
  needsReceived: number;
  needsTaken: number;
  meetings: number;
  internships: number;
  jointBids: number;
  expectationsVoiced: number;
  voicesReceived: number;
  exchanges: number;
}

export interface ReportLine {
  value: string;
  words: string;
}

/** The figures with their words, in the order in which a member asks what its dues are for. */
export function reportLines(facts: ReportFacts): ReportLine[] {
  const line = (value: number, one: string, many: string): ReportLine => ({
    value: String(value),
    words: value >= 2 ? many : one,
  });
  return [
    line(facts.views, "lecture de votre fiche", "lectures de votre fiche"),
    line(facts.contacts, "contact venu de votre fiche", "contacts venus de votre fiche"),
    line(facts.needsReceived, "besoin d’acheteur transmis", "besoins d’acheteurs transmis"),
    line(facts.needsTaken, "besoin auquel vous avez répondu", "besoins auxquels vous avez répondu"),
    line(facts.meetings, "réunion où vous étiez présents", "réunions où vous étiez présents"),
    line(facts.internships, "offre de stage publiée", "offres de stage publiées"),
    line(facts.jointBids, "réponse commune à un marché", "réponses communes à des marchés"),
    line(facts.expectationsVoiced, "attente exprimée", "attentes exprimées"),
    line(facts.voicesReceived, "voix d’autres adhérents en leur faveur", "voix d’autres adhérents en leur faveur"),
    line(facts.exchanges, "annonce d’échange de compétences", "annonces d’échange de compétences"),
  ];
}

/** The sentence above the figures: honest when there is little to say. */
export function reportInWords(facts: ReportFacts): string {
  const own =
    facts.views +
    facts.contacts +
    facts.needsReceived +
    facts.meetings +
    facts.internships +
    facts.jointBids +
    facts.expectationsVoiced;
  if (own === 0) {
    return "Le portail n’a rien compté pour vous sur cette période. Une fiche plus complète, une réunion, une attente exprimée\u202f: c’est souvent là que tout commence. Et si le club vous a manqué, dites-le-lui.";
  }
  const main = [
    { value: facts.needsReceived, words: count(facts.needsReceived, "besoin transmis", "besoins transmis") },
    { value: facts.meetings, words: count(facts.meetings, "réunion suivie", "réunions suivies") },
    { value: facts.jointBids, words: count(facts.jointBids, "réponse commune", "réponses communes") },
    { value: facts.internships, words: count(facts.internships, "offre de stage", "offres de stage") },
    {
      value: facts.expectationsVoiced,
      words: count(facts.expectationsVoiced, "attente exprimée", "attentes exprimées"),
    },
    { value: facts.views, words: count(facts.views, "lecture de votre fiche", "lectures de votre fiche") },
    { value: facts.contacts, words: count(facts.contacts, "contact venu d’elle", "contacts venus d’elle") },
  ].filter(({ value }) => value > 0);
  return `Le portail a compté pour vous ${formatList(main.map(({ words }) => words))}. Chaque chiffre vient des pages du club, aucun n’est estimé.`;
}
