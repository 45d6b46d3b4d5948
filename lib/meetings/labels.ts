import type { AttendanceState, InvitationReply, MeetingFormat, PollChoice } from "#lib/generated/prisma/enums";

export const FORMAT_LABELS: Record<MeetingFormat, string> = {
  in_person: "En présence",
  remote: "À distance",
  mixed: "En présence et à distance",
};

export const CHOICE_LABELS: Record<PollChoice, string> = {
  yes: "Oui",
  if_need_be: "Si besoin",
  no: "Non",
};

/** As the person says it. */
export const REPLY_LABELS: Record<InvitationReply, string> = {
  coming: "Je participe",
  excused: "Je m’excuse",
  represented: "Je me fais représenter",
};

/** As the list of those called says it. */
export const REPLY_STATES: Record<InvitationReply | "none", string> = {
  coming: "participe",
  excused: "excusé",
  represented: "représenté",
  none: "sans réponse",
};

/** As a page shows the lines of minutes that begin with one of the three verbs. */
export const VERB_LABELS = { decided: "Décidé", todo: "À faire", review: "À revoir" } as const;

export const ATTENDANCE_LABELS: Record<AttendanceState, string> = {
  present: "présent",
  excused: "excusé",
  represented: "représenté",
  absent: "absent",
};

/** Told beside what waits for its lead, when nobody leads the commission. */
export const ORPHAN = "Personne n’anime cette commission aujourd’hui\u202f: nommez quelqu’un, qui prendra la suite.";
