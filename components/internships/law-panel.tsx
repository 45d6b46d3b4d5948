import type { LawCheck } from "#lib/internships/offers/rules";

/** What the law says of an offer, rule by rule, each with its article. */
export function LawPanel({ checks }: { checks: LawCheck[] }) {
  return (
    <>
      <ul className="law-checks measure">
        {checks.map(({ verdict, words, source }) => (
          <li key={source} className={`law-${verdict}`}>
            <p className="law-words">{words}</p>
            <p className="law-source">{source}</p>
          </li>
        ))}
      </ul>
      <p className="measure mt-4">
        En publiant, vous confirmez que ce stage ne remplace pas une personne absente, ne tient pas un poste permanent
        et ne répond ni à un surcroît d’activité ni à un emploi saisonnier (art. L124-7). Une convention signée avec
        l’école reste obligatoire (art. L124-1).
      </p>
    </>
  );
}
