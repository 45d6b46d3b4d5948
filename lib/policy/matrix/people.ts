import { type Demand, type DomainMatrix, everybody, signedIn } from "./words.ts";

const staff: Demand = { intention: "staff", subject: "Structure" };
const ownStructure: Demand = { intention: "update", subject: "Structure" };
const ownPlace = everybody("one's own places in structures only, written into its query");
const byLink = everybody("whoever holds the secret of the link, which was sent to one address");

export const people: DomainMatrix = {
  doors: {
    "lib/people/administrators/commands.ts#createAdministrator": { intention: "administer", subject: "Person" },
    "lib/people/affiliations/commands.ts#changeRole": staff,
    "lib/people/affiliations/commands.ts#handOver": staff,
    "lib/people/affiliations/commands.ts#removePerson": staff,
    "lib/people/affiliations/commands.ts#leaveStructure": ownPlace,
    "lib/people/affiliations/commands.ts#introduceMyself": ownPlace,
    "lib/people/affiliations/commands.ts#actFor": ownStructure,
    "lib/people/affiliations/queries.ts#listPeople": ownStructure,
    "lib/people/affiliations/queries.ts#listFormerPeople": ownStructure,
    "lib/people/affiliations/queries.ts#listFormerStructures": ownPlace,
    "lib/people/affiliations/actions.ts#actForAction": ownStructure,
    "lib/people/affiliations/actions.ts#changeRoleAction": staff,
    "lib/people/affiliations/actions.ts#handOverAction": staff,
    "lib/people/affiliations/actions.ts#removePersonAction": staff,
    "lib/people/affiliations/actions.ts#leaveStructureAction": ownPlace,
    "lib/people/affiliations/actions.ts#introduceMyselfAction": ownPlace,
    "lib/people/invitations/commands.ts#inviteInto": everybody("called by a command that has asked the policy"),
    "lib/people/invitations/commands.ts#invitePerson": staff,
    "lib/people/invitations/commands.ts#resendInvitation": staff,
    "lib/people/invitations/commands.ts#revokeInvitation": staff,
    "lib/people/invitations/commands.ts#acceptInvitation": byLink,
    "lib/people/invitations/queries.ts#findInvitation": byLink,
    "lib/people/invitations/queries.ts#listPendingInvitations": ownStructure,
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
