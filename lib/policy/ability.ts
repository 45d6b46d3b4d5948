import "server-only";
import { type Ability, AbilityBuilder } from "@casl/ability";
import { accessibleBy, createPrismaAbility, type PrismaQueryOf, type Subjects } from "@casl/prisma/runtime";
import type * as Row from "#lib/generated/prisma/client";
import { Prisma } from "#lib/generated/prisma/client";
import { Refusal } from "#lib/platform/errors";
import type { Actor } from "./actor.ts";
import { applicationRules } from "./applications.ts";
import { assemblyRules } from "./assemblies.ts";
import { auditRules } from "./audit.ts";
import { campaignRules } from "./campaigns.ts";
import { clubRules } from "./club.ts";
import { commissionRules } from "./commissions.ts";
import { consortiumRules } from "./consortia.ts";
import { dueRules } from "./dues.ts";
import { eventRules } from "./events.ts";
import { exchangeRules } from "./exchange.ts";
import { expectationRules } from "./expectations.ts";
import { internshipRules } from "./internships.ts";
import { mailRules } from "./mail.ts";
import { meetingRules } from "./meetings.ts";
import { membershipRules } from "./membership.ts";
import { needRules } from "./needs.ts";
import { newsRules } from "./news.ts";
import { noticeRules } from "./notices.ts";
import { paperRules } from "./papers.ts";
import { peopleRules } from "./people.ts";
import { structureRules } from "./structures.ts";
import { tenderRules } from "./tenders.ts";

/** What can be intended. Verbs of the trade; `read` also filters lists. */
export type Intention =
  | "read"
  | "update"
  | "staff"
  | "import"
  | "export"
  | "appoint"
  | "schedule"
  | "host"
  | "voice"
  | "publish"
  | "apply"
  | "reply"
  | "signOut"
  | "resend"
  | "decide"
  | "erase"
  | "sponsor"
  | "collect"
  | "route"
  | "place"
  | "oversee"
  | "join"
  | "suspend"
  | "study"
  | "answer"
  | "remind"
  | "preside"
  | "vote"
  | "handOver"
  | "correct"
  | "invite"
  | "settle"
  | "lead"
  | "administer";

type Subject = Subjects<{
  Structure: Row.Structure;
  Commission: Row.Commission;
  Mandate: Row.Mandate;
  Event: Row.Event;
  Meeting: Row.Meeting;
  Decision: Row.Decision;
  Expectation: Row.Expectation;
  ExpectationPublication: Row.ExpectationPublication;
  Survey: Row.Survey;
  Synthesis: Row.Synthesis;
  Internship: Row.Internship;
  NewsPost: Row.NewsPost;
  Person: Row.Person;
  Session: Row.Session;
  Club: Row.Club;
  Mail: Row.Mail;
  MembershipApplication: Row.MembershipApplication;
  Prospect: Row.Prospect;
  FeeCall: Row.FeeCall;
  FeeRate: Row.FeeRate;
  Notice: Row.Notice;
  CommissionMember: Row.CommissionMember;
  AuditEntry: Row.AuditEntry;
  Campaign: Row.Campaign;
  NewsletterConsent: Row.NewsletterConsent;
  Poll: Row.Poll;
  PollInvitation: Row.PollInvitation;
  MeetingInvitation: Row.MeetingInvitation;
  Attendance: Row.Attendance;
  Minutes: Row.Minutes;
  MinutesPublication: Row.MinutesPublication;
  ActionItem: Row.ActionItem;
  PersonalCalendar: Row.PersonalCalendar;
  Room: Row.Room;
  SchoolHoliday: Row.SchoolHoliday;
  Need: Row.Need;
  Introduction: Row.Introduction;
  NeedPreference: Row.NeedPreference;
  Assembly: Row.Assembly;
  AssemblyVoter: Row.AssemblyVoter;
  AssemblyRules: Row.AssemblyRules;
  SkillExchange: Row.SkillExchange;
  SkillExchangeTalk: Row.SkillExchangeTalk;
  InternshipApplication: Row.InternshipApplication;
  Student: Row.Student;
  School: Row.School;
  Tender: Row.Tender;
  TenderHand: Row.TenderHand;
  TenderAssessment: Row.TenderAssessment;
  TenderAlert: Row.TenderAlert;
  BoampNotice: Row.BoampNotice;
  Consortium: Row.Consortium;
  ConsortiumSeat: Row.ConsortiumSeat;
  ConsortiumDocument: Row.ConsortiumDocument;
  ConsortiumPrice: Row.ConsortiumPrice;
  ConsortiumOutcome: Row.ConsortiumOutcome;
  Papers: Row.Papers;
}>;
export type SubjectName = Extract<Subject, string>;

export type Rights = Ability<[Intention, Subject], PrismaQueryOf<Prisma.TypeMap>>;
export type Rule = AbilityBuilder<Rights>["can"];

/**
 * Every right of `actor` at the instant `now`. Deny by default: what no rule grants is refused.
 *
 * Conditions are flat, on the subject's own columns: they mean the same for one object and, as SQL,
 * for a list. Scope (my structures, the commissions I lead) is resolved into the actor beforehand.
 */
export function rightsOf(actor: Actor, now: Date): Rights {
  const { can, build } = new AbilityBuilder<Rights>(createPrismaAbility);
  for (const rules of [
    clubRules,
    structureRules,
    commissionRules,
    eventRules,
    exchangeRules,
    needRules,
    newsRules,
    internshipRules,
    applicationRules,
    peopleRules,
    mailRules,
    membershipRules,
    meetingRules,
    assemblyRules,
    noticeRules,
    auditRules,
    campaignRules,
    expectationRules,
    dueRules,
    tenderRules,
    consortiumRules,
    paperRules,
  ]) {
    rules(can, actor, now);
  }
  return build();
}

type FilterOf<Name extends SubjectName> = Exclude<
  Prisma.TypeMap["model"][Name]["operations"]["findFirst"]["args"]["where"],
  typeof Prisma.skip | undefined
>;

/** The Prisma filter that keeps, of one model, what `actor` may read; it may stand inside any other. */
export function readable<Name extends SubjectName>(actor: Actor, name: Name, now: Date): FilterOf<Name> {
  return permitted(actor, "read", name, now);
}

/** The Prisma filter that keeps, of one model, what `actor` may do this to: a stranger finds nothing. */
export function permitted<Name extends SubjectName>(
  actor: Actor,
  intention: Intention,
  name: Name,
  now: Date,
): FilterOf<Name> {
  const rights = rightsOf(actor, now);
  // CASL says "nothing" as `OR: []`, which Prisma drops inside an `AND`: every row would pass.
  if (!rights.can(intention, name)) return nothingOf(name) as FilterOf<Name>;
  // Branding: CASL's own type of the filter, a union over every model, is more than the compiler unfolds.
  const filters: { ofType: (name: SubjectName) => unknown } = accessibleBy(rights, intention);
  return filters.ofType(name) as FilterOf<Name>;
}

/** Keeps nothing, wherever it stands in a filter: asks the first column of the model for none of its values. */
function nothingOf(name: SubjectName): object {
  const [column = "id"] = Object.keys(Prisma[`${name}ScalarFieldEnum`]);
  return { [column]: { in: [] } };
}

/** Whether `actor` may do this to at least some subject of the kind: for showing a button. */
export function can(actor: Actor, intention: Intention, name: SubjectName, now: Date): boolean {
  return rightsOf(actor, now).can(intention, name);
}

/**
 * Refuses when `actor` may do this to no subject of the kind.
 *
 * @throws Refusal `forbidden`
 */
export function authorize(actor: Actor, intention: Intention, name: SubjectName, now: Date): void {
  if (!can(actor, intention, name, now)) {
    throw new Refusal("forbidden", "Vous n’avez pas le droit de faire cela.");
  }
}
