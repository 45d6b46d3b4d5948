import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { startMailbox } from "../../scripts/mailbox.ts";
import { deliverDueMail, type MailServer, mailServer } from "./delivery.ts";
import { type OutgoingMail, queueMail } from "./outbox.ts";

const FROM = "TacTic <portail@tactic.example>";
const folder = mkdtempSync(join(tmpdir(), "mail-"));
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let server: MailServer;

beforeAll(async () => {
  mailbox = await startMailbox(folder);
  server = connect(mailbox.url);
  // What the demonstration left waiting is not these tests' own.
  await db().mail.deleteMany();
});
afterAll(async () => {
  server.transport.close();
  await mailbox.close();
  rmSync(folder, { recursive: true });
});

describe("a message of the outbox", () => {
  test("reaches its address with both bodies, and is noted as sent", async () => {
    const address = await queue({});
    expect(await deliverDueMail(server, () => new Date())).toBe(1);
    const [received] = await receivedBy(address);
    expect(received?.subject).toBe("Une réunion à Nœux-les-Mines");
    expect(received?.text).toContain("Bonjour Nadia,");
    expect(received?.html).toContain("http://portal.example/agenda");
    expect(received?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(await stateOf(address)).toMatchObject({ state: "sent", attempts: 1, lastError: null });
  });

  test("leaves only with the transaction it was written in", async () => {
    const address = `${randomUUID()}@members.example`;
    const undone = db().$transaction(async (tx) => {
      await queueMail(tx, mailTo(address));
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await deliverDueMail(server, () => new Date())).toBe(0);
    expect(await receivedBy(address)).toEqual([]);
  });

  test("is sent once by two processes at work together", async () => {
    const addresses = await Promise.all(Array.from({ length: 50 }, () => queue({})));
    const sent = await Promise.all([
      deliverDueMail(server, () => new Date()),
      deliverDueMail(server, () => new Date()),
      deliverDueMail(server, () => new Date()),
    ]);
    expect(sent.reduce((sum, one) => sum + one)).toBe(50);
    for (const address of addresses) expect(await receivedBy(address)).toHaveLength(1);
  });

  test("loses its body once sent when it holds a secret", async () => {
    const address = await queue({ isSecret: true });
    await deliverDueMail(server, () => new Date());
    expect((await receivedBy(address))[0]?.text).toContain("Bonjour Nadia,");
    expect(await stateOf(address)).toMatchObject({ state: "sent", text: "", html: "" });
  });

  test("carries its invitation, its attachments and its way out", async () => {
    const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
    const content = new TextEncoder().encode("reçu");
    const address = await queue({
      calendar,
      attachments: [{ filename: "reçu.txt", type: "text/plain", content }],
      unsubscribeUrl: "http://portal.example/desinscription/abc",
    });
    await deliverDueMail(server, () => new Date());
    const [received] = await receivedBy(address);
    expect(received?.headerLines.map(({ line }) => line).join("\n")).toMatch(
      /List-Unsubscribe: <http:[/][/]portal\.example[/]desinscription[/]abc>[\s\S]*List-Unsubscribe-Post: List-Unsubscribe=One-Click/,
    );
    const attached = received?.attachments.map(({ filename, content: bytes }) => [filename, bytes.toString()]);
    expect(attached).toContainEqual(["reçu.txt", "reçu"]);
    expect(raw(address)).toMatch(/content-type: text\/calendar;[^\n]*(\n\s[^\n]*)*method=REQUEST/i);
  });

  test("cannot gain a header from what somebody typed", async () => {
    const address = await queue({ subject: "Bonjour\r\nBcc: victim@elsewhere.example" });
    await deliverDueMail(server, () => new Date());
    expect((await receivedBy(address))[0]?.subject).toBe("Bonjour Bcc: victim@elsewhere.example");
    expect(await receivedBy("victim@elsewhere.example")).toEqual([]);
  });
});

describe("a message that the server refuses", () => {
  test("is tried again later when the refusal is temporary, and goes through", async () => {
    const address = await queue({});
    const busy = await refusing(451);
    const begun = new Date();
    expect(await deliverDueMail(busy.server, () => begun)).toBe(0);
    expect(await stateOf(address)).toMatchObject({ state: "queued", attempts: 1, lastError: "EENVELOPE 451" });
    expect(await deliverDueMail(server, () => begun)).toBe(0);
    const later = new Date(begun.getTime() + 61_000);
    expect(await deliverDueMail(server, () => later)).toBe(1);
    await busy.close();
  });

  test("waits for a person when the refusal is final", async () => {
    const address = await queue({});
    const closed = await refusing(550);
    await deliverDueMail(closed.server, () => new Date());
    expect(await stateOf(address)).toMatchObject({ state: "dead", lastError: "EENVELOPE 550" });
    await closed.close();
  });

  test.each([
    ["the portal's own password", "smtp://portail:wrong@", "EAUTH 535"],
    ["a portal that gives no name", "smtp://", "EENVELOPE 530"],
  ])("is tried again when what is refused is %s, and the operator is told", async (_what, scheme, reply) => {
    const address = await queue({});
    const strict = await listening(
      {
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) => done(Object.assign(new Error("no"), { responseCode: 535 })),
      },
      scheme,
    );
    const logged = vi.spyOn(log, "error");
    const begun = new Date();
    expect(await deliverDueMail(strict.server, () => begun)).toBe(0);
    expect(await stateOf(address)).toMatchObject({ state: "queued", attempts: 1, lastError: reply });
    expect(logged).toHaveBeenCalledExactlyOnceWith({ reason: reply }, expect.stringContaining("SMTP_URL"));
    logged.mockRestore();
    expect(await deliverDueMail(server, () => new Date(begun.getTime() + 61_000))).toBe(1);
    await strict.close();
  });

  test("is given up after its last attempt, a day and a half later", async () => {
    const address = await queue({});
    const busy = await refusing(451);
    let now = Date.now();
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await deliverDueMail(busy.server, () => new Date(now));
      now += 25 * 3_600_000;
    }
    expect(await stateOf(address)).toMatchObject({ state: "dead", attempts: 8 });
    await busy.close();
  });
});

test("without a mail server, messages are kept to be read", async () => {
  const address = await queue({ isSecret: true });
  expect(await deliverDueMail(null, () => new Date())).toBe(0);
  const { state, text } = await stateOf(address);
  expect(state).toBe("kept");
  expect(text).toContain("Bonjour Nadia,");
});

function mailTo(address: string, { subject = "Une réunion à Nœux-les-Mines", ...rest }: Given = {}): OutgoingMail {
  return {
    kind: "test",
    to: { address, name: "Nadia Benali" },
    message: {
      subject,
      greeting: "Bonjour Nadia",
      blocks: [{ text: "Nous nous retrouvons <bientôt>." }, { action: { label: "Voir l’agenda", path: "/agenda" } }],
      why: "Vous recevez ce message parce que vous êtes de la commission.",
    },
    ...rest,
  };
}

type Given = { subject?: string } & Partial<OutgoingMail>;

async function queue(given: Given): Promise<string> {
  const address = `${randomUUID()}@members.example`;
  await db().$transaction((tx) => queueMail(tx, mailTo(address, given)));
  return address;
}

function stateOf(address: string) {
  return db().mail.findFirstOrThrow({ where: { toAddress: address } });
}

function connect(url: string): MailServer {
  const found = mailServer(url, FROM);
  if (!found) throw new Error("no mail server");
  return found;
}

function files(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".eml"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

function raw(address: string): string {
  return files().find((message) => message.includes(address)) ?? "";
}

async function receivedBy(address: string) {
  const messages = await Promise.all(files().map((message) => simpleParser(message)));
  return messages.filter(({ to }) => [to ?? []].flat().some(({ text }) => text.includes(address)));
}

/** A mail server that answers every recipient with this reply. */
function refusing(responseCode: number) {
  return listening({
    authOptional: true,
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error("not now"), { responseCode })),
  });
}

/** A mail server of this behaviour, and how the portal reaches it. */
async function listening(options: SMTPServerOptions, scheme = "smtp://") {
  const smtp = new SMTPServer({ disabledCommands: ["STARTTLS"], ...options });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const refuser = connect(`${scheme}127.0.0.1:${port}`);
  return {
    server: refuser,
    close: async () => {
      refuser.transport.close();
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}
