import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ALERT } from "#lib/internships/alerts/rules";
import { db } from "#lib/platform/db";
import { signedToken } from "#lib/platform/tokens";
import { GET, POST } from "./[token]/route.ts";

test("one click of a mail reader (RFC 8058) ends an alert; opening its address changes nothing", async () => {
  const { id } = await db().internshipAlert.create({
    data: { email: `${randomUUID()}@students.example`, search: "", confirmedAt: new Date() },
    select: { id: true },
  });
  const token = signedToken(ALERT, id);
  const ask = (value: string, method: "GET" | "POST") =>
    (method === "GET" ? GET : POST)(new Request("https://club.example/", { method }), {
      params: Promise.resolve({ token: value }),
    });
  const kept = () => db().internshipAlert.count({ where: { id } });
  expect((await ask(token, "GET")).headers.get("location")).toContain(`/alertes/${token}`);
  expect((await ask(`${token}x`, "POST")).status).toBe(404);
  expect(await kept()).toBe(1);
  expect((await ask(token, "POST")).status).toBe(204);
  expect((await ask(token, "POST")).status).toBe(204);
  expect(await kept()).toBe(0);
});
