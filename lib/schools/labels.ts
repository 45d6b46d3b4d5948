import type { AgreementItem } from "#lib/generated/prisma/enums";
import type { Stage } from "./rules.ts";

export const STAGE_LABELS: Record<Stage, string> = {
  searching: "Cherche, rien en cours",
  applied: "A candidaté",
  talking: "En discussion",
  placed: "Placé",
};

/** What an agreement needs before the internship begins, in order (code de l'éducation, D124-4). */
export const AGREEMENT_LABELS: Record<AgreementItem, string> = {
  missions: "Missions et compétences visées écrites avec le tuteur",
  insurance: "Attestation de responsabilité civile reçue",
  teacher_agrees: "Accord de l’enseignant référent",
  sent: "Convention envoyée aux parties",
  signed_by_student: "Signée par l’étudiant",
  signed_by_host: "Signée par l’entreprise et le tuteur",
  signed_by_school: "Signée par l’école et l’enseignant référent",
};
