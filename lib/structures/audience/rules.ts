import type { AudienceKind } from "#lib/generated/prisma/enums";
import { type Day, dayOfColumn } from "#lib/platform/dates";

interface Counted {
  day: Date;
  kind: AudienceKind;
  count: number;
}

export interface AudienceMonth {
  /** Its first day. */
  month: Day;
  views: number;
  contacts: number;
}

/** Readings of the page, and contacts: cards taken and visits of the site. */
export function totalOf(rows: Counted[]): { views: number; contacts: number } {
  const sum = (isCounted: (kind: AudienceKind) => boolean) =>
    rows.filter(({ kind }) => isCounted(kind)).reduce((total, { count }) => total + count, 0);
  return { views: sum((kind) => kind === "view"), contacts: sum((kind) => kind !== "view") };
}

/** By month, newest first. */
export function monthsOf(rows: Counted[]): AudienceMonth[] {
  const months = Map.groupBy(rows, ({ day }) => `${dayOfColumn(day).slice(0, 7)}-01`);
  return [...months]
    .map(([month, counted]) => ({ month, ...totalOf(counted) }))
    .sort((a, b) => b.month.localeCompare(a.month))
    .slice(0, 12);
}
