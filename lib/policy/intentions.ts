import "server-only";
import { can, type Intention, type SubjectName } from "./ability.ts";
import type { PersonActor } from "./actor.ts";

/** What the portal lets people do, in their words. Read rights go without saying. */
const INTENTIONS: { intention: Intention; subject: SubjectName; words: string }[] = [
  { intention: "update", subject: "Structure", words: "Tenir à jour la fiche de votre structure" },
  { intention: "staff", subject: "Structure", words: "Décider qui représente une structure" },
  { intention: "voice", subject: "Expectation", words: "Exprimer une attente dans une commission" },
  { intention: "publish", subject: "SkillExchange", words: "Proposer et chercher un coup de main entre adhérents" },
  { intention: "host", subject: "Event", words: "Ouvrir les inscriptions des rendez-vous publics" },
  { intention: "join", subject: "Consortium", words: "Répondre à un appel d’offres en groupement" },
  { intention: "publish", subject: "Internship", words: "Proposer un stage" },
  { intention: "apply", subject: "Internship", words: "Candidater à un stage" },
  { intention: "schedule", subject: "Commission", words: "Convoquer les réunions de votre commission" },
  { intention: "place", subject: "Need", words: "Proposer à un adhérent les besoins que personne n’a pris" },
  { intention: "preside", subject: "Assembly", words: "Convoquer le comité et les assemblées, présider les votes" },
  { intention: "answer", subject: "InternshipApplication", words: "Répondre aux candidatures reçues" },
  { intention: "remind", subject: "Student", words: "Suivre les étudiants de votre école" },
  { intention: "appoint", subject: "Mandate", words: "Nommer les responsables de commission" },
  { intention: "publish", subject: "NewsPost", words: "Publier une actualité" },
  { intention: "publish", subject: "Tender", words: "Signaler un appel d’offres et lever la main pour y répondre" },
  { intention: "sponsor", subject: "Prospect", words: "Inviter une entreprise à rejoindre le club" },
  { intention: "decide", subject: "MembershipApplication", words: "Examiner les demandes d’adhésion" },
  { intention: "export", subject: "Structure", words: "Exporter la liste des adhérents" },
  { intention: "update", subject: "Club", words: "Modifier les informations légales du club" },
  { intention: "collect", subject: "FeeCall", words: "Appeler les cotisations et enregistrer les règlements" },
  { intention: "administer", subject: "Person", words: "Administrer les comptes" },
];

/** The sentences of what `actor` may do, drawn from the policy itself. */
export function permissionsInWords(actor: PersonActor, now: Date): string[] {
  return INTENTIONS.filter(({ intention, subject }) => can(actor, intention, subject, now)).map(({ words }) => words);
}
