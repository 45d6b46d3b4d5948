import { readSignedToken, signedToken } from "#lib/platform/tokens";
import { isUuid } from "#lib/platform/uuid";

const FOLLOW = "follow-application";
const INVITATION = "join-invitation";
const FORM = "application-form";

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

/** The instant at which the form was shown, so that nobody can make one up. */
export function formToken(shownAt: Date): string {
  return signedToken(FORM, shownAt.toISOString());
}

/** The instant that `formToken` sealed, in ISO 8601; null when it was altered. */
export function shownAt(token: string): string | null {
  return readSignedToken(FORM, token);
}

function idOf(purpose: string, token: string): string | null {
  const id = readSignedToken(purpose, token);
  return id && isUuid(id) ? id : null;
}
