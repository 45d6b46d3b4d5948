import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { OperatorError } from "./process.ts";

/**
 * Waits until a portal that was just started says that it is ready to answer.
 *
 * @throws OperatorError when it stopped, or did not answer within two minutes
 */
export async function untilReady(portal: ChildProcess, url: string): Promise<void> {
  const isReady = () =>
    fetch(`${url}/api/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (portal.exitCode !== null) throw new OperatorError("Le portail s’est arrêté");
    if (await isReady()) return;
    await wait(200);
  }
  throw new OperatorError(`${url} ne répond pas après deux minutes`);
}
