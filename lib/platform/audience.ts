import type { IncomingMessage, ServerResponse } from "node:http";
import pg from "pg";
import { dayOf } from "./dates.ts";
import { SESSION_COOKIE } from "./session-cookie.ts";
import { inUtc } from "./utc.ts";

/** How long counts wait before they are written, all in one statement. */
const FLUSH_MS = 30_000;
/** Beyond it, what is not counted yet is not counted: a flood of addresses costs no memory. */
const MOST_WAITING = 10_000;

/** Programs that say so. Those that do not are counted: the figures are an order of size, not a proof. */
const PROGRAM =
  /bot|crawl|spider|slurp|preview|monitor|scan|check|fetch|curl|wget|python|java|go-http|headless|lighthouse/i;

/**
 * Counts how often a member's page is read, its card taken, its site visited: a number per structure,
 * day and kind, and nothing of who. Signed-in people (the member's own among them) and programs are
 * left out. Runs in the web server, in front of the page cache, which is where every reading passes.
 */
export class Audience {
  private readonly waiting = new Map<string, number>();
  private readonly pool: pg.Pool;
  private readonly timer: NodeJS.Timeout;

  constructor({ databaseUrl, onError }: { databaseUrl: string; onError: (error: unknown) => void }) {
    this.pool = new pg.Pool({ connectionString: inUtc(databaseUrl), max: 1, allowExitOnIdle: true });
    this.pool.on("error", onError);
    this.timer = setInterval(() => void this.flush().catch(onError), FLUSH_MS);
    this.timer.unref();
  }

  /** Looks at a request; counts it once it was well answered. */
  note(request: IncomingMessage, response: ServerResponse): void {
    const asked = audienceOf(request);
    if (!asked) return;
    response.once("finish", () => {
      if (!ANSWERS[asked.kind].includes(response.statusCode)) return;
      const key = `${dayOf(new Date())} ${asked.kind} ${asked.slug}`;
      if (this.waiting.size < MOST_WAITING || this.waiting.has(key)) this.add(key, 1);
    });
  }

  /** Writes what waits; keeps it when the database does not answer. */
  async flush(): Promise<void> {
    const counted = [...this.waiting];
    if (counted.length === 0) return;
    this.waiting.clear();
    const rows = counted.map(([key, count]) => {
      const [day, kind, slug] = key.split(" ");
      return { day, kind, slug, count };
    });
    try {
      await this.pool.query(ADD, [JSON.stringify(rows)]);
    } catch (error) {
      for (const [key, count] of counted) this.add(key, count);
      throw error;
    }
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.flush().catch(() => undefined);
    await this.pool.end();
  }

  private add(key: string, count: number): void {
    this.waiting.set(key, (this.waiting.get(key) ?? 0) + count);
  }
}

// In order, so that two instances that write the same rows wait for each other instead of deadlocking.
const ADD = `
  INSERT INTO audience_day AS a ("structureId", day, kind, count)
  SELECT s.id, r.day::date, r.kind::audience_kind, r.count
    FROM jsonb_to_recordset($1::jsonb) AS r(day text, kind text, slug text, count int)
    JOIN structure s ON s.slug = r.slug AND s.status = 'active'
   ORDER BY 1, 2, 3
  ON CONFLICT ("structureId", day, kind) DO UPDATE SET count = a.count + EXCLUDED.count`;

type Kind = "view" | "card" | "website";

/** What a good answer is: a page whole or unchanged, a file, a redirection to the site. */
const ANSWERS: Record<Kind, number[]> = { view: [200, 304], card: [200, 304], website: [307] };

const MEMBER = /^[/]annuaire[/]([a-z0-9-]{1,100})([.]vcf|[/]site)?(?:[?]|$)/;

/** Whose page, card or site a person asks for; null for anything else. */
export function audienceOf({
  method,
  url = "",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): { slug: string; kind: Kind } | null {
  const [, slug, ending] = MEMBER.exec(url) ?? [];
  if (!slug || method !== "GET") return null;
  const agent = headers["user-agent"] ?? "";
  if (agent === "" || PROGRAM.test(agent)) return null;
  if (headers["sec-purpose"] || headers.purpose || headers.rsc || headers["next-router-prefetch"]) return null;
  if (String(headers.cookie ?? "").includes(`${SESSION_COOKIE}`)) return null;
  return { slug, kind: ending === ".vcf" ? "card" : ending === "/site" ? "website" : "view" };
}
