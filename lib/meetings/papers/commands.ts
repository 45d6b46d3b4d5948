import "server-only";
import { recordAct } from "#lib/platform/audit";
import { db, type Tx } from "#lib/platform/db";
import { Refusal } from "#lib/platform/errors";
import { fileKindOf } from "#lib/platform/file-kinds";
import { newKey, type Storage, storage } from "#lib/platform/storage";
import { permitted } from "#lib/policy/ability";
import { type Actor, personIdOf } from "#lib/policy/actor";
import { notYourMeeting } from "../schedule/queries.ts";
import { MOST_BYTES } from "./schema.ts";

const MOST_PAPERS = 20;
const FOLDER = "papers";

export interface NewPaper {
  meetingId: string;
  agendaItemId?: string | undefined;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Attaches a document to a meeting that `actor` runs, or to an item of its agenda; gives the meeting's slug.
 *
 * @throws Refusal `forbidden`, `wrong_paper`, `too_many_papers`, on `paper`
 */
export async function addPaper(
  actor: Actor,
  { meetingId, agendaItemId, name, bytes }: NewPaper,
  now: Date,
  files: Storage = storage(),
): Promise<string> {
  await mustRun(db(), actor, { id: meetingId }, now);
  const kind = fileKindOf(bytes);
  if (!kind || bytes.length > MOST_BYTES) {
    throw new Refusal(
      "wrong_paper",
      "Envoyez un PDF, une image PNG ou JPEG, ou un document bureautique sans macro, de 5\u00a0Mo au plus.",
      "paper",
    );
  }
  const key = newKey(FOLDER, kind.ending);
  await files.put(key, bytes, kind.mediaType);
  try {
    return await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM meeting WHERE id = ${meetingId}::uuid FOR UPDATE`;
      const { slug, eventId } = await mustRun(tx, actor, { id: meetingId }, now);
      if ((await tx.meetingPaper.count({ where: { meetingId } })) >= MOST_PAPERS) {
        throw new Refusal("too_many_papers", `${MOST_PAPERS} documents au plus par réunion.`, "paper");
      }
      const item = agendaItemId
        ? await tx.agendaItem.findFirst({ where: { id: agendaItemId, meetingId }, select: { id: true } })
        : null;
      await tx.meetingPaper.create({
        data: {
          meetingId,
          agendaItemId: item?.id ?? null,
          name: cleanName(name, kind.ending),
          mediaType: kind.mediaType,
          bytes: bytes.length,
          key,
          addedById: personIdOf(actor),
          addedAt: now,
        },
        select: { id: true },
      });
      await recordAct(tx, actor, { action: "add-paper", subject: { kind: "Event", id: eventId } });
      return slug;
    });
  } catch (error) {
    await files.remove(key);
    throw error;
  }
}

/** Takes a document away for good; gives the meeting's slug. @throws Refusal `forbidden` */
export async function removePaper(
  actor: Actor,
  { paperId }: { paperId: string },
  now: Date,
  files: Storage = storage(),
): Promise<string> {
  const { slug, key } = await db().$transaction(async (tx) => {
    const { slug: event, eventId } = await mustRun(tx, actor, { papers: { some: { id: paperId } } }, now);
    const removed = await tx.meetingPaper.delete({ where: { id: paperId }, select: { key: true } });
    await recordAct(tx, actor, { action: "remove-paper", subject: { kind: "Event", id: eventId } });
    return { slug: event, key: removed.key };
  });
  await files.remove(key);
  return slug;
}

async function mustRun(
  tx: Pick<Tx, "meeting">,
  actor: Actor,
  which: { id: string } | { papers: { some: { id: string } } },
  now: Date,
) {
  const meeting = await tx.meeting.findFirst({
    where: { AND: [which, { event: permitted(actor, "schedule", "Event", now) }] },
    select: { event: { select: { id: true, slug: true } } },
  });
  if (!meeting) throw notYourMeeting(actor, now);
  return { slug: meeting.event.slug, eventId: meeting.event.id };
}

/** The name as people see it: one line, no path, the ending that its bytes say. */
function cleanName(name: string, ending: string): string {
  const bare = name
    .normalize("NFC")
    .replace(/^.*[/\\]/, "")
    .replace(/[\p{Cc}\p{Cf}/\\]/gu, " ")
    .replace(/\.[a-z0-9]{1,5}$/i, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100);
  return `${bare || "document"}.${ending}`;
}
