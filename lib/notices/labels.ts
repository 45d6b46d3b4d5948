import type { DigestRhythm } from "#lib/generated/prisma/enums";
import type { PreferencesInput } from "./schema.ts";

export const RHYTHM_LABELS: Record<DigestRhythm, string> = {
  daily: "Chaque matin, s’il y a du nouveau",
  weekly: "Le lundi matin, pour la semaine passée",
  never: "Jamais\u202f: je lirai dans mon espace",
};

export const REMINDER_LABELS: Record<PreferencesInput["reminders"][number], string> = {
  week: "Une semaine avant",
  day: "La veille",
};
