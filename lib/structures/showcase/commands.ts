import "server-only";
import { recordAct } from "#lib/platform/audit";
import { formatTime } from "#lib/platform/dates";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { redrawn } from "#lib/platform/pictures";
import { fold, slugify } from "#lib/platform/slug";
import { newKey, type Storage, storage } from "#lib/platform/storage";
import { tryAgain } from "#lib/platform/throttle";
import type { Actor } from "#lib/policy/actor";
import { communeNamed } from "#lib/territory/communes";
import { claimStructure } from "../commands.ts";
import { freeSlugFor } from "../queries.ts";
import { differencesBetween } from "./rules.ts";
import type { ShowcaseInput } from "./schema.ts";

/**
 * Saves the public page of a structure. Somebody who saved since the form was opened is not
 * overwritten: the form says who, and what differs. A new name gives the page a new address; the
 * former one leads to it.
 *
 * @throws Refusal `forbidden`, `showcase_changed` on `overwrite`, `kind_is_given` on `kind`
 */
export async function saveShowcase(actor: Actor, input: ShowcaseInput, now: Date): Promise<void> {
  const { structureId, version, overwrite, kind, skills, references, ...facts } = input;
  await claimStructure(actor, "update", structureId, now);
  await db().$transaction(async (tx) => {
    const kept = await holdShowcase(tx, structureId);
    if (!overwrite && kept.updatedAt.getTime() !== new Date(version).getTime()) {
      const differences = differencesFrom(kept, input);
      if (differences.length === 0) return; // the same, sent twice
      throw await changedMeanwhile(tx, structureId, kept.updatedAt, differences);
    }
    mustKeepKind(kept.kind, kind);
    await tx.structure.update({
      where: { id: structureId },
      data: {
        name: facts.name,
        ...(facts.name === kept.name ? {} : { slug: await freeSlugFor(tx, facts.name, structureId) }),
        ...(kind ? { kind } : {}),
        description: facts.description,
        website: facts.website ?? null,
        email: facts.email ?? null,
        phone: facts.phone ?? null,
        emailVisibility: facts.emailVisibility,
        phoneVisibility: facts.phoneVisibility,
        peopleVisibility: facts.peopleVisibility,
        ...placeOf(facts),
      },
      select: { id: true },
    });
    await tx.structureSkill.deleteMany({ where: { structureId } });
    await tx.structureSkill.createMany({ data: await skillRows(tx, structureId, skills) });
    await tx.structureReference.deleteMany({ where: { structureId } });
    await tx.structureReference.createMany({ data: references.map((reference) => ({ structureId, ...reference })) });
    await recordAct(tx, actor, { action: "edit-showcase", subject: { kind: "Structure", id: structureId } });
  });
}

// Drawing a picture anew costs processor.
const PICTURES = { limit: 20, seconds: 3_600 };

/**
 * Puts a logo on the page, drawn anew from the file's pixels; the former one is deleted.
 *
 * @throws Refusal `forbidden`, `too_many_pictures`, `wrong_picture` on `logo`
 */
export async function changeLogo(
  actor: Actor,
  { structureId, bytes }: { structureId: string; bytes: Uint8Array },
  now: Date,
  files: Storage = storage(),
): Promise<void> {
  await claimStructure(actor, "update", structureId, now);
  if (!(await tryAgain(`logo:${structureId}`, PICTURES, now))) {
    throw new Refusal("too_many_pictures", "Trop d’images en une heure. Réessayez plus tard.", "logo");
  }
  const key = newKey("logos", "webp");
  await files.put(key, await redrawn(bytes, "logo"), "image/webp");
  try {
    await setLogo(actor, structureId, key, files);
  } catch (error) {
    await files.remove(key);
    throw error;
  }
}

/** Takes the logo off the page; harmless when there is none. */
export async function removeLogo(
  actor: Actor,
  { structureId }: { structureId: string },
  now: Date,
  files: Storage = storage(),
): Promise<void> {
  await claimStructure(actor, "update", structureId, now);
  await setLogo(actor, structureId, null, files);
}

/** The former file goes only once nothing names it any more. */
async function setLogo(actor: Actor, structureId: string, logoKey: string | null, files: Storage): Promise<void> {
  const former = await db().$transaction(async (tx) => {
    const { logoKey: replaced } = await holdShowcase(tx, structureId);
    if (replaced === logoKey) return null;
    // By hand: `updatedAt` is the version of the form beside, which a logo does not change.
    await tx.$executeRaw`UPDATE structure SET "logoKey" = ${logoKey} WHERE id = ${structureId}::uuid`;
    await recordAct(tx, actor, {
      action: logoKey ? "change-logo" : "remove-logo",
      subject: { kind: "Structure", id: structureId },
    });
    return replaced;
  });
  if (former) await files.remove(former);
}

/** The page as it is kept, held until the end of the transaction: two who save wait for each other. */
async function holdShowcase(tx: Tx, structureId: string) {
  await tx.$queryRaw`SELECT 1 FROM structure WHERE id = ${structureId}::uuid FOR NO KEY UPDATE`;
  return await tx.structure.findUniqueOrThrow({
    where: { id: structureId },
    select: {
      name: true,
      kind: true,
      description: true,
      website: true,
      email: true,
      emailVisibility: true,
      phone: true,
      phoneVisibility: true,
      peopleVisibility: true,
      logoKey: true,
      address: true,
      postalCode: true,
      city: true,
      updatedAt: true,
      skills: { orderBy: { position: "asc" }, select: { ownLabel: true, skill: { select: { label: true } } } },
      references: { orderBy: [{ year: "desc" }, { id: "asc" }], select: { customer: true, work: true, year: true } },
    },
  });
}

function differencesFrom(
  { skills, ...kept }: Awaited<ReturnType<typeof holdShowcase>>,
  { kind, ...typed }: ShowcaseInput,
): string[] {
  const labels = skills.map(({ skill, ownLabel }) => skill?.label ?? ownLabel ?? "");
  return differencesBetween({ ...typed, kind: kind ?? kept.kind }, { ...kept, skills: labels });
}

async function changedMeanwhile(tx: Tx, structureId: string, at: Date, differences: string[]): Promise<Refusal> {
  const last = await tx.auditEntry.findFirst({
    where: { subjectKind: "Structure", subjectId: structureId, action: "edit-showcase" },
    orderBy: { id: "desc" },
    select: { person: { select: { firstName: true, lastName: true } } },
  });
  const who = last?.person ? `${last.person.firstName} ${last.person.lastName}` : "Une autre personne";
  return new Refusal(
    "showcase_changed",
    `${who} a enregistré cette fiche à ${formatTime(at)}, pendant que vous écriviez. Votre saisie diffère de la sienne\u202f: ${differences.join(", ")}. Rien n’a été écrasé\u202f: comparez, puis cochez «\u202fRemplacer\u202f» pour garder votre version.`,
    "overwrite",
  );
}

/** A school has other rights than a company: who is one is settled at the admission, not by a form. */
function mustKeepKind(kept: string, asked: string | undefined): void {
  if (!asked || (kept === "school") === (asked === "school")) return;
  throw new Refusal("kind_is_given", "Devenir une école, ou cesser de l’être, se décide avec le comité.", "kind");
}

/** The town as it was typed, and the commune it was recognised as; its postal code when there is but one. */
function placeOf({ address, postalCode, city }: Pick<ShowcaseInput, "address" | "postalCode" | "city">) {
  const commune = city ? communeNamed(city) : undefined;
  const [only, another] = commune?.postalCodes ?? [];
  return {
    address: address ?? null,
    postalCode: postalCode ?? (another ? null : (only ?? null)),
    city: city ?? null,
    citySlug: city ? (commune?.slug ?? (slugify(city) || "ville")) : null,
    communeInsee: commune?.insee ?? null,
  };
}

/** In the order typed, each once: the taxonomy's label when it is one of its skills, else in their own words. */
async function skillRows(tx: Tx, structureId: string, labels: string[]) {
  const known = await tx.skill.findMany({ select: { id: true, label: true } });
  const ids = new Map(known.map(({ id, label }) => [fold(label), id]));
  const unique = new Map(labels.map((label) => [fold(label), label]));
  return [...unique].map(([folded, label], position) => {
    const skillId = ids.get(folded);
    return { structureId, position, ...(skillId ? { skillId } : { ownLabel: label }) };
  });
}
