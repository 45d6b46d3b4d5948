import "server-only";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import type { Actor } from "#lib/policy/actor";
import { enter, tellMembers } from "../workspace.ts";
import type { DecisionInput, MessageInput } from "./schema.ts";

/** Says something to the members; their people are told. @throws Refusal `forbidden`, `not_found` */
export async function writeMessage(actor: Actor, { id, body }: MessageInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { person, structureName, consortium } = await enter(tx, actor, "update", id, now);
    const message = await tx.consortiumMessage.create({
      data: { consortiumId: id, personId: person.personId, structureName, body, writtenAt: now },
      select: { id: true },
    });
    const title = `${structureName} vous écrit au sujet de «\u202f${consortium.tender.subject}\u202f».`;
    const told = { consortiumId: id, fact: `message ${message.id}`, title, path: paths.consortiumTalk(id) };
    await tellMembers(tx, told, person, now);
  });
}

/** Writes a decision into the log, which nobody rewrites. @throws Refusal `forbidden`, `not_found` */
export async function recordDecision(actor: Actor, { id, text }: DecisionInput, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { person } = await enter(tx, actor, "update", id, now);
    const entry = await tx.consortiumEntry.create({
      data: { consortiumId: id, kind: "decision", text, personId: person.personId, at: now },
      select: { id: true },
    });
    const title = `Décision du groupement\u202f: ${text.slice(0, 200)}`;
    await tellMembers(
      tx,
      { consortiumId: id, fact: `entry ${entry.id}`, title, path: paths.consortiumTalk(id) },
      person,
      now,
    );
  });
}
