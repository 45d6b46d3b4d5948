import { expect, test } from "vitest";
import { publicCancellation } from "./rules.ts";

test("why a rendez-vous open to all is cancelled is said to all; why a meeting is, to those called alone", () => {
  const because = { reason: "Neige" };
  expect(publicCancellation("club_event", because)).toEqual(because);
  for (const kind of ["commission_meeting", "board_meeting", "general_assembly"] as const) {
    expect(publicCancellation(kind, because)).toEqual({ reason: null });
    expect(publicCancellation(kind, null)).toBeNull();
  }
});
