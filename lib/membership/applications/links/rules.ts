import { readSignedToken, signedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";

const FOLLOW = "follow-application";
const INVITATION = "join-invitation";

/** The private link of an application: whoever holds it is its applicant. Erasing the application ends it. */
export function followToken(applicationId: string): string {
  return signedToken(FOLLOW, applicationId);
}

/** The application that a private link leads to; null when it was altered. */
export function applicationIdOf(token: string): string | null {
  return idOf(FOLLOW, token);
}

/** The link of a member's invitation to apply. */
export function invitationToken(invitationId: string): string {
  return signedToken(INVITATION, invitationId);
}

/** The invitation that a link to the form comes from; null when it was altered. */
export function invitationIdOf(token: string): string | null {
  return idOf(INVITATION, token);
}

function idOf(purpose: string, token: string): string | null {
  const id = readSignedToken(purpose, token);
  return id && isUuid(id) ? id : null;
}
