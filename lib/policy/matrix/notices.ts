import { type DomainMatrix, everybody, read, signedIn } from "./words.ts";

const signedLink = everybody("the signed link of one's own mail says whose choice it is");

export const notices: DomainMatrix = {
  doors: {
    "lib/notices/queries.ts#listNotices": read("Notice"),
    "lib/notices/queries.ts#getPreferences": read("Notice"),
    "lib/notices/commands.ts#notify": everybody("a part of other commands, each of which asked for its own right"),
    "lib/notices/commands.ts#sendDigests": { intention: "publish", subject: "Notice" },
    "lib/notices/commands.ts#choosePreferences": { intention: "update", subject: "Notice" },
    "lib/notices/commands.ts#stopDigests": signedLink,
    "lib/notices/actions.ts#choosePreferencesAction": { intention: "update", subject: "Notice" },
    "lib/notices/actions.ts#stopDigestsAction": signedLink,
    "app/api/avis/[token]/route.ts#GET": signedLink,
    "app/api/avis/[token]/route.ts#POST": signedLink,
  },
  expected: [
    { intention: "read", subject: "Notice", roles: signedIn },
    { intention: "update", subject: "Notice", roles: signedIn },
    { intention: "publish", subject: "Notice", roles: [] },
  ],
};
