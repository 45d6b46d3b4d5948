import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";
import { expect, lastMail, signIn, test } from "../fixtures.ts";

test.skip(({ isMobile }) => isMobile, "once is enough");

const LEAD = "responsable@demo.example";
const KEEPER = "salles@cci.example";

function told(text: string) {
  const calendar = ICAL.Component.fromString(text);
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(zone);
  const [component] = calendar
    .getAllSubcomponents("vevent")
    .filter((event) => String(event.getFirstPropertyValue("summary")).includes("déménage"));
  if (!component) throw new Error("no such event");
  const event = new ICAL.Event(component);
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    status: String(component.getFirstPropertyValue("status")),
    uid: event.uid,
    sequence: event.sequence,
    startsAt: event.startDate.toJSDate().toISOString(),
  };
}

function invitationOf(mail: ParsedMail) {
  const part = mail.attachments.find(({ contentType }) => contentType.startsWith("text/calendar"));
  return told(part?.content.toString() ?? "");
}

test("a meeting moves across the summer change and is cancelled: mail, feeds and the keeper follow", async ({
  page,
  request,
}) => {
  await page.goto("/espace/reunions");
  await signIn(page, LEAD);
  await page.getByRole("button", { name: /adresse d’agenda|Changer l’adresse/ }).click();
  const address = new URL(
    (await page.getByRole("link", { name: /\/calendrier\// }).getAttribute("href")) ?? "",
    page.url(),
  ).pathname;

  await page.goto("/espace/commissions/infrastructures-reseaux/reunions/nouvelle");
  await page.getByLabel("Titre").fill("Réunion qui déménage");
  await page.getByLabel("Date", { exact: true }).fill("2039-03-25");
  await page.getByLabel("Début").fill("18:30");
  await page.getByLabel("Fin").fill("20:00");
  const room = (await page.getByRole("option", { name: "Salle de démonstration B" }).first().textContent()) ?? "";
  await page.getByLabel("Salle prêtée au club").selectOption({ label: room });
  await page.getByRole("button", { name: "Convoquer la réunion" }).click();
  await expect(page.getByText("La réunion est convoquée")).toBeVisible();
  const first = invitationOf(await lastMail(LEAD, /^Invitation.*déménage/));
  expect(first).toMatchObject({ method: "REQUEST", sequence: 0, startsAt: "2039-03-25T17:30:00.000Z" });

  // Other words, same date and room: calendars follow, nobody is asked again, the keeper hears nothing.
  await page.getByLabel("Quelques mots").fill("Apportez vos plans.");
  await page.getByLabel("En présence et à distance").check();
  await page.getByRole("button", { name: "Changer et prévenir tout le monde" }).click();
  await expect(page.getByLabel("Adresse de la visioconférence")).toHaveAccessibleDescription(/a besoin de l’adresse/);
  await expect(page.getByLabel("Quelques mots")).toHaveValue("Apportez vos plans.");
  await page.getByLabel("Adresse de la visioconférence").fill("https://visio.example/demenage");
  await page.getByRole("button", { name: "Changer et prévenir tout le monde" }).click();
  await expect(page.getByText("Le changement est annoncé")).toBeVisible();
  const said = await lastMail(LEAD, /^Changement.*déménage/);
  expect(said.text).toContain("Apportez vos plans.");
  expect(invitationOf(said)).toMatchObject({
    method: "REQUEST",
    uid: first.uid,
    sequence: 1,
    startsAt: first.startsAt,
  });

  await page.getByLabel("Date", { exact: true }).fill("2039-04-01");
  await page.getByRole("button", { name: "Changer et prévenir tout le monde" }).click();
  await expect(page.getByText("Le changement est annoncé")).toBeVisible();
  await expect.poll(async () => invitationOf(await lastMail(LEAD, /^Changement.*déménage/)).sequence).toBe(2);
  const moved = invitationOf(await lastMail(LEAD, /^Changement.*déménage/));
  expect(moved).toMatchObject({ method: "REQUEST", uid: first.uid, sequence: 2, startsAt: "2039-04-01T16:30:00.000Z" });
  await lastMail(KEEPER, /^Salle libérée.*25\s+mars/);
  await lastMail(KEEPER, /^Salle demandée.*1er\s+avril/);
  for (const path of [address, "/commissions/infrastructures-reseaux.ics"]) {
    expect(told(await (await request.get(path)).text()), path).toMatchObject({
      uid: first.uid,
      sequence: 2,
      startsAt: moved.startsAt,
    });
  }

  await page.getByRole("button", { name: "Annuler la réunion" }).click();
  await expect(page.getByLabel("Pourquoi")).toHaveAccessibleDescription(/les personnes invitées le liront/);
  await page.getByLabel("Pourquoi").fill("La neige");
  await page.getByRole("button", { name: "Annuler la réunion" }).click();
  await expect(page.getByText("La réunion est annulée")).toBeVisible();
  const cancelled = invitationOf(await lastMail(LEAD, /^Annulation.*déménage/));
  expect(cancelled).toMatchObject({ method: "CANCEL", status: "CANCELLED", uid: first.uid, sequence: 3 });
  await lastMail(KEEPER, /^Salle libérée.*1er\s+avril/);
  for (const path of [address, "/commissions/infrastructures-reseaux.ics"]) {
    const answer = await request.get(path);
    expect(told(await answer.text()), path).toMatchObject({ uid: first.uid, sequence: 3, status: "CANCELLED" });
    const again = await request.get(path, { headers: { "if-none-match": answer.headers().etag ?? "" } });
    expect(again.status(), path).toBe(304);
  }

  await page.goto("/espace/reunions");
  await page.getByRole("button", { name: "Supprimer l’adresse" }).click();
  await expect(page.getByText("n’existe plus")).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});
