import { expect, test } from "vitest";
import { fromParis } from "#lib/platform/dates";
import { countdownOf } from "./rules.ts";

const now = fromParis("2026-11-24", "10:00");
const words = (day: string, time: string) => countdownOf(fromParis(day, time), now).sentence.replaceAll("\u00a0", " ");

test("a deadline is counted down in days of the wall, then in hours, then in minutes", () => {
  expect(words("2026-12-20", "12:00")).toBe("il reste 26 jours");
  expect(words("2026-11-28", "16:30")).toBe("samedi à 16 h 30, dans 4 jours");
  expect(words("2026-11-25", "08:00")).toBe("demain à 8 h");
  expect(words("2026-11-24", "12:00")).toBe("aujourd’hui à 12 h, dans 2 heures");
  expect(words("2026-11-24", "10:20")).toBe("aujourd’hui à 10 h 20, dans 20 minutes");
  expect(words("2026-11-24", "09:59")).toBe("l’échéance est passée aujourd’hui");
  expect(words("2026-11-20", "12:00")).toBe("l’échéance est passée depuis 4 jours");
});

test("a deadline is urgent in its last week, and over at its very minute", () => {
  expect(countdownOf(fromParis("2026-12-02", "12:00"), now)).toMatchObject({
    state: "open",
    value: 8,
    words: "jours pour répondre",
  });
  expect(countdownOf(fromParis("2026-12-01", "12:00"), now).state).toBe("urgent");
  expect(countdownOf(now, now).state).toBe("over");
});
