/** One public address that Next cannot name as a folder, and the route that answers it. */
type FeedRewrite = { source: string; destination: string };

/** Dotted public paths (`/agenda/:slug.ics` …): a folder such as `[slug].ics` is not a route for Next. */
export const feedRewrites: FeedRewrite[] = [
  { source: "/annuaire.csv", destination: "/api/feeds/annuaire/csv" },
  { source: "/annuaire/:slug.vcf", destination: "/api/feeds/annuaire/:slug/vcf" },
  { source: "/calendrier/:token.ics", destination: "/api/feeds/calendrier/:token/ics" },
  { source: "/commissions.csv", destination: "/api/feeds/commissions/csv" },
  { source: "/commissions/:slug.ics", destination: "/api/feeds/commissions/:slug/ics" },
  { source: "/agenda.csv", destination: "/api/feeds/agenda/csv" },
  { source: "/agenda.ics", destination: "/api/feeds/agenda/ics" },
  { source: "/agenda/:slug.ics", destination: "/api/feeds/agenda/:slug/ics" },
  { source: "/stages.csv", destination: "/api/feeds/stages/csv" },
  { source: "/stages.atom", destination: "/api/feeds/stages/atom" },
  { source: "/actualites.csv", destination: "/api/feeds/actualites/csv" },
  { source: "/actualites.atom", destination: "/api/feeds/actualites/atom" },
];
