import { dayOf } from "#lib/platform/dates";
import type { Tx } from "#lib/platform/db";
import { loadAgenda } from "./agenda.ts";
import { loadApplications } from "./applications.ts";
import { loadBoardDesk } from "./board-desk.ts";
import { loadCalls, loadPoll } from "./calls.ts";
import { loadClubLife } from "./club-life.ts";
import { loadConsortia } from "./consortia.ts";
import { loadDues } from "./dues.ts";
import { loadExpectations } from "./expectations.ts";
import { loadInternships } from "./internships.ts";
import { loadNews } from "./news.ts";
import { loadPeople } from "./people.ts";
import { loadProspects } from "./prospects.ts";
import { loadStructures } from "./structures.ts";
import { loadTenders } from "./tenders.ts";

/** Loads the demonstration, dates counted from `now`, into a new database that has the reference data. */
export async function loadDemonstration(tx: Tx, now: Date): Promise<void> {
  const today = dayOf(now);
  await loadStructures(tx, today);
  await loadPeople(tx, today);
  await loadAgenda(tx, today);
  await loadCalls(tx, today);
  await loadPoll(tx, today);
  await loadNews(tx, today);
  await loadInternships(tx, today);
  await loadExpectations(tx, today);
  await loadClubLife(tx, today);
  await loadTenders(tx, today);
  await loadConsortia(tx, today);
  await loadBoardDesk(tx, today);
  await loadProspects(tx, today);
  await loadApplications(tx, today);
  await loadDues(tx, today);
  await tx.club.update({ where: { id: 1 }, data: { isDemonstration: true } });
}
