import "server-only";
import type { Tx } from "#lib/platform/db";
import { type Message, renderMessage } from "./message.ts";

export interface OutgoingMail {
  /** What it announces, "sign-in-link": the log of who was told what is read by it. */
  kind: string;
  to: { address: string; name?: string; personId?: string };
  message: Message;
  /** What it is about, for that subject's own log. */
  about?: { kind: string; id: string };
  /** Holds a secret: its body is erased once sent. */
  isSecret?: boolean;
  /** A whole iCalendar object; its METHOD becomes the MIME part's. */
  calendar?: string;
  attachments?: { filename: string; type: string; content: Uint8Array<ArrayBuffer> }[];
  /** For what one may refuse to receive: an address that takes a POST and answers a person's GET (RFC 8058). */
  unsubscribeUrl?: string;
}

/**
 * Writes messages into the outbox, in the transaction of the fact they announce: they leave after
 * its commit, and not at all when it is rolled back. One statement however many they are.
 */
export async function queueMail(tx: Tx, ...mails: OutgoingMail[]): Promise<void> {
  const plain = mails.filter(({ attachments = [] }) => attachments.length === 0);
  if (plain.length > 0) await tx.mail.createMany({ data: plain.map(rowOf) });
  for (const mail of mails) {
    if (!mail.attachments?.length) continue;
    await tx.mail.create({ data: { ...rowOf(mail), attachments: { create: mail.attachments } }, select: { id: true } });
  }
}

function rowOf({ kind, to, message, about, isSecret = false, calendar, unsubscribeUrl }: OutgoingMail) {
  return {
    kind,
    toAddress: to.address,
    toName: to.name ?? null,
    personId: to.personId ?? null,
    subjectKind: about?.kind ?? null,
    subjectId: about?.id ?? null,
    ...renderMessage(message, unsubscribeUrl),
    isSecret,
    calendar: calendar ?? null,
    unsubscribeUrl: unsubscribeUrl ?? null,
  };
}
