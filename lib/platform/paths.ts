import type { Route } from "next";

/**
 * The only bridge between English names and French addresses. Contract: these paths are public and
 * keep their meaning.
 */
export const paths = {
  home: "/",
  directory: "/annuaire",
  member: (slug: string) => route(`/annuaire/${slug}`),
  /** Counts the visit and goes on to the member's own site. */
  memberSite: (slug: string) => `/annuaire/${slug}/site`,
  /** A public file of the storage, by its key. */
  file: (key: string) => `/fichiers/${key}`,
  memberCard: (slug: string) => `/annuaire/${slug}.vcf`,
  directoryCsv: "/annuaire.csv",
  commissions: "/commissions",
  commission: (slug: string) => route(`/commissions/${slug}`),
  commissionsCsv: "/commissions.csv",
  commissionCalendar: (slug: string) => `/commissions/${slug}.ics`,
  agenda: "/agenda",
  event: (slug: string) => route(`/agenda/${slug}`),
  eventCalendar: (slug: string) => `/agenda/${slug}.ics`,
  registrationForm: (slug: string) => route(`/agenda/${slug}/inscription`),
  /** Of whoever registered: their own page. */
  registration: (token: string) => route(`/inscription/${token}`),
  hostedEvents: "/espace/evenements",
  newEvent: "/espace/evenements/nouveau",
  hostedEvent: (slug: string) => route(`/espace/evenements/${slug}`),
  registrantsCsv: (slug: string) => `/espace/evenements/${slug}/inscrits.csv`,
  signInSheet: (slug: string) => route(`/espace/evenements/${slug}/emargement`),
  /** What the QR code of somebody who comes says. */
  presenceCode: (token: string) => route(`/espace/evenements/pointage/${token}`),
  agendaCalendar: "/agenda.ics",
  agendaCsv: "/agenda.csv",
  internships: "/stages",
  internship: (slug: string) => route(`/stages/${slug}`),
  applyTo: (slug: string) => route(`/stages/${slug}/postuler`),
  internshipsAtom: "/stages.atom",
  internshipsCsv: "/stages.csv",
  memberInternships: "/espace/stages",
  newInternship: "/espace/stages/nouveau",
  /** Begun from an offer of an earlier year. */
  copyInternship: (id: string) => route(`/espace/stages/nouveau?copie=${id}`),
  memberInternship: (id: string) => route(`/espace/stages/${id}`),
  editInternship: (id: string) => route(`/espace/stages/${id}/modifier`),
  /** For those who may read it, also before it is public. */
  readableInternship: (slug: string) => route(`/espace/stages/offre/${slug}`),
  newAlert: "/alertes/nouvelle",
  alertSent: "/alertes/envoyee",
  alert: (token: string) => route(`/alertes/${token}`),
  stopAlertAtOnce: (token: string) => `/api/alertes/${token}`,
  news: "/actualites",
  newsPost: (slug: string) => route(`/actualites/${slug}`),
  newsAtom: "/actualites.atom",
  newsCsv: "/actualites.csv",
  newNeed: "/besoins/nouveau",
  needSent: "/besoins/envoye",
  needFrame: "/besoins/encart",
  needFrameSent: "/besoins/encart/envoye",
  needFrameHelp: "/besoins/integrer",
  confirmNeed: (token: string) => route(`/besoins/confirmer/${token}`),
  followNeed: (token: string) => route(`/besoins/suivi/${token}`),
  memberNeeds: "/espace/besoins",
  memberNeed: (id: string) => route(`/espace/besoins/${id}`),
  needsToPlace: "/espace/besoins/a-placer",
  needPreferences: "/espace/besoins/preferences",
  boardNeeds: "/comite/besoins",
  needMatch: "/api/v1/needs/match",
  club: "/le-club",
  join: "/adherer",
  joinForm: "/adherer/demande",
  joinInvitation: (token: string) => route(`/adherer/demande?invitation=${token}`),
  joinVisit: (token: string) => route(`/adherer/demande?visite=${token}`),
  joinSent: "/adherer/demande/envoyee",
  applicationStatus: (token: string) => route(`/adherer/suivi/${token}`),
  applicationCorrection: (token: string) => route(`/adherer/suivi/${token}/corriger`),
  legalNotice: "/mentions-legales",
  privacy: "/confidentialite",
  accessibility: "/accessibilite",
  signIn: "/connexion",
  /** In the query, which no log keeps. */
  signInLink: (secret: string) => `/connexion/lien?jeton=${secret}`,
  signInCode: "/connexion/code",
  signInFactor: "/connexion/verification",
  forgottenPassword: "/connexion/mot-de-passe-oublie",
  signInProvider: (next: string) => `/api/auth/signin/oidc?callbackUrl=${encodeURIComponent(next)}`,
  security: "/espace/securite",
  password: "/espace/securite/mot-de-passe",
  secondFactor: "/espace/securite/second-facteur",
  recoveryCodes: "/espace/securite/second-facteur/codes",
  memberArea: "/espace",
  ownApplications: "/espace/candidatures",
  newApplication: (slug: string) => route(`/espace/candidatures/nouvelle?offre=${slug}`),
  ownApplication: (id: string) => route(`/espace/candidatures/${id}`),
  applicationCv: (id: string) => `/espace/candidatures/${id}/cv`,
  studentProfile: "/espace/profil",
  studentCv: "/espace/profil/cv",
  /** With where to go on once it is there. */
  studentCvThen: (next: string) => route(`/espace/profil/cv?suite=${encodeURIComponent(next)}`),
  studentCvFile: "/espace/profil/cv/fichier",
  receivedApplications: (offer: string) => route(`/espace/stages/${offer}/candidatures`),
  receivedApplication: (offer: string, id: string) => route(`/espace/stages/${offer}/candidatures/${id}`),
  refusal: (offer: string) => route(`/espace/stages/${offer}/candidatures/refuser`),
  offerStudents: (offer: string) => route(`/espace/stages/${offer}/etudiants`),
  school: "/espace/ecole",
  schoolCsv: "/espace/ecole/promotion.csv",
  schoolApplication: (id: string) => route(`/espace/ecole/candidatures/${id}`),
  schoolCompanies: "/espace/ecole/entreprises",
  agreements: "/espace/ecole/conventions",
  agreement: (id: string) => route(`/espace/ecole/conventions/${id}`),
  agreementPdf: (id: string) => `/espace/ecole/conventions/${id}/pdf`,
  sponsorship: "/espace/parrainage",
  sponsorshipInvitation: (id: string) => route(`/espace/parrainage/${id}`),
  notices: "/espace/avis",
  expectations: "/espace/attentes",
  newExpectation: "/espace/attentes/nouvelle",
  expectation: (id: string) => route(`/espace/attentes/${id}`),
  expectationResults: "/espace/attentes/suites",
  survey: (id: string) => route(`/espace/sondages/${id}`),
  newSurvey: (commission: string) => route(`/espace/sondages/nouveau?commission=${commission}`),
  synthesis: (commission: string) => route(`/espace/syntheses/${commission}`),
  boardExpectations: "/comite/attentes",
  presentedSynthesis: (id: string) => route(`/espace/syntheses/presentees/${id}`),
  presentedSynthesisPdf: (id: string) => `/espace/syntheses/presentees/${id}/pdf`,
  publicResults: "/vous-avez-dit",
  tenders: "/espace/appels-d-offres",
  newTender: "/espace/appels-d-offres/nouveau",
  tenderAlerts: "/espace/appels-d-offres/alertes",
  tender: (id: string) => route(`/espace/appels-d-offres/${id}`),
  editTender: (id: string) => route(`/espace/appels-d-offres/${id}/modifier`),
  tenderDecision: (id: string) => route(`/espace/appels-d-offres/${id}/decision`),
  tenderTeams: (id: string) => route(`/espace/appels-d-offres/${id}/equipes`),
  boardTenders: "/comite/appels-d-offres",
  meetings: "/espace/reunions",
  ownMeeting: (event: string) => route(`/espace/reunions/${event}`),
  agendaDesk: (event: string) => route(`/espace/reunions/${event}/ordre-du-jour`),
  convocationPdf: (event: string) => `/espace/reunions/${event}/convocation`,
  meetingPaper: (id: string) => `/espace/reunions/papiers/${id}`,
  attendanceDesk: (event: string) => route(`/espace/reunions/${event}/presences`),
  /** What the QR code of the room leads to. */
  presence: (token: string) => route(`/presence/${token}`),
  minutes: (event: string) => route(`/espace/reunions/${event}/compte-rendu`),
  minutesPdf: (event: string) => `/espace/reunions/${event}/compte-rendu/pdf`,
  minutesDesk: (event: string) => route(`/espace/reunions/${event}/compte-rendu/rediger`),
  minutesArchive: "/espace/reunions/comptes-rendus",
  allPublicMinutes: "/comptes-rendus",
  publicMinutes: (event: string) => route(`/comptes-rendus/${event}`),
  pollAnswer: (id: string) => route(`/espace/reunions/sondages/${id}`),
  pollLink: (token: string) => route(`/sondage/${token}`),
  meetingLink: (token: string) => route(`/reunion/${token}`),
  roomLink: (token: string) => route(`/salle/${token}`),
  personalCalendar: (token: string) => `/calendrier/${token}.ics`,
  commissionDesk: (slug: string) => route(`/espace/commissions/${slug}/reunions`),
  newPoll: (slug: string) => route(`/espace/commissions/${slug}/reunions/sondages`),
  /** Without a commission: the board's. */
  poll: (slug: string | null, id: string) =>
    route(slug ? `/espace/commissions/${slug}/reunions/sondages/${id}` : `/comite/reunions/sondages/${id}`),
  newMeeting: (slug: string) => route(`/espace/commissions/${slug}/reunions/nouvelle`),
  /** Where whoever calls a meeting sees to it; without a commission: the board's, or a general assembly. */
  meeting: (slug: string | null, event: string) =>
    route(slug ? `/espace/commissions/${slug}/reunions/${event}` : `/comite/reunions/${event}`),
  mandateFile: (slug: string) => route(`/espace/commissions/${slug}/mandat`),
  mandateFilePdf: (slug: string) => `/espace/commissions/${slug}/mandat/pdf`,
  assemblies: "/espace/assemblees",
  /** Where those who vote are. */
  assembly: (event: string) => route(`/espace/assemblees/${event}`),
  assemblyPdf: (event: string) => `/espace/assemblees/${event}/pdf`,
  boardMeetings: "/comite/reunions",
  newBoardPoll: "/comite/reunions/sondages",
  assemblyRules: "/comite/reunions/reglages",
  /** `after`: the first call, that lacked its quorum. */
  newAssembly: (kind: string, after?: string) =>
    route(`/comite/reunions/nouvelle?genre=${kind}${after ? `&suite=${after}` : ""}`),
  boardRooms: "/comite/salles",
  stopDigests: (token: string) => route(`/avis/${token}`),
  stopDigestsAtOnce: (token: string) => `/api/avis/${token}`,
  exchanges: "/espace/echanges",
  newExchange: "/espace/echanges/nouveau",
  exchange: (id: string) => route(`/espace/echanges/${id}`),
  exchangeChange: (id: string) => route(`/espace/echanges/${id}/modifier`),
  memberContacts: "/espace/annuaire",
  ownStructure: "/espace/structure",
  /** With a word for what has just been done. */
  ownStructureAfter: (done: string) => route(`/espace/structure?fait=${done}`),
  consortia: "/espace/groupements",
  newConsortium: (tenderId: string) => route(`/espace/groupements/nouveau?appel=${tenderId}`),
  consortiumMemory: "/espace/groupements/memoire",
  consortium: (id: string) => route(`/espace/groupements/${id}`),
  consortiumInvitation: (id: string) => route(`/espace/groupements/${id}/invitation`),
  consortiumMembers: (id: string) => route(`/espace/groupements/${id}/membres`),
  consortiumTasks: (id: string) => route(`/espace/groupements/${id}/taches`),
  consortiumDocuments: (id: string) => route(`/espace/groupements/${id}/documents`),
  /** Where the form of a document is posted. */
  consortiumDeposit: (id: string) => `/espace/groupements/${id}/documents/depot`,
  consortiumFile: (id: string, version: string) => `/espace/groupements/${id}/documents/${version}`,
  consortiumArchive: (id: string) => `/espace/groupements/${id}/archive`,
  consortiumPrices: (id: string) => route(`/espace/groupements/${id}/prix`),
  consortiumTalk: (id: string) => route(`/espace/groupements/${id}/echanges`),
  mandateLetterPdf: (id: string) => `/espace/groupements/${id}/mandat`,
  partsTablePdf: (id: string) => `/espace/groupements/${id}/repartition`,
  dc1Pdf: (id: string) => `/espace/groupements/${id}/dc1`,
  dc2Pdf: (id: string) => `/espace/groupements/${id}/dc2`,
  papers: "/espace/structure/dossier",
  papersDc2Pdf: "/espace/structure/dossier/dc2",
  showcase: "/espace/structure/fiche",
  showcaseAfter: (done: string) => route(`/espace/structure/fiche?fait=${done}`),
  invitation: (token: string) => route(`/invitation/${token}`),
  ownDues: "/espace/cotisation",
  feeCallPdf: (reference: string) => `/espace/cotisation/appels/${reference}`,
  feeReceiptPdf: (receipt: string) => `/espace/cotisation/recus/${receipt}`,
  ownData: "/espace/mes-donnees",
  ownDataJson: "/espace/mes-donnees/donnees.json",
  ownDataHtml: "/espace/mes-donnees/donnees.html",
  accountErased: "/compte-efface",
  yearReport: "/espace/bilan",
  yearReportPdf: "/espace/bilan/pdf",
  board: "/comite",
  boardMail: "/comite/courrier",
  boardMandates: "/comite/mandats",
  boardAppointment: "/comite/mandats/nommer",
  boardMandate: (id: string) => route(`/comite/mandats/${id}`),
  register: "/comite/adherents",
  registerCsv: "/comite/export/adherents",
  registered: (slug: string) => route(`/comite/adherents/${slug}`),
  campaigns: "/comite/messages",
  newCampaign: "/comite/messages/nouveau",
  campaign: (id: string) => route(`/comite/messages/${id}`),
  accounts: "/comite/comptes",
  account: (id: string) => route(`/comite/comptes/${id}`),
  auditLog: "/comite/journal",
  clubSettings: "/comite/club",
  ownCommissions: "/espace/commissions",
  newsletter: "/espace/lettre",
  unsubscribe: (token: string) => route(`/desinscription/${token}`),
  unsubscribeAtOnce: (token: string) => `/api/desinscription/${token}`,
  boardApplications: "/comite/candidatures",
  boardApplication: (id: string) => route(`/comite/candidatures/${id}`),
  boardProspects: "/comite/prospects",
  boardProspect: (id: string) => route(`/comite/prospects/${id}`),
  boardProspectImport: "/comite/prospects/importer",
  boardCoverage: "/comite/prospects/couverture",
  boardProspectsCsv: "/comite/prospects/csv",
  boardDues: "/comite/cotisations",
  boardDuesOfYear: (year: number, done: string) => route(`/comite/cotisations?annee=${year}&fait=${done}`),
  boardDuesCall: "/comite/cotisations/appel",
  boardDuesSchedule: "/comite/cotisations/bareme",
  boardDuesRules: "/comite/cotisations/reglages",
  boardDuesRulesSaved: route("/comite/cotisations/reglages?fait=1"),
  boardDuesOf: (slug: string, done?: string) =>
    route(`/comite/cotisations/structures/${slug}${done ? `?fait=${done}` : ""}`),
  boardDuesCsv: "/comite/cotisations/liste.csv",
  boardPaymentsCsv: "/comite/cotisations/ecritures.csv",
  keptMail: "/boite-d-envoi",
  keptMessage: (id: string) => route(`/boite-d-envoi/${id}`),
  keptMessageHtml: (id: string) => `/boite-d-envoi/${id}/html`,
} as const;

/** An address that leaves the site (feeds, mail, JSON-LD): always on `APP_URL`, never on the Host header. */
export function absolute(path: string): string {
  return new URL(path, process.env.APP_URL || `http://localhost:${process.env.PORT ?? 3000}`).href;
}

/** The sign-in page, with where to go afterwards. */
export function signInPath(next: string): Route {
  return route(`/connexion?suite=${encodeURIComponent(next)}`);
}

/** Where the second factor is asked, with where to go afterwards. */
export function signInFactorPath(next: string): Route {
  return route(`/connexion/verification?suite=${encodeURIComponent(next)}`);
}

/** A page that says, once it is shown, that `what` was done (`DoneNotice`); at one of its sections. */
export function doneAt(path: string, what: string, section?: string): Route {
  return route(`${path}?fait=${what}${section ? `#${section}` : ""}`);
}

/** A section of a page. */
export function anchored(path: string, section: string): Route {
  return route(`${path}#${section}`);
}

/** `next` when it is a path of this site, else the member area: a link cannot send people elsewhere. */
export function safeNext(next: string | undefined): Route {
  const base = "http://here.invalid";
  if (!next?.startsWith("/") || !URL.canParse(next, base)) return paths.memberArea;
  const url = new URL(next, base);
  // "/.//elsewhere.example" is a path until its dots are resolved: what is left would be read as a host.
  if (url.origin !== base || url.pathname.startsWith("//")) return paths.memberArea;
  return route(`${url.pathname}${url.search}`);
}

/** Branding: an address with a variable part, which the compiler cannot find among the routes. */
function route(path: string): Route {
  return path as Route;
}
