import { board, type DomainMatrix, everybody, everyone, read } from "./words.ts";

export const club: DomainMatrix = {
  doors: {
    "lib/club/queries.ts#getClub": read("Club"),
    "lib/club/commands.ts#updateClub": { intention: "update", subject: "Club" },
    "lib/club/actions.ts#updateClubAction": { intention: "update", subject: "Club" },
    "lib/home/waiting/queries.ts#listOwnWaiting": everybody(
      "counts what is one's own, line by line as one may act on it",
    ),
    "lib/home/queries.ts#getHome": everybody("figures and lists of public rows only, written into its SQL"),
    "lib/seo/queries.ts#listAddresses": everybody("each kind of page through the policy, for whoever asks"),
    "app/api/health/route.ts#GET": everybody("says that the process is up, holds no data"),
    "app/api/ready/route.ts#GET": everybody("says whether the database answers, holds no data"),
  },
  expected: [
    { intention: "read", subject: "Club", roles: everyone },
    { intention: "update", subject: "Club", roles: board },
    { intention: "oversee", subject: "Club", roles: [...board, "admin"] },
    { intention: "administer", subject: "Club", roles: ["admin"] },
  ],
};
