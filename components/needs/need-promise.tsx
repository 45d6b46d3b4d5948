import { DefinitionList } from "#components/ui/definition-list";
import type { NeedFigures } from "#lib/needs/figures/queries";
import { count, formatNumber } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

/** What the club promises buyers, beside what it did in the last twelve months. */
export function NeedPromise({ figures }: { figures: NeedFigures }) {
  return (
    <>
      <ul className="prose">
        <li>Vos coordonnées ne vont qu’aux adhérents qui se sont dits intéressés.</li>
        <li>Chaque adhérent a trois jours ouvrés pour répondre ; passé ce délai, le suivant prend le relais.</li>
        <li>Si personne ne répond, une personne du club vous écrit.</li>
        <li>
          L’ordre des propositions dépend des compétences, de vos mots et de la distance ; entre égaux il tourne chaque
          jour, et les moins sollicités passent devant. Il ne s’achète pas. Un besoin remporté le relève un peu, un
          refus pour « ce n’est pas notre métier » l’abaisse un peu : de 15 % au plus.
        </li>
      </ul>
      <DefinitionList items={figuresInWords(figures)} />
      <p>
        <a href={paths.needFrameHelp}>Afficher ce formulaire sur votre site</a>
      </p>
    </>
  );
}

/** The figures of the last twelve months; those that would be a division by nothing are left out. */
export function figuresInWords({ received, answered, medianHours, kept, closed, satisfaction }: NeedFigures) {
  return [
    { term: "Besoins reçus en douze mois", value: formatNumber(received) },
    {
      term: "Ont reçu une réponse",
      value: received > 0 ? `${formatNumber(answered)} sur ${formatNumber(received)}` : null,
    },
    {
      term: "Première réponse, une fois sur deux en moins de",
      value: medianHours === null ? null : hours(medianHours),
    },
    {
      term: "Restés dans l’Artois",
      value: closed > 0 ? `${formatNumber(kept)} sur ${count(closed, "besoin clos", "besoins clos")}` : null,
    },
    {
      term: "Satisfaction moyenne",
      value: satisfaction === null ? null : `${formatNumber(Math.round(satisfaction * 10) / 10)} sur 5`,
    },
  ];
}

function hours(value: number): string {
  return value < 48 ? count(Math.max(1, Math.ceil(value)), "heure") : count(Math.ceil(value / 24), "jour");
}
