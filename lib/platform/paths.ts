import type { Route } from "next";

/**
 * The only bridge between English names and French addresses. Contract: these paths are public and
 * keep their meaning.
 */
export const paths = {
  home: "/",
  directory: "/annuaire",
  member: (slug: string): Route => `/annuaire/${slug}`,
  memberCard: (slug: string) => `/annuaire/${slug}.vcf`,
  directoryCsv: "/annuaire.csv",
  commissions: "/commissions",
  commission: (slug: string): Route => `/commissions/${slug}`,
  commissionCalendar: (slug: string) => `/commissions/${slug}.ics`,
  agenda: "/agenda",
  event: (slug: string): Route => `/agenda/${slug}`,
  eventCalendar: (slug: string) => `/agenda/${slug}.ics`,
  agendaCalendar: "/agenda.ics",
  internships: "/stages",
  internship: (slug: string): Route => `/stages/${slug}`,
  internshipsAtom: "/stages.atom",
  news: "/actualites",
  newsPost: (slug: string): Route => `/actualites/${slug}`,
  newsAtom: "/actualites.atom",
  club: "/le-club",
  join: "/adherer",
  legalNotice: "/mentions-legales",
  privacy: "/confidentialite",
  accessibility: "/accessibilite",
  signIn: "/connexion",
  memberArea: "/espace",
  board: "/comite",
} as const;

/** An address that leaves the site (feeds, mail, JSON-LD): always on `APP_URL`, never on the Host header. */
export function absolute(path: string): string {
  return new URL(path, process.env.APP_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).href;
}
