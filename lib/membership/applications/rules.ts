import type { MembershipOpinion, MembershipOutcome } from "#lib/generated/prisma/enums";
import { addDays, type Day, dayOf } from "#lib/platform/dates";

export type ApplicationState = "unconfirmed" | "to_review" | "to_complete" | MembershipOutcome;

interface Standing {
  confirmedAt: Date | null;
  closure: { outcome: MembershipOutcome } | null;
  questions: { answeredAt: Date | null }[];
}

/** Where an application stands: its end, else what it waits for. */
export function applicationState({ confirmedAt, closure, questions }: Standing): ApplicationState {
  if (closure) return closure.outcome;
  if (!confirmedAt) return "unconfirmed";
  return questions.some(({ answeredAt }) => answeredAt === null) ? "to_complete" : "to_review";
}

/** The board promises an answer within this many days of the confirmation. */
const ANSWER_DAYS = 30;

/** The day before which the applicant has an answer. */
export function answerBefore(confirmedAt: Date): Day {
  return addDays(dayOf(confirmedAt), ANSWER_DAYS);
}

/** An application whose address nobody confirmed is erased after this many days. */
export const UNCONFIRMED_DAYS = 7;

// A refused or withdrawn application is kept long enough to answer whoever asks why, no longer; an
// accepted one, as long as a first year of membership may raise questions.
const KEPT_DAYS: Record<MembershipOutcome, number> = { refused: 180, withdrawn: 30, accepted: 365 };

/** The day on which an application that ended today is erased. */
export function erasedOn(outcome: MembershipOutcome, today: Day): Day {
  return addDays(today, KEPT_DAYS[outcome]);
}

/** For, against, abstentions. */
export function tally(votes: { opinion: MembershipOpinion }[]): Record<MembershipOpinion, number> {
  const counts = { favourable: 0, opposed: 0, abstains: 0 };
  for (const { opinion } of votes) counts[opinion] += 1;
  return counts;
}

// Addresses that thousands share tell nothing about who they belong to.
const PROVIDERS = new Set(
  "gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr live.fr live.com msn.com yahoo.com yahoo.fr icloud.com me.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr numericable.fr gmx.fr protonmail.com proton.me".split(
    " ",
  ),
);

/** The domains of its own that a structure shows: of its site and of its people's addresses. */
export function ownDomains(website: string | null, emails: string[]): string[] {
  const host = website && URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, "") : null;
  const domains = [host, ...emails.map((address) => address.split("@")[1] ?? null)];
  return [...new Set(domains.flatMap((domain) => (domain && !PROVIDERS.has(domain) ? [domain.toLowerCase()] : [])))];
}

/** What customers call it. */
export function usualName({ tradeName, legalName }: { tradeName: string | null; legalName: string }): string {
  return tradeName ?? legalName;
}

/** The columns of an application's own row: the rest of it hangs on that row. */
export function columnsOf<Content extends { people: unknown; skills: unknown; commissions: unknown }>(
  content: Content,
) {
  const { people: _people, skills: _skills, commissions: _commissions, ...columns } = content;
  return columns;
}
