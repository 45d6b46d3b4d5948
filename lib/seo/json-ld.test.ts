import { describe, expect, test } from "vitest";
import {
  breadcrumbStatement,
  clubStatement,
  eventStatement,
  internshipStatement,
  memberStatement,
  type Statement,
} from "./json-ld.ts";

/** As a page prints it: facts that are not known are not there. */
function printed(statement: Statement | null): Record<string, unknown> {
  return JSON.parse(JSON.stringify(statement));
}

const unknownFacts = { website: null, logoKey: null, phone: null, address: null, city: null, postalCode: null };
const decima = { slug: "decima", name: "Decima", kind: "service", summary: "", skills: [], ...unknownFacts } as const;

const offer = {
  id: "01990000-0000-7000-8000-000000000001",
  slug: "stage-web",
  title: "Développement web (F/H)",
  missions: "Écrire <du> code.\n\nLe relire & le tester.",
  skills: ["HTML", "SQL"],
  levels: ["but2" as const, "licence" as const],
  curricula: ["BUT Informatique"],
  startsOn: new Date("2027-04-05T00:00:00Z"),
  applyBefore: new Date("2027-03-01T00:00:00Z"),
  publishedAt: new Date("2027-01-10T09:00:00Z"),
  hoursPerWeek: 35,
  hoursPresent: 280,
  remotePercent: 20,
  hourlyStipendCents: 450,
  places: 2,
  commune: { name: "Lens", postalCodes: ["62300"] },
  structure: { slug: "decima", name: "Decima", city: null, website: null },
};
const open = new Date("2027-03-01T20:00:00Z");

describe("a member", () => {
  test("of whom little is known says little, and invents nothing", () => {
    expect(Object.keys(printed(memberStatement({ ...decima, skills: [] }))).sort()).toEqual(
      ["@context", "@id", "@type", "memberOf", "name", "url"].sort(),
    );
  });

  test("says its address and its skills when they are known; a school is no business", () => {
    const known = {
      ...decima,
      kind: "school" as const,
      city: "Lens",
      postalCode: "62300",
      skills: [{ slug: null, label: "Réseaux" }],
    };
    expect(printed(memberStatement(known))).toMatchObject({
      "@type": "EducationalOrganization",
      address: { addressLocality: "Lens", postalCode: "62300", addressCountry: "FR" },
      knowsAbout: ["Réseaux"],
    });
  });
});

describe("an internship offer", () => {
  test("is stated while it is open, that day included, and never after", () => {
    expect(printed(internshipStatement(offer, open))).toMatchObject({
      "@type": "JobPosting",
      employmentType: "INTERN",
    });
    expect(internshipStatement(offer, new Date("2027-03-02T00:00:00Z"))).toBeNull();
    expect(internshipStatement({ ...offer, publishedAt: null }, open)).toBeNull();
  });

  test("has what search engines demand, with the hours of the Artois", () => {
    expect(printed(internshipStatement(offer, open))).toMatchObject({
      description: "<p>Écrire &lt;du&gt; code.</p><p>Le relire &amp; le tester.</p>",
      datePosted: "2027-01-10T10:00:00+01:00",
      validThrough: "2027-03-01T23:59:00+01:00",
      hiringOrganization: { name: "Decima" },
      jobLocation: { address: { addressLocality: "Lens", postalCode: "62300", addressRegion: "Hauts-de-France" } },
      baseSalary: { currency: "EUR", value: { value: 4.5, unitText: "HOUR" } },
      qualifications: "BUT 2 et Licence, BUT Informatique",
      directApply: false,
    });
  });

  test("names no postal code of a commune that has several, no place nobody knows, no pay nobody told", () => {
    const several = { ...offer, hourlyStipendCents: null, commune: { name: "Arras", postalCodes: ["62000", "62223"] } };
    const vague = printed(internshipStatement(several, open));
    expect(vague).not.toHaveProperty("jobLocation.address.postalCode");
    expect(vague).not.toHaveProperty("baseSalary");
    const due = printed(internshipStatement({ ...several, hoursPresent: 315 }, open));
    expect(due).toMatchObject({ baseSalary: { value: { value: 4.5 } } });
    const nowhere = printed(internshipStatement({ ...offer, commune: null }, open));
    expect(nowhere).not.toHaveProperty("jobLocation.address.addressLocality");
  });
});

test("an event says its hours with their offset, and whether it is cancelled", () => {
  const launch = {
    id: "1",
    slug: "lancement",
    kind: "club_event" as const,
    visibility: "public" as const,
    title: "Lancement",
    description: "",
    startsAt: new Date("2026-10-08T16:30:00Z"),
    endsAt: new Date("2026-10-08T18:30:00Z"),
    place: null,
    sequence: 0,
    updatedAt: new Date(0),
    commission: null,
    cancellation: null,
  };
  const said = printed(eventStatement(launch));
  expect(said).toMatchObject({
    startDate: "2026-10-08T18:30:00+02:00",
    eventStatus: "https://schema.org/EventScheduled",
  });
  expect(said).not.toHaveProperty("location");
  expect(printed(eventStatement({ ...launch, cancellation: { reason: "neige" } })).eventStatus).toMatch(
    /EventCancelled$/,
  );
});

test("the club and the way to a page are stated with full addresses", () => {
  const club = clubStatement({ name: "TacTic", tagline: "Le club", contactEmail: null, contactPhone: null });
  expect(printed(club)).not.toHaveProperty("email");
  const way = breadcrumbStatement([
    { name: "Annuaire", path: "/annuaire" },
    { name: "Decima", path: "/annuaire/decima" },
  ]);
  expect(printed(way).itemListElement).toMatchObject([
    { position: 1, item: expect.stringMatching(/^https?:\/\/.+\/annuaire$/) },
    { position: 2, name: "Decima" },
  ]);
});
