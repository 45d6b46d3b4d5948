import { TenderCriterion } from "#lib/generated/prisma/enums";

export const CRITERIA = Object.values(TenderCriterion);

/** The best mark of a criterion. */
export const BEST = 5;

/** What each criterion weighs until the structure says otherwise. */
export const USUAL_WEIGHTS: Record<TenderCriterion, number> = {
  fit: 3,
  capacity: 3,
  margin: 2,
  buyer: 1,
  competition: 2,
  risk: 2,
};

/** Out of 100: the weighted mean of the marks; null when nothing counts. */
export function gradeOf(scores: { weight: number; score: number }[]): number | null {
  const weights = scores.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  return Math.round((scores.reduce((sum, { weight, score }) => sum + weight * score, 0) / (weights * BEST)) * 100);
}

/** What a grade usually means, which binds nobody. */
export function adviceOf(grade: number): string {
  if (grade >= 65) return "plutôt y aller";
  return grade >= 45 ? "à discuter" : "plutôt s’abstenir";
}
