import { board, type DomainMatrix, everybody, signedIn } from "./words.ts";

const administer = { intention: "administer", subject: "Person" } as const;
const suspend = { intention: "suspend", subject: "Person" } as const;

export const people: DomainMatrix = {
  doors: {
    "lib/people/administrators/commands.ts#createAdministrator": { intention: "administer", subject: "Person" },
    "lib/people/accounts/queries.ts#listAccounts": administer,
    "lib/people/accounts/queries.ts#findAccount": administer,
    "lib/people/accounts/commands.ts#grantAdministration": administer,
    "lib/people/accounts/commands.ts#withdrawAdministration": administer,
    "lib/people/accounts/commands.ts#suspendPerson": suspend,
    "lib/people/accounts/commands.ts#liftSuspension": suspend,
    "lib/people/accounts/actions.ts#grantAdministrationAction": administer,
    "lib/people/accounts/actions.ts#withdrawAdministrationAction": administer,
    "lib/people/accounts/actions.ts#suspendPersonAction": suspend,
    "lib/people/accounts/actions.ts#liftSuspensionAction": suspend,
    "lib/people/queries.ts#findActor": everybody("the door itself: finds out who asks"),
    "lib/people/sessions/commands.ts#signIn": everybody("the door itself: finds out who asks"),
    "lib/people/sessions/commands.ts#signOut": { intention: "signOut", subject: "Session" },
    "lib/people/sessions/actions.ts#signInAction": everybody("the door itself: finds out who asks"),
    "lib/people/sessions/actions.ts#signOutAction": { intention: "signOut", subject: "Session" },
    "app/api/auth/[...nextauth]/route.ts#GET": everybody("next-auth's own protocol"),
    "app/api/auth/[...nextauth]/route.ts#POST": everybody("next-auth's own protocol"),
  },
  expected: [
    { intention: "read", subject: "Person", roles: signedIn },
    { intention: "update", subject: "Person", roles: signedIn },
    { intention: "administer", subject: "Person", roles: ["admin"] },
    { intention: "suspend", subject: "Person", roles: [...board, "admin"] },
    { intention: "read", subject: "Session", roles: signedIn },
    { intention: "signOut", subject: "Session", roles: signedIn },
  ],
};
