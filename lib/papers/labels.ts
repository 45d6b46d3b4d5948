import type { CertificateKind } from "#lib/generated/prisma/enums";

export const CERTIFICATE_LABELS: Record<CertificateKind, string> = {
  insurance: "Assurance",
  qualification: "Label ou certification",
  tax: "Attestation fiscale",
  social: "Attestation sociale (URSSAF)",
  other: "Autre",
};
