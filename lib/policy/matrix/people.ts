import { type DomainMatrix, everybody, signedIn } from "./words.ts";

const entry = everybody("the door itself: finds out who asks");
const inner = everybody("a part of commands that have let the person in already");

export const people: DomainMatrix = {
  doors: {
    "lib/people/administrators/commands.ts#createAdministrator": { intention: "administer", subject: "Person" },
    "lib/people/queries.ts#findActor": entry,
    "lib/people/links/queries.ts#findSignInLink": everybody("shows whoever holds a secret what it is worth"),
    "lib/people/links/commands.ts#addSignInLink": inner,
    "lib/people/links/commands.ts#requestSignInLink": entry,
    "lib/people/links/commands.ts#renewSignInLink": entry,
    "lib/people/links/commands.ts#signInByLink": entry,
    "lib/people/links/commands.ts#signInByCode": entry,
    "lib/people/links/actions.ts#requestSignInLinkAction": entry,
    "lib/people/links/actions.ts#repeatRequestAction": entry,
    "lib/people/links/actions.ts#renewSignInLinkAction": entry,
    "lib/people/links/actions.ts#signInByLinkAction": entry,
    "lib/people/links/actions.ts#signInByCodeAction": entry,
    "lib/people/sessions/commands.ts#signIn": entry,
    "lib/people/sessions/commands.ts#provePassword": entry,
    "lib/people/sessions/commands.ts#openSession": inner,
    "lib/people/sessions/commands.ts#signOut": { intention: "signOut", subject: "Session" },
    "lib/people/sessions/actions.ts#enterAction": entry,
    "lib/people/sessions/actions.ts#signOutAction": { intention: "signOut", subject: "Session" },
    "app/api/auth/[...nextauth]/route.ts#GET": everybody("next-auth's own protocol"),
    "app/api/auth/[...nextauth]/route.ts#POST": everybody("next-auth's own protocol"),
  },
  expected: [
    { intention: "read", subject: "Person", roles: signedIn },
    { intention: "update", subject: "Person", roles: signedIn },
    { intention: "administer", subject: "Person", roles: ["admin"] },
    { intention: "read", subject: "Session", roles: signedIn },
    { intention: "signOut", subject: "Session", roles: signedIn },
  ],
};
