/** Whether a form was filled by a person: nobody fills one in less than three seconds, nor keeps a page for a day. */
export function isHumanPace(openedAt: number, now: Date): boolean {
  const elapsed = now.getTime() - openedAt;
  return elapsed >= 3_000 && elapsed < 86_400_000;
}
