import { boardDesk } from "./matrix/board.ts";
import { club } from "./matrix/club.ts";
import { commissions } from "./matrix/commissions.ts";
import { consortia } from "./matrix/consortia.ts";
import { dues } from "./matrix/dues.ts";
import { events } from "./matrix/events.ts";
import { expectations } from "./matrix/expectations.ts";
import { feeds } from "./matrix/feeds.ts";
import { internships } from "./matrix/internships.ts";
import { mail } from "./matrix/mail.ts";
import { mandates } from "./matrix/mandates.ts";
import { meetings } from "./matrix/meetings.ts";
import { membership } from "./matrix/membership.ts";
import { needs } from "./matrix/needs.ts";
import { news } from "./matrix/news.ts";
import { notices } from "./matrix/notices.ts";
import { papers } from "./matrix/papers.ts";
import { people } from "./matrix/people.ts";
import { polls } from "./matrix/polls.ts";
import { privacy } from "./matrix/privacy.ts";
import { rooms } from "./matrix/rooms.ts";
import { structures } from "./matrix/structures.ts";
import { tenders } from "./matrix/tenders.ts";
import type { Demand, DomainMatrix } from "./matrix/words.ts";

const DOMAINS: DomainMatrix[] = [
  boardDesk,
  club,
  commissions,
  consortia,
  dues,
  events,
  expectations,
  feeds,
  internships,
  mail,
  mandates,
  membership,
  needs,
  news,
  notices,
  papers,
  people,
  privacy,
  meetings,
  polls,
  rooms,
  structures,
  tenders,
];

/**
 * Every door of the portal (query, command, action, route) with what it asks of the policy.
 * The coverage test fails when one is missing here, or is here and exists no more.
 */
export const DOORS: Record<string, Demand> = Object.assign({}, ...DOMAINS.map(({ doors }) => doors));

/** Who may do what to at least one subject: the permission table, as a test reads it. */
export const EXPECTED = DOMAINS.flatMap(({ expected }) => expected);
