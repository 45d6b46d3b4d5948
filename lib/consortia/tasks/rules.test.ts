import { expect, test } from "vitest";
import { dueDay, planOf, reminderStage } from "./rules.ts";

const planned = (daysBefore: number, deadline: string, openedOn = "2026-11-01") =>
  dueDay({ daysBefore, dueOn: null }, { deadline, openedOn });

test("a task is due on a working day, weekends and public holidays left out", () => {
  expect(planned(1, "2026-12-16")).toBe("2026-12-15");
  // Saturday 12, Sunday 13: the Friday before.
  expect(planned(3, "2026-12-15")).toBe("2026-12-11");
  // Christmas, a Friday.
  expect(planned(3, "2026-12-28")).toBe("2026-12-24");
});

test("what should have begun before the consortium begins with it, and never after the deadline", () => {
  expect(planned(21, "2026-12-16", "2026-12-10")).toBe("2026-12-10");
  expect(planned(21, "2026-12-16", "2026-12-20")).toBe("2026-12-16");
});

test("a day fixed by hand stays", () => {
  expect(dueDay({ daysBefore: null, dueOn: "2026-12-13" }, { deadline: "2026-12-16", openedOn: "2026-11-01" })).toBe(
    "2026-12-13",
  );
});

test("each procedure has its own plan; a member has its own part of it", () => {
  const titles = (procedure: Parameters<typeof planOf>[0], isLead: boolean) =>
    planOf(procedure, { isLead }).map(({ title }) => title);
  expect(titles("open", true).some((title) => title.startsWith("DUME"))).toBe(true);
  expect(titles("adapted", true).some((title) => title.startsWith("DUME"))).toBe(false);
  expect(titles("restricted", true).some((title) => /Prix|Mémoire/.test(title))).toBe(false);
  expect(titles("adapted", false).every((title) => titles("adapted", true).includes(title))).toBe(true);
  expect(titles("adapted", false)).toHaveLength(4);
});

test("a reminder leaves two days ahead, then when it is late", () => {
  expect(reminderStage("2026-12-16", "2026-12-13")).toBeNull();
  expect(reminderStage("2026-12-16", "2026-12-14")).toBe("soon");
  expect(reminderStage("2026-12-16", "2026-12-16")).toBe("soon");
  expect(reminderStage("2026-12-16", "2026-12-17")).toBe("late");
});
