import { z } from "zod";
import { handed, optionalParagraphs } from "#lib/platform/fields";

/** The lead's own words above the figures, saved as often as one likes. */
export const writeSynthesisInput = z.object({
  commission: handed({ most: 80 }),
  words: optionalParagraphs({ most: 8_000 }),
  /** When the draft that was read had last been saved; empty for a first draft. */
  version: handed({ most: 40 }).optional(),
});
export type WriteSynthesisInput = z.infer<typeof writeSynthesisInput>;

export const presentSynthesisInput = z.object({ commission: handed({ most: 80 }) });
export type PresentSynthesisInput = z.infer<typeof presentSynthesisInput>;

const line = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(["voiced", "under_study", "kept", "set_aside", "in_progress", "done"]),
  voices: z.number(),
  /** `YYYY-MM-DD`. */
  day: z.string(),
});

/** What a synthesis shows besides words: kept as it was on the day it was presented. */
export const figures = z.object({
  /** The first day it looks at, `YYYY-MM-DD`. */
  since: z.string(),
  total: z.number(),
  top: z.array(line),
  rising: z.array(line),
  fresh: z.array(line),
  unanswered: z.array(line),
  done: z.array(line),
});
export type SynthesisFigures = z.infer<typeof figures>;
export type SynthesisLine = z.infer<typeof line>;
