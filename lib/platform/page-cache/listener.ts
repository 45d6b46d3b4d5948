import pg from "pg";
import { inUtc } from "../utc.ts";
import type { PageStore } from "./store.ts";

/** How an operator finds the connection in pg_stat_activity. */
export const LISTENER = "tactic page cache";

const RETRY_MS = 500;
/** A network that dies silently delivers nothing and says nothing: only a question finds out. */
const KEEP_ALIVE_MS = 5_000;
const ANSWER_WITHIN_MS = 3_000;

interface Listening {
  /** Settles when the first attempt succeeded or failed; it never rejects. */
  tried: Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Tells `store` what PostgreSQL announces on the channel `page_cache` (a table's name, at COMMIT;
 * nothing: everything), and stops it from keeping anything whenever it cannot hear.
 */
export function listenForChanges(
  store: PageStore,
  databaseUrl: string,
  onTrouble: (error: unknown) => void,
): Listening {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  const connect = async (): Promise<void> => {
    const current = new pg.Client({
      connectionString: inUtc(databaseUrl),
      application_name: LISTENER,
      connectionTimeoutMillis: ANSWER_WITHIN_MS,
      query_timeout: ANSWER_WITHIN_MS,
    });
    client = current;
    let isLost = false;
    const lose = (error: unknown) => {
      if (isLost) return;
      isLost = true;
      store.stopListening();
      clearTimeout(timer);
      current.end().catch(() => undefined);
      if (isOver) return;
      onTrouble(error);
      timer = setTimeout(() => void connect(), RETRY_MS);
      timer.unref();
    };
    const ask = () => {
      timer = setTimeout(() => {
        current.query("SELECT 1").then(ask, lose);
      }, KEEP_ALIVE_MS);
      timer.unref();
    };
    current.on("error", lose).on("end", () => lose(new Error("the connection ended")));
    current.on("notification", ({ payload }) => (payload ? store.drop([payload]) : store.flush()));
    try {
      await current.connect();
      await current.query("LISTEN page_cache");
      store.startListening();
      ask();
    } catch (error) {
      lose(error);
    }
  };

  const stop = async () => {
    isOver = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
  return { tried: connect(), stop };
}
