import { stipendOf } from "#lib/internships/rules";
import { formatEuros, formatNumber } from "#lib/platform/french";

type Props = { weeks: number; hoursPerWeek: number; offeredCents: number | null; startsOn: string };

/** What the intern is paid, computed from the hours, with the rule it comes from. */
export function StipendNote({ startsOn, ...offer }: Props) {
  const { hours, isDue, hourlyCents, monthlyCents, source } = stipendOf(offer, startsOn);
  if (!isDue && offer.offeredCents === null) {
    return (
      <p className="measure">
        {formatNumber(hours)} heures de présence : la gratification n’est obligatoire qu’au-delà de 308 heures (environ
        deux mois). Elle est ici laissée au choix de la structure.
      </p>
    );
  }
  return (
    <p className="measure">
      <strong>{formatEuros(hourlyCents)} par heure de présence</strong>, soit {formatEuros(monthlyCents)} pour un mois
      complet (22 jours de 7 heures).{" "}
      {isDue && `Pour ${formatNumber(hours)} heures, elle est due dès la première : le seuil est de 308 heures. `}
      Minimum légal : 15 % du plafond horaire de la Sécurité sociale ({source}).
    </p>
  );
}
