import type { ProspectField } from "./schema.ts";

/** What a column of a file may be taken for. */
export const FIELD_LABELS: Record<ProspectField, string> = {
  name: "Nom",
  kind: "Type",
  activity: "Métier",
  city: "Ville",
  postalCode: "Code postal",
  siret: "SIRET",
  website: "Site",
  email: "E-mail",
  phone: "Téléphone",
  note: "Note",
};
