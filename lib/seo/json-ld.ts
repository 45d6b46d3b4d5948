import type { ClubView } from "#lib/club/queries";
import type { EventView } from "#lib/events/queries";
import type { InternshipLevel } from "#lib/generated/prisma/enums";
import { levelsInWords } from "#lib/internships/labels";
import { stipendOf } from "#lib/internships/law";
import { dayOfColumn, fromParis, isoInstant } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import type { MemberView } from "#lib/structures/queries";

/** A statement for search engines (schema.org): what the page shows, nothing more. */
export type Statement = { "@context": "https://schema.org"; "@type": string } & Record<string, unknown>;

/** The club itself: for the home page and the page about the club. */
export function clubStatement(club: Pick<ClubView, "name" | "tagline" | "contactEmail" | "contactPhone">): Statement {
  return {
    ...statement("Organization"),
    "@id": absolute("/#club"),
    name: club.name,
    description: club.tagline,
    url: absolute(paths.home),
    logo: absolute("/icon.svg"),
    email: club.contactEmail ?? undefined,
    telephone: club.contactPhone ?? undefined,
    areaServed: ["Arras", "Béthune", "Douai", "Lens"].map((name) => ({ "@type": "City", name })),
  };
}

type MemberFacts = Pick<
  MemberView,
  "slug" | "name" | "kind" | "summary" | "logoKey" | "website" | "phone" | "address" | "city" | "postalCode" | "skills"
>;

/** A member, on its page. No e-mail: the page keeps it from harvesters. Unknown facts are left out. */
export function memberStatement(member: MemberFacts): Statement {
  return {
    ...statement(member.kind === "school" ? "EducationalOrganization" : "LocalBusiness"),
    "@id": absolute(`${paths.member(member.slug)}#structure`),
    name: member.name,
    description: member.summary || undefined,
    url: absolute(paths.member(member.slug)),
    logo: member.logoKey ? absolute(paths.file(member.logoKey)) : undefined,
    image: member.logoKey ? absolute(paths.file(member.logoKey)) : undefined,
    sameAs: member.website ?? undefined,
    telephone: member.phone ?? undefined,
    address: addressOf({ street: member.address, city: member.city, postalCode: member.postalCode }),
    knowsAbout: member.skills.length > 0 ? member.skills.map((skill) => skill.label) : undefined,
    memberOf: { "@id": absolute("/#club") },
  };
}

/** An event, on its page; cancelled ones are said so. */
export function eventStatement(event: EventView): Statement {
  return {
    ...statement("Event"),
    name: event.title,
    description: event.description || undefined,
    startDate: isoInstant(event.startsAt),
    endDate: isoInstant(event.endsAt),
    eventStatus: `https://schema.org/${event.cancellation ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: event.place ? "https://schema.org/OfflineEventAttendanceMode" : undefined,
    location: event.place ? { "@type": "Place", name: event.place, address: event.place } : undefined,
    organizer: { "@type": "Organization", "@id": absolute("/#club"), name: "TacTic", url: absolute(paths.home) },
    url: absolute(paths.event(event.slug)),
  };
}

interface OfferFacts {
  id: string;
  slug: string;
  title: string;
  missions: string;
  skills: string[];
  levels: InternshipLevel[];
  curricula: string[];
  startsOn: Date;
  applyBefore: Date;
  publishedAt: Date | null;
  hoursPerWeek: number;
  hoursPresent: number;
  remotePercent: number;
  hourlyStipendCents: number | null;
  places: number;
  commune: { name: string; postalCodes: string[] } | null;
  structure: { slug: string; name: string; city: string | null; website: string | null };
}

/** An internship offer, on its page only while it is open: null once its last day is over. */
export function internshipStatement(offer: OfferFacts, now: Date): Statement | null {
  const closesAt = fromParis(dayOfColumn(offer.applyBefore), "23:59");
  if (!offer.publishedAt || closesAt < now) return null;
  const remote = offer.remotePercent === 100;
  return {
    ...statement("JobPosting"),
    title: offer.title,
    description: `<p>${escapeHtml(offer.missions).replace(/\n+/g, "</p><p>")}</p>`,
    identifier: { "@type": "PropertyValue", name: "TacTic", value: offer.id },
    datePosted: isoInstant(offer.publishedAt),
    validThrough: isoInstant(closesAt),
    employmentType: "INTERN",
    hiringOrganization: {
      "@type": "Organization",
      name: offer.structure.name,
      sameAs: offer.structure.website ?? absolute(paths.member(offer.structure.slug)),
    },
    jobLocation: { "@type": "Place", address: workplaceOf(offer) },
    jobLocationType: remote ? "TELECOMMUTE" : undefined,
    applicantLocationRequirements: remote ? { "@type": "Country", name: "France" } : undefined,
    baseSalary: salaryOf(offer),
    qualifications: [levelsInWords(offer.levels), ...offer.curricula].join(", "),
    // One applies with an account of the portal, a page further.
    directApply: false,
    skills: offer.skills.length > 0 ? offer.skills.join(", ") : undefined,
    jobStartDate: dayOfColumn(offer.startsOn),
    workHours: `${offer.hoursPerWeek} h par semaine`,
    totalJobOpenings: offer.places,
    url: absolute(paths.internship(offer.slug)),
  };
}

/** Where the page lies: its ancestors from the home page, itself last. */
export function breadcrumbStatement(steps: { name: string; path: string }[]): Statement {
  return {
    ...statement("BreadcrumbList"),
    itemListElement: steps.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: absolute(path),
    })),
  };
}

function statement(type: string): Statement {
  return { "@context": "https://schema.org", "@type": type };
}

function addressOf({
  street,
  city,
  postalCode,
}: {
  street?: string | null;
  city: string | null;
  postalCode: string | null;
}) {
  if (!street && !city && !postalCode) return undefined;
  return {
    "@type": "PostalAddress",
    streetAddress: street ?? undefined,
    postalCode: postalCode ?? undefined,
    addressLocality: city ?? undefined,
    addressCountry: "FR",
  };
}

/** A commune with several postal codes does not say which. */
function workplaceOf({ commune, structure }: OfferFacts) {
  const [postalCode, another] = commune?.postalCodes ?? [];
  const known = addressOf({ city: commune?.name ?? structure.city, postalCode: another ? null : (postalCode ?? null) });
  return { "@type": "PostalAddress", addressCountry: "FR", ...known, addressRegion: "Hauts-de-France" };
}

function salaryOf({ hoursPresent, hourlyStipendCents, startsOn }: OfferFacts) {
  const { hourlyCents } = stipendOf({ hours: hoursPresent, offeredCents: hourlyStipendCents }, dayOfColumn(startsOn));
  if (hourlyCents === 0) return undefined;
  const value = { "@type": "QuantitativeValue", value: hourlyCents / 100, unitText: "HOUR" };
  return { "@type": "MonetaryAmount", currency: "EUR", value };
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
