import { addDays, columnOfDay, type Day, fromParis, weekdayOf } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { slugify } from "#lib/platform/slug";
import { findCommune } from "#lib/territory/communes";
import { idOf } from "./identity.ts";
import { COMMUNICATION } from "./offers/communication.ts";
import { DEVELOPPEMENT } from "./offers/developpement.ts";
import { EDUCATION } from "./offers/education.ts";
import { GESTION } from "./offers/gestion.ts";
import { INFRASTRUCTURES } from "./offers/infrastructures.ts";
import type { DemoOffer } from "./offers/shape.ts";
import { INVENTED } from "./structures.ts";

const OFFERS: DemoOffer[] = [...INFRASTRUCTURES, ...GESTION, ...DEVELOPPEMENT, ...COMMUNICATION, ...EDUCATION];

/** Loads the offers: most open, one whose deadline has passed, one closed, one for a school first, one in preparation. */
export async function loadInternships(tx: Tx, today: Day): Promise<void> {
  const commissions = await tx.commission.findMany({ select: { id: true, slug: true } });
  const idOfCommission = new Map(commissions.map(({ id, slug }) => [slug, id]));
  await tx.internship.createMany({
    data: OFFERS.map((offer) => ({
      ...rowOf(offer, today),
      commissionId: idOfCommission.get(offer.commission) ?? null,
    })),
  });
}

function rowOf(demo: DemoOffer, today: Day) {
  const {
    commission,
    nth,
    startsInDays,
    applyInDays,
    slackDays = 0,
    isClosed,
    isDraft,
    firstSchoolDays,
    ...offer
  } = demo;
  const hosts = INVENTED.filter(
    (structure) => structure.commissions[0] === commission && (structure.status ?? "active") === "active",
  );
  const host = hosts[nth % hosts.length];
  const school = INVENTED.find(({ kind }) => kind === "school");
  if (!host || !school) throw new Error(`no host in ${commission}`);
  // Internships begin on a Monday and end on a Friday.
  const day = addDays(today, startsInDays);
  const startsOn = addDays(day, (8 - weekdayOf(day)) % 7);
  const applyBefore = addDays(today, applyInDays);
  return {
    ...offer,
    title: offer.title.replace(" :", "\u202f:"),
    id: idOf("internship", offer.title),
    slug: slugify(offer.title),
    structureId: idOf("structure", host.name),
    communeInsee: findCommune(host.commune)?.insee ?? null,
    startsOn: columnOfDay(startsOn),
    endsOn: columnOfDay(addDays(startsOn, offer.weeks * 7 - 3 + slackDays)),
    applyBefore: columnOfDay(applyBefore),
    answerBy: columnOfDay(addDays(applyBefore, 14)),
    tutorName: offer.tutorRole ? `${host.contact.firstName} ${host.contact.lastName}` : null,
    shownFirstTo: firstSchoolDays ? [idOf("structure", school.name)] : [],
    shownFirstUntil: firstSchoolDays ? columnOfDay(addDays(today, firstSchoolDays)) : null,
    publishedAt: isDraft ? null : fromParis(addDays(today, Math.min(applyInDays - 30, -3)), "09:00"),
    closedAt: isClosed ? fromParis(addDays(today, -1), "17:00") : null,
    closedBecause: isClosed ? ("withdrawn" as const) : null,
  };
}
