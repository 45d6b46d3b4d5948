import { LEVEL_LABELS } from "#lib/internships/labels";
import type { OfferFacets } from "#lib/internships/search/queries";
import { type OfferFilter, RADII } from "#lib/internships/search/schema";
import { paths } from "#lib/platform/paths";
import { COMMUNES } from "#lib/territory/communes";

type Props = { filter: OfferFilter; facets: OfferFacets };

const TOWNS = [...COMMUNES].sort((a, b) => a.name.localeCompare(b.name, "fr"));

/** A plain GET form: it works before any script; with one, the list follows what is chosen. */
export function OfferSearch({ filter, facets }: Props) {
  const hasMore = Boolean(filter.from || filter.to || filter.commission || filter.isPaid);
  return (
    <search className="search search-hero offer-search">
      <form action={paths.internships} method="get" data-live="">
        <label htmlFor="recherche-q">Quel stage cherchez-vous ?</label>
        <p id="recherche-q-aide">Par exemple : réseau, développement web, montage vidéo</p>
        <div className="search-line">
          <input
            id="recherche-q"
            type="search"
            name="q"
            defaultValue={filter.q}
            maxLength={200}
            aria-describedby="recherche-q-aide"
          />
          <button type="submit">Chercher</button>
        </div>
        <div className="offer-criteria">
          <Choice name="niveau" label="Votre diplôme" value={filter.level} empty="Tous">
            {Object.entries(LEVEL_LABELS).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Choice>
          <Choice name="ville" label="Autour de" value={filter.city} empty="Tout l’Artois">
            {TOWNS.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Choice>
          <Choice name="rayon" label="Jusqu’à" value={String(filter.km)}>
            {RADII.map((km) => (
              <option key={km} value={km}>
                {km} km
              </option>
            ))}
          </Choice>
        </div>
        <details className="offer-more" open={hasMore}>
          <summary>Dates, métier, gratification</summary>
          <div className="offer-criteria">
            <Day name="du" label="Libre du" value={filter.from} />
            <Day name="au" label="jusqu’au" value={filter.to} />
            <Choice name="metier" label="Métier" value={filter.commission} empty="Tous">
              {facets.commission.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Choice>
            <Choice name="gratifie" label="Gratification" value={filter.isPaid} empty="Peu importe">
              <option value="oui">Stages gratifiés</option>
              <option value="non">Non gratifiés</option>
            </Choice>
          </div>
        </details>
        {filter.skill && <input type="hidden" name="competence" value={filter.skill} />}
      </form>
    </search>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  /** The choice that narrows nothing. */
  empty?: string;
  children: React.ReactNode;
};

function Choice({ name, label, value = "", empty, children }: ChoiceProps) {
  const id = `recherche-${name}`;
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select id={id} name={name} defaultValue={value} className="field-control">
        {empty !== undefined && <option value="">{empty}</option>}
        {children}
      </select>
    </p>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  const id = `recherche-${name}`;
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" name={name} defaultValue={value} className="field-control" />
    </p>
  );
}
