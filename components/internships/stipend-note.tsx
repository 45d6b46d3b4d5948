import { stipendOf } from "#lib/internships/law";
import { formatEuros, formatNumber } from "#lib/platform/french";

type Props = { hours: number; offeredCents: number | null; startsOn: string };

/** What the intern is paid, computed from the hours present, with the rule it comes from. */
export function StipendNote({ startsOn, ...offer }: Props) {
  const { hours, isDue, hourlyCents, monthlyCents, minimumCents, source, isProvisional } = stipendOf(offer, startsOn);
  if (hourlyCents === 0) {
    return (
      <p className="measure">
        {formatNumber(hours)} heures de présence : la gratification n’est obligatoire qu’au-delà de 308 heures (environ
        deux mois). La structure n’en propose pas pour ce stage.
      </p>
    );
  }
  return (
    <p className="measure">
      <strong>{formatEuros(hourlyCents)} par heure de présence</strong>, soit {formatEuros(monthlyCents)} pour un mois
      complet (22 jours de 7 heures).{" "}
      {isDue
        ? `Pour ${formatNumber(hours)} heures, elle est due dès la première : le seuil est de 308 heures. `
        : `Pour ${formatNumber(hours)} heures elle n’est pas obligatoire : la structure la propose. `}
      Minimum légal : {formatEuros(minimumCents)}, soit 15 % du plafond horaire de la Sécurité sociale ({source}
      {isProvisional ? " ; celui de l’année du stage n’est pas encore publié" : ""}).
    </p>
  );
}
