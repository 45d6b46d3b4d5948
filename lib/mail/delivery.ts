import "server-only";
import nodemailer, { type SentMessageInfo, type Transporter } from "nodemailer";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { isOwnFault, nextAttempt } from "./rules.ts";

/** A process that dies while sending leaves its messages to others after this long. */
const CLAIM_MS = 5 * 60_000;
const BATCH = 20;

export interface MailServer {
  transport: Transporter<SentMessageInfo>;
  /** `MAIL_FROM`. */
  from: string;
}

/** The mail server of `SMTP_URL`; null when none is configured. Connections are kept open between messages. */
export function mailServer(url: string | undefined, from: string | undefined): MailServer | null {
  if (!url || !from) return null;
  const pooled = new URL(url);
  pooled.searchParams.set("pool", "true");
  return { transport: nodemailer.createTransport(pooled.href), from };
}

/**
 * Sends what is due, oldest first, until nothing is; gives how many left. Several processes share the
 * work: each claims its own messages. A process killed between the server's "yes" and its own note
 * sends again, under the same Message-ID, which mail readers show once.
 */
export async function deliverDueMail(server: MailServer | null, now: () => Date): Promise<number> {
  let sent = 0;
  for (;;) {
    const claimed = await claim(now());
    if (claimed.length === 0) return sent;
    for (const mail of claimed) if (await deliver(server, mail, now)) sent += 1;
  }
}

const SENT_COLUMNS = {
  id: true,
  toAddress: true,
  toName: true,
  subject: true,
  text: true,
  html: true,
  isSecret: true,
  calendar: true,
  unsubscribeUrl: true,
  attempts: true,
  attachments: { select: { filename: true, type: true, content: true } },
} as const;

async function claim(now: Date) {
  const until = new Date(now.getTime() + CLAIM_MS);
  const rows = await db().$queryRaw<{ id: string }[]>`
    UPDATE mail SET attempts = attempts + 1, "nextAttemptAt" = ${until}
     WHERE id IN (SELECT id FROM mail WHERE state = 'queued' AND "nextAttemptAt" <= ${now}
                   ORDER BY "nextAttemptAt", id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  if (rows.length === 0) return [];
  return db().mail.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: SENT_COLUMNS,
    orderBy: { id: "asc" },
  });
}

type Claimed = Awaited<ReturnType<typeof claim>>[number];

async function deliver(server: MailServer | null, mail: Claimed, now: () => Date): Promise<boolean> {
  if (!server) {
    await db().mail.update({ where: { id: mail.id }, data: { state: "kept" }, select: { id: true } });
    return false;
  }
  try {
    await server.transport.sendMail(asMime(mail, server.from));
  } catch (error) {
    const { reason, responseCode } = failureOf(error);
    if (isOwnFault(responseCode)) log.error({ reason }, "the mail server refuses the name or password of SMTP_URL");
    const next = nextAttempt(mail.attempts, responseCode, now());
    await db().mail.update({
      where: { id: mail.id },
      data: next ? { nextAttemptAt: next, lastError: reason } : { state: "dead", lastError: reason },
      select: { id: true },
    });
    return false;
  }
  const body = mail.isSecret ? { text: "", html: "" } : {};
  await db().mail.update({
    where: { id: mail.id },
    data: { state: "sent", sentAt: now(), lastError: null, ...body },
    select: { id: true },
  });
  return true;
}

function asMime(mail: Claimed, from: string) {
  const domain = from.replace(/^.*@/, "").replace(/[^\w.-]/g, "");
  const method = /^METHOD:(\w+)/m.exec(mail.calendar ?? "")?.[1];
  return {
    from,
    to: mail.toName ? { name: mail.toName, address: mail.toAddress } : mail.toAddress,
    messageId: `<${mail.id}@${domain}>`,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      // No answer from a machine to a machine (RFC 3834).
      "Auto-Submitted": "auto-generated",
      ...(mail.unsubscribeUrl
        ? {
            "List-Unsubscribe": `<${mail.unsubscribeUrl}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }
        : {}),
    },
    ...(mail.calendar
      ? { icalEvent: { method: method ?? "PUBLISH", filename: "invitation.ics", content: mail.calendar } }
      : {}),
    attachments: mail.attachments.map(({ filename, type, content }) => ({
      filename,
      contentType: type,
      content: Buffer.from(content),
    })),
  };
}

/** What the mail server said, without the address or the message. */
function failureOf(error: unknown): { reason: string; responseCode: number | undefined } {
  const { code, responseCode } = Object(error) as { code?: unknown; responseCode?: unknown };
  const reply = typeof responseCode === "number" ? responseCode : undefined;
  return { reason: [code, reply].filter(Boolean).join(" ") || "unknown", responseCode: reply };
}
