import type { PdfBlock } from "#lib/pdf/blocks";
import { formatInstant } from "#lib/platform/dates";

/** What a form says of the consultation it answers. */
export interface Consultation {
  buyer: string;
  subject: string;
  reference: string | null;
  respondBefore: Date;
}

/** Where nobody has said. */
export const BLANK = "À compléter";

/** Said at the head of every draft: it is not the form, and nobody signed it. */
export const DRAFT_NOTE =
  "Brouillon préparé par le portail selon les rubriques du formulaire de la direction des affaires juridiques. Il n’est ni signé ni officiel\u202f: recopiez-le dans la version en vigueur, que l’acheteur demande, et relisez chaque ligne.";

/** The first two sections that DC1 and DC2 share. */
export function consultationBlocks(consultation: Consultation | null): PdfBlock[] {
  return [
    { heading: "A – Identification de l’acheteur" },
    { text: consultation?.buyer ?? BLANK },
    { heading: "B – Objet de la consultation" },
    {
      facts: [
        { term: "Objet", value: consultation?.subject ?? BLANK },
        { term: "Référence", value: consultation?.reference ?? BLANK },
        { term: "Remise avant le", value: consultation ? formatInstant(consultation.respondBefore) : BLANK },
      ],
    },
  ];
}
