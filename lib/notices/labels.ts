import type { DigestRhythm } from "#lib/generated/prisma/enums";

export const RHYTHM_LABELS: Record<DigestRhythm, string> = {
  daily: "Chaque matin, s’il y a du nouveau",
  weekly: "Le lundi matin, pour la semaine passée",
  never: "Jamais\u202f: je lirai dans mon espace",
};
