import { mkdir, rename, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/**
 * A real SMTP server of the tests' own, on a free port of this machine: every message it accepts
 * becomes a file of `folder`, in the order of arrival.
 */
export async function startMailbox(folder: string): Promise<{ url: string; close: () => Promise<void> }> {
  await mkdir(folder, { recursive: true });
  let arrived = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      arrived += 1;
      const name = String(arrived).padStart(6, "0");
      // Whole at once: whoever reads the folder never sees half a message.
      text(stream)
        .then(async (message) => {
          await writeFile(join(folder, `${name}.part`), message);
          await rename(join(folder, `${name}.part`), join(folder, `${name}.eml`));
        })
        .then(() => done(), done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
