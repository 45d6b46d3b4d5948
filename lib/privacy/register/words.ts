import type { Tx } from "#lib/platform/db";

/** The person whose data are asked for. Rows that know them only by their address are theirs too. */
export interface Holder {
  id: string;
  email: string;
}

export type Value = string | number | boolean | Date | string[] | null;

/** One kind of data held on people: how its holder reads it, and what becomes of it when they leave. */
export interface PersonalData {
  /** What it answers for, as "table.column": foreign keys to `person`, columns that hold an e-mail address. */
  covers: string[];
  /** Its key in the downloaded file. */
  name: string;
  title: string;
  /** The words for each fact, in the order in which they are shown. */
  labels: Record<string, string>;
  read: (tx: Tx, holder: Holder) => Promise<Record<string, Value>[]>;
  /** Deletes, detaches or anonymises; null: nothing of it goes, for the reason in `kept`. */
  erase: ((tx: Tx, holder: Holder, now: Date) => Promise<unknown>) | null;
  /** What stays of it after an erasure, and why, told before; null: nothing. */
  kept: string | null;
  /** Where its holder corrects it. */
  correctedAt?: string;
}

/** The most rows of a kind in one file. */
export const MOST = 5_000;

/** The address that an erased account bears: unique, and no address at all (RFC 2606). */
export function erasedAddress(id: string): string {
  return `${id}@effacee.invalid`;
}
