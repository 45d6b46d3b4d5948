import { createDb } from "#lib/platform/db";
import { addReferenceData, lacksReferenceData } from "./reference.ts";

// Run at every start: one question tells that there is nothing to do.
const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set");
const db = createDb(url);
try {
  if (await lacksReferenceData(db)) {
    // All or nothing: a start that is killed here leaves a database as new as it found it.
    await db.$transaction(
      async (tx) => {
        const isNew = await addReferenceData(tx);
        if (!isNew || process.env.DEMO_LOAD !== "1") return;
        const { loadDemonstration } = await import("./demo/demonstration.ts");
        await loadDemonstration(tx, new Date());
      },
      { timeout: 60_000, maxWait: 60_000 },
    );
  }
} finally {
  await db.$disconnect();
}
