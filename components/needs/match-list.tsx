import { Notice } from "#components/ui/notice";
import type { Match } from "#lib/needs/match/queries";
import { paths } from "#lib/platform/paths";

type Props = { match: Match; chosen: unknown };

/** Who can answer and why, to be chosen; or kindly why nobody can. */
export function MatchList({ match, chosen }: Props) {
  if (match.outcome !== "understood") return <NotUnderstood outcome={match.outcome} />;
  if (match.suggestions.length === 0) {
    return (
      <Notice title="Personne du club ne répond exactement à ce besoin">
        <p>
          Nous l’avons compris ainsi : {match.understood.join(", ")}. Envoyez-le tout de même : la personne responsable
          de la commission le lira et vous répondra.
        </p>
      </Notice>
    );
  }
  const ticked = [chosen ?? []].flat();
  return (
    <fieldset className="field need-matches">
      <legend>Qui peut vous répondre</legend>
      <p className="field-hint">
        Nous avons compris : <strong>{match.understood.join(" · ")}</strong>. Choisissez jusqu’à quatre adhérents, ou
        n’en cochez aucun : le club choisit pour vous.
      </p>
      {match.pair && (
        <p className="field-hint">
          Aucun adhérent ne couvre tout : ensemble, {match.pair[0]} et {match.pair[1]} le peuvent.
        </p>
      )}
      <ul className="need-match-list">
        {match.suggestions.map(({ slug, name, reasons }) => (
          <li key={slug}>
            <label className="field-choice">
              <input type="checkbox" name="members" value={slug} defaultChecked={ticked.includes(slug)} />
              <span>
                <strong>{name}</strong>
                <span className="need-reasons">Parce que : {reasons.join(", ")}</span>
              </span>
            </label>
            <a href={paths.member(slug)} target="_blank" rel="noopener">
              Voir sa page<span className="sr-only"> : {name} (nouvel onglet)</span>
            </a>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

const WORDS: Record<Exclude<Match["outcome"], "understood">, { title: string; text: string }> = {
  nothing: {
    title: "Il nous faut quelques mots",
    text: "Dites ce qui vous gêne ou ce que vous aimeriez avoir, en français.",
  },
  otherLanguage: {
    title: "Écrivez-nous en français",
    text: "Le club lit le français\u202f: reprenez votre besoin en quelques phrases simples.",
  },
  otherTrade: {
    title: "Ce n’est pas le métier du club",
    text: "Le club réunit des informaticiens, des agences web et des écoles. S’il s’agit bien d’informatique, redites-le autrement\u202f; sinon la chambre de commerce ou la mairie vous orientera mieux que nous.",
  },
  unclear: {
    title: "Nous ne sommes pas sûrs de comprendre",
    text: "Dites-le autrement\u202f: ce qui ne marche pas, avec quel appareil ou quel logiciel. Ou envoyez-le ainsi\u202f: une personne du club le lira.",
  },
};

function NotUnderstood({ outcome }: { outcome: Exclude<Match["outcome"], "understood"> }) {
  const { title, text } = WORDS[outcome];
  return (
    <Notice kind="warning" title={title}>
      <p>{text}</p>
    </Notice>
  );
}
