import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import { HUMAN_PACE } from "../lib/platform/human-form.ts";
import { DEMONSTRATION_PASSWORD } from "../prisma/seed/cast.ts";

/** A page on which nothing unexpected may be logged: an error in the console fails the journey. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(String(error)));
    await use(page);
    // What a journey asks for on purpose is logged by the browser itself, and so is a transition that it gave up.
    expect(
      errors.filter(
        (text) => !/status of (404|429)|ERR_INTERNET_DISCONNECTED|Transition was (aborted|skipped)/.test(text),
      ),
    ).toEqual([]);
  },
});

export { expect };

/** Signs in through the form, as the person would, and waits for the page that comes after. */
export async function signIn(page: Page, email: string, password = DEMONSTRATION_PASSWORD): Promise<void> {
  await trySignIn(page, email, password);
  await page.waitForURL(({ pathname }) => pathname !== "/connexion");
}

/** Sends the form, whatever comes of it. */
export async function trySignIn(page: Page, email: string, password = DEMONSTRATION_PASSWORD): Promise<void> {
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe").fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
}

/** Takes over a form that was just shown the time that a person would: the portal holds off what fills it faster. */
export async function asAHuman(page: Page): Promise<void> {
  await page.waitForTimeout(HUMAN_PACE);
}

/**
 * Makes a person of a journey's own, the way the operator does: an administrator of the portal, who has a
 * password and no second factor yet.
 */
export async function makePerson(): Promise<{ email: string; password: string }> {
  const email = `${randomUUID()}@journeys.example`;
  const said = await club("create-admin", email);
  const password = /Mot de passe provisoire\S*\s*:?\s*(\S+)\s*$/.exec(said)?.[1];
  if (!password) throw new Error(`no password in: ${said}`);
  return { email, password };
}

/** `npm run club -- <command>`, beside the portal of the journeys. */
async function club(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--conditions=react-server", "scripts/club.ts", ...args],
    { env: { ...process.env, DATA_DIR: process.env.E2E_DATA, DATABASE_URL: "" } },
  );
  return stdout;
}

/** No violation of WCAG 2.2 A and AA that a machine can see. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that is still coming has no title yet.
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

const opened = new Map<string, ParsedMail>();

/**
 * The last message to this address whose subject matches, as the SMTP server received it. Waits for it; the
 * first `after` messages to that address don't count.
 */
export async function lastMail(address: string, subject: RegExp, after = 0): Promise<ParsedMail> {
  let found: ParsedMail | undefined;
  await expect
    .poll(
      async () => {
        const mails = (await mailsTo(address)).slice(after);
        found = mails.filter((mail) => subject.test(mail.subject ?? "")).at(-1);
        return Boolean(found);
      },
      { message: `a message to ${address} about ${subject}`, timeout: 20_000 },
    )
    .toBe(true);
  if (!found) throw new Error("unreachable");
  return found;
}

/** Every message received for this address so far, in the order of arrival. */
export async function mailsTo(address: string): Promise<ParsedMail[]> {
  const folder = process.env.E2E_MAILBOX ?? "";
  const names = (await readdir(folder)).filter((name) => name.endsWith(".eml")).sort();
  for (const name of names) {
    if (!opened.has(name)) opened.set(name, await simpleParser(await readFile(join(folder, name))));
  }
  return names.flatMap((name) => {
    const mail = opened.get(name);
    const recipients = [mail?.to ?? []].flat().flatMap(({ value }) => value.map((one) => one.address));
    return mail && recipients.includes(address) ? [mail] : [];
  });
}

/** The path, on this site, of the link of a message that contains `part`. */
export function linkIn(mail: ParsedMail, part: string): string {
  const link = [...(mail.text ?? "").matchAll(/https?:[/][/]\S+/g)]
    .map(([url]) => url)
    .find((url) => url.includes(part));
  if (!link) throw new Error(`no link with ${part} in: ${mail.text}`);
  const { pathname, search } = new URL(link);
  return `${pathname}${search}`;
}
