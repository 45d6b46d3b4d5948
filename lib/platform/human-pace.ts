/** The least time that a person takes over a form for strangers, in milliseconds: a machine fills it in less. */
export const HUMAN_PACE = 3_000;

/** Whether a form was filled by a person: not before `HUMAN_PACE`, and nobody keeps a page for a day. */
export function isHumanPace(openedAt: number, now: Date): boolean {
  const elapsed = now.getTime() - openedAt;
  return elapsed >= HUMAN_PACE && elapsed < 86_400_000;
}
