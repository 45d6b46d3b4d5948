import pg from "pg";
import { PgBoss } from "pg-boss";
import { deliverDueMail, mailServer } from "../lib/mail/delivery.ts";
import { ZONE } from "../lib/platform/dates.ts";
import { db } from "../lib/platform/db.ts";
import { log } from "../lib/platform/log.ts";
import { inUtc } from "../lib/platform/utc.ts";
import { JOBS } from "./jobs/table.ts";

/** The process of the background jobs: one beside each web server, started and stopped with it. */
const url = process.env.DATABASE_URL ?? "";
if (!url) throw new Error("DATABASE_URL is not set: start the portal through npm start");
const mail = mailServer(process.env.SMTP_URL, process.env.MAIL_FROM);

// Its tables belong to the migrations' role: this one may not make any.
const boss = new PgBoss({ connectionString: inUtc(url), migrate: false, createSchema: false, max: 4 });
boss.on("error", (error) => log.warn({ reason: error.message }, "jobs: the queue complains"));
await boss.start();
for (const { name, cron, run } of JOBS) {
  await boss.createQueue(name, { policy: "stately", retryLimit: 3, retryBackoff: true, expireInSeconds: 600 });
  await boss.schedule(name, cron, null, { tz: ZONE });
  await boss.work(name, async () => {
    await run({ now: new Date(), mail });
    log.debug({ name }, "job done");
  });
}
const stopListening = await deliverWhenTold();
log.info({ jobs: JOBS.length }, "jobs are waiting");

for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.once(event, () => void stop());

async function stop(): Promise<void> {
  setTimeout(() => process.exit(0), 8_000).unref();
  await stopListening();
  await boss.stop({ graceful: true, timeout: 5_000 });
  mail?.transport.close();
  await db().$disconnect();
  process.exit(0);
}

/** Sends as soon as a message is committed; the minute's job does when this connection is lost. */
async function deliverWhenTold(): Promise<() => Promise<void>> {
  let underway: Promise<unknown> | undefined;
  let isAsked = false;
  const deliver = () => {
    isAsked = true;
    underway ??= (async () => {
      while (isAsked) {
        isAsked = false;
        await deliverDueMail(mail, () => new Date());
      }
    })()
      .catch((error: unknown) => log.warn({ reason: String(error) }, "jobs: mail waits"))
      .finally(() => {
        underway = undefined;
      });
  };
  const client = new pg.Client({ connectionString: inUtc(url), keepAlive: true });
  client.on("notification", deliver);
  // Without its ear this process would only send every minute: another one takes its place.
  client.on("error", () => process.exit(1));
  await client.connect();
  await client.query("LISTEN mail");
  deliver();
  return async () => {
    client.removeAllListeners("error");
    await client.end();
    await underway;
  };
}
