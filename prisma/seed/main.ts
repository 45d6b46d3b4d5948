import { createDb } from "#lib/platform/db";
import { loadReferenceData } from "./reference.ts";

// Run at every start: one question tells that there is nothing to do.
const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set");
const db = createDb(url);
try {
  const isNew = (await db.club.count()) === 0;
  if (isNew) await loadReferenceData(db);
  if (isNew && process.env.DEMO_LOAD === "1") {
    const { loadDemonstration } = await import("./demo/demonstration.ts");
    await loadDemonstration(db, new Date());
  }
} finally {
  await db.$disconnect();
}
