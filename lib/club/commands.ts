import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db } from "#lib/platform/db";
import { authorize } from "#lib/policy/ability";
import type { Actor } from "#lib/policy/actor";
import type { ClubInput } from "./schema.ts";

/**
 * Changes what the club says of itself; what is left empty is unknown again. The public pages follow
 * at once. Saying the same twice is noted once.
 *
 * @throws Refusal `forbidden`; the rules `club_rna_shape`, `club_siret_shape`
 */
export async function updateClub(actor: Actor, input: ClubInput, now: Date): Promise<void> {
  authorize(actor, "update", "Club", now);
  const { tagline, ...facts } = input;
  const data = {
    tagline,
    contactEmail: facts.contactEmail ?? null,
    contactPhone: facts.contactPhone ?? null,
    seat: facts.seat ?? null,
    rna: facts.rna ?? null,
    siret: facts.siret ?? null,
    publicationDirector: facts.publicationDirector ?? null,
    hostName: facts.hostName ?? null,
    hostAddress: facts.hostAddress ?? null,
    hostPhone: facts.hostPhone ?? null,
    statutesUrl: facts.statutesUrl ?? null,
  };
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM club WHERE id = 1 FOR UPDATE`;
    const before = await tx.club.findUniqueOrThrow({ where: { id: 1 } });
    const changed = (Object.keys(data) as (keyof typeof data)[]).filter((name) => before[name] !== data[name]);
    if (changed.length === 0) return;
    await tx.club.update({ where: { id: 1 }, data, select: { id: true } });
    await recordAct(tx, actor, { action: "update-club", subject: { kind: "Club" }, detail: { changed } });
  });
}
