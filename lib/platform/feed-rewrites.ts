/** One public address that Next cannot name as a folder, and the route that answers it. */
type FeedRewrite = { source: string; destination: string };

/** Dotted public paths (`/agenda/:slug.ics` …): a folder such as `[slug].ics` is not a route for Next. */
export const feedRewrites: FeedRewrite[] = [];
