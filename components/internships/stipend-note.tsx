import { DAYS_A_MONTH, HOURS_A_DAY, HOURS_WITHOUT_STIPEND, SHARE_OF_CEILING, stipendOf } from "#lib/internships/law";
import { formatEuros, formatNumber } from "#lib/platform/french";

type Props = { hours: number; offeredCents: number | null; startsOn: string };

/** What the intern is paid, computed from the hours present, with the rule it comes from. */
export function StipendNote({ startsOn, ...offer }: Props) {
  const { hours, isDue, hourlyCents, monthlyCents, minimumCents, source, isProvisional } = stipendOf(offer, startsOn);
  if (hourlyCents === 0) {
    return (
      <p className="measure">
        {formatNumber(hours)} heures de présence : la gratification n’est obligatoire qu’au-delà de{" "}
        {HOURS_WITHOUT_STIPEND} heures (environ deux mois). La structure n’en propose pas pour ce stage.
      </p>
    );
  }
  return (
    <p className="measure">
      <strong>{formatEuros(hourlyCents)} par heure de présence</strong>, soit {formatEuros(monthlyCents)} pour un mois
      complet ({DAYS_A_MONTH} jours de {HOURS_A_DAY} heures).{" "}
      {isDue
        ? `Pour ${formatNumber(hours)} heures, elle est due dès la première\u202f: le seuil est de ${HOURS_WITHOUT_STIPEND} heures. `
        : `Pour ${formatNumber(hours)} heures elle n’est pas obligatoire\u202f: la structure la propose. `}
      Minimum légal : {formatEuros(minimumCents)}, soit {SHARE_OF_CEILING} % du plafond horaire de la Sécurité sociale (
      {source}
      {isProvisional ? " ; le portail ne connaît pas encore celui de l’année du stage" : ""}).
    </p>
  );
}
