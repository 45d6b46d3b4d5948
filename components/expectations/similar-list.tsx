import type { SimilarExpectation } from "#lib/expectations/queries";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

/** What was asked in nearly the same words: one joins rather than repeats. */
export function SimilarList({ similar }: { similar: SimilarExpectation[] }) {
  return (
    <div role="status">
      {similar.length > 0 && (
        <div className="notice notice-info">
          <p className="notice-title">Est-ce déjà dit&nbsp;?</p>
          <p>Joindre votre voix à une attente pèse plus qu’en écrire une seconde.</p>
          <ul>
            {similar.map(({ id, title, commission, voiceCount }) => (
              <li key={id}>
                <a href={paths.expectation(id)}>{title}</a> ({commission}, {count(voiceCount, "voix", "voix")})
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
