import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import http, { type IncomingMessage, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collectTags } from "../page-tags.ts";

/** Next shows metadata in the head to this agent, and to nobody else (next.config, htmlLimitedBots). */
const FILL_AGENT = "portal-fill";

const LONGEST_RENDER_MS = 15_000;

export interface Render {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
  tags: ReadonlySet<string>;
}

/**
 * Asks Next for a page through a private socket of this process, in a request that carries nothing of any visitor
 * but what `own` says: without it the answer can only depend on the address. `host` is configured, never received.
 */
export class Renderer {
  private readonly folder = mkdtempSync(join(tmpdir(), "tactic-"));
  private readonly socket = join(this.folder, "fill.sock");
  private readonly tagsOf = new Map<string, ReadonlySet<string>>();
  private readonly server: http.Server;
  private readonly host: string;

  constructor(handle: (request: IncomingMessage, response: http.ServerResponse) => Promise<void>, host: string) {
    this.host = host;
    const listener: RequestListener = (request, response) => {
      const id = String(request.headers["x-fill"]);
      void collectTags((tags) => {
        this.tagsOf.set(id, tags);
        return handle(request, response);
      }).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
    };
    this.server = http.createServer(listener);
  }

  /** Opens the socket, in a folder that only this user may enter (mkdtemp makes it 0700). */
  async open(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject).listen(this.socket, resolve);
    });
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** `own`: what a page for one person alone may depend on. Without it the answer is everybody's. */
  render(path: string, own: Record<string, string> = {}): Promise<Render> {
    const id = randomUUID();
    const headers = { ...own, host: this.host, accept: "*/*", "user-agent": FILL_AGENT, "x-fill": id };
    return new Promise<Render>((resolve, reject) => {
      const request = http.get(
        { socketPath: this.socket, path, headers, timeout: LONGEST_RENDER_MS, agent: false },
        (response) => {
          const chunks: Buffer[] = [];
          response
            .on("data", (chunk: Buffer) => chunks.push(chunk))
            .on("error", reject)
            .on("end", () => {
              const body = Buffer.concat(chunks).toString();
              resolve({
                status: response.statusCode ?? 502,
                headers: response.headers,
                body,
                tags: this.tagsOf.get(id) ?? new Set(),
              });
            });
        },
      );
      request
        .on("error", reject)
        .on("timeout", () => request.destroy(new Error(`the render of ${path.split("?")[0]} took too long`)));
    }).finally(() => this.tagsOf.delete(id));
  }
}
