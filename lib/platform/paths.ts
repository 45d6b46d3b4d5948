import type { Route } from "next";

/**
 * The only bridge between English names and French addresses. Contract: these paths are public and
 * keep their meaning.
 */
export const paths = {
  home: "/",
  directory: "/annuaire",
  member: (slug: string) => route(`/annuaire/${slug}`),
  memberCard: (slug: string) => `/annuaire/${slug}.vcf`,
  directoryCsv: "/annuaire.csv",
  commissions: "/commissions",
  commission: (slug: string) => route(`/commissions/${slug}`),
  commissionsCsv: "/commissions.csv",
  commissionCalendar: (slug: string) => `/commissions/${slug}.ics`,
  agenda: "/agenda",
  event: (slug: string) => route(`/agenda/${slug}`),
  eventCalendar: (slug: string) => `/agenda/${slug}.ics`,
  agendaCalendar: "/agenda.ics",
  agendaCsv: "/agenda.csv",
  internships: "/stages",
  internship: (slug: string) => route(`/stages/${slug}`),
  internshipsAtom: "/stages.atom",
  internshipsCsv: "/stages.csv",
  news: "/actualites",
  newsPost: (slug: string) => route(`/actualites/${slug}`),
  newsAtom: "/actualites.atom",
  newsCsv: "/actualites.csv",
  club: "/le-club",
  join: "/adherer",
  joinForm: "/adherer/demande",
  joinInvitation: (token: string) => route(`/adherer/demande?invitation=${token}`),
  joinSent: "/adherer/demande/envoyee",
  applicationStatus: (token: string) => route(`/adherer/suivi/${token}`),
  applicationCorrection: (token: string) => route(`/adherer/suivi/${token}/corriger`),
  legalNotice: "/mentions-legales",
  privacy: "/confidentialite",
  accessibility: "/accessibilite",
  signIn: "/connexion",
  memberArea: "/espace",
  sponsorship: "/espace/parrainage",
  sponsorshipInvitation: (id: string) => route(`/espace/parrainage/${id}`),
  ownStructure: "/espace/structure",
  /** With a word for what has just been done. */
  ownStructureAfter: (done: string) => route(`/espace/structure?fait=${done}`),
  showcase: "/espace/structure/fiche",
  invitation: (token: string) => route(`/invitation/${token}`),
  notices: "/espace/avis",
  stopDigests: (token: string) => route(`/avis/${token}`),
  stopDigestsAtOnce: (token: string) => `/api/avis/${token}`,
  board: "/comite",
  boardMail: "/comite/courrier",
  boardApplications: "/comite/candidatures",
  boardApplication: (id: string) => route(`/comite/candidatures/${id}`),
  boardProspects: "/comite/prospects",
  boardProspect: (id: string) => route(`/comite/prospects/${id}`),
  boardProspectImport: "/comite/prospects/importer",
  boardCoverage: "/comite/prospects/couverture",
  boardProspectsCsv: "/comite/prospects/csv",
  keptMail: "/boite-d-envoi",
  keptMessage: (id: string) => route(`/boite-d-envoi/${id}`),
  keptMessageHtml: (id: string) => `/boite-d-envoi/${id}/html`,
} as const;

/** An address that leaves the site (feeds, mail, JSON-LD): always on `APP_URL`, never on the Host header. */
export function absolute(path: string): string {
  return new URL(path, process.env.APP_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).href;
}

/** The sign-in page, with where to go afterwards. */
export function signInPath(next: string): Route {
  return route(`/connexion?suite=${encodeURIComponent(next)}`);
}

/** `next` when it is a path of this site, else the member area: a link cannot send people elsewhere. */
export function safeNext(next: string | undefined): Route {
  const base = "http://here.invalid";
  if (!next?.startsWith("/") || !URL.canParse(next, base)) return paths.memberArea;
  const url = new URL(next, base);
  if (url.origin !== base) return paths.memberArea;
  return route(`${url.pathname}${url.search}`);
}

/** Branding: an address with a variable part, which the compiler cannot find among the routes. */
function route(path: string): Route {
  return path as Route;
}
