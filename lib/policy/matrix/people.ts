import { type Demand, type DomainMatrix, everybody, signedIn } from "./words.ts";

const staff: Demand = { intention: "staff", subject: "Structure" };
const byLink = everybody("whoever holds the secret of the link, which was sent to one address");

export const people: DomainMatrix = {
  doors: {
    "lib/people/administrators/commands.ts#createAdministrator": { intention: "administer", subject: "Person" },
    "lib/people/invitations/commands.ts#inviteInto": everybody("called by a command that has asked the policy"),
    "lib/people/invitations/commands.ts#invitePerson": staff,
    "lib/people/invitations/commands.ts#resendInvitation": staff,
    "lib/people/invitations/commands.ts#revokeInvitation": staff,
    "lib/people/invitations/commands.ts#acceptInvitation": byLink,
    "lib/people/invitations/queries.ts#findInvitation": byLink,
    "lib/people/invitations/queries.ts#listPendingInvitations": { intention: "update", subject: "Structure" },
    "lib/people/invitations/actions.ts#invitePersonAction": staff,
    "lib/people/invitations/actions.ts#resendInvitationAction": staff,
    "lib/people/invitations/actions.ts#revokeInvitationAction": staff,
    "lib/people/invitations/actions.ts#acceptInvitationAction": byLink,
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
    { intention: "read", subject: "Session", roles: signedIn },
    { intention: "signOut", subject: "Session", roles: signedIn },
  ],
};
