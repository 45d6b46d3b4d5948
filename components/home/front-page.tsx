import { TerritoryMap } from "#components/structures/territory-map";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { CommissionGlyph } from "#components/ui/commission-glyph";
import { CommissionLabel } from "#components/ui/commission-label";
import { DateBlock } from "#components/ui/date-block";
import { Enhancements } from "#components/ui/enhancements";
import { Figure } from "#components/ui/figure";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import type { HomeView } from "#lib/home/queries";
import { dayOf, formatDayShort, formatRange } from "#lib/platform/dates";
import { count, formatNumber } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { directoryHref } from "#lib/structures/directory/schema";
import { KIND_LABELS, placeInWords } from "#lib/structures/labels";

/** The club's front page: the map and the question first, then what changes from week to week. */
export function FrontPage({ home }: { home: HomeView }) {
  return (
    <>
      <Enhancements names={["map-and-list"]} />
      <Hero home={home} />
      <WaysIn home={home} />
      <Commissions home={home} />
      <Coming home={home} />
      <Newest home={home} />
      <News home={home} />
    </>
  );
}

/** Fewer would say that there are few. */
const WORTH_SHOWING = 10;

function Hero({ home: { figures, dots } }: { home: HomeView }) {
  return (
    <header className="page-header">
      <div className="sheet grid grid-cols-[minmax(0,1fr)] items-center gap-x-10 gap-y-8 py-8 lg:grid-cols-[minmax(0,11fr)_minmax(0,13fr)]">
        <div>
          <p className="kicker">Arras · Béthune · Douai · Lens</p>
          <h1>L’informatique qu’il vous faut est à côté</h1>
          <p className="lead mb-6">
            Revendeurs, sociétés de services, éditeurs, agences web et écoles de l’Artois, réunis en un club. Dites
            votre problème avec vos mots, vous saurez qui, près de chez vous, sait le résoudre.
          </p>
          <SearchForm
            action={paths.directory}
            label="De quoi avez-vous besoin ?"
            hint="Par exemple : le wifi coupe, refaire notre site, sauvegarde Lens"
            size="hero"
          />
          <div className="mt-8 flex flex-wrap gap-x-10 gap-y-4">
            <Figure value={formatNumber(figures.members)} words={figures.members > 1 ? "adhérents" : "adhérent"} />
            <Figure value={formatNumber(figures.towns)} words={figures.towns > 1 ? "communes" : "commune"} />
            <Figure value={formatNumber(figures.skills)} words={figures.skills > 1 ? "compétences" : "compétence"} />
            {figures.internships >= WORTH_SHOWING && (
              <Figure value={formatNumber(figures.internships)} words="stages ouverts" />
            )}
            {figures.placed >= WORTH_SHOWING && (
              <Figure
                value={formatNumber(figures.placed)}
                words={`étudiants placés cette année, pour ${count(figures.applications, "candidature")}`}
              />
            )}
            {figures.located >= WORTH_SHOWING && (
              <Figure
                value={`${Math.round((figures.nextDoor / figures.located) * 100)}\u00a0%`}
                words="à moins de 30\u00a0km de chez eux"
              />
            )}
          </div>
        </div>
        <TerritoryMap
          variant="hero"
          dots={dots}
          hrefFor={(city) => directoryHref({ city })}
          label="Carte de l’Artois : chaque ville mène à ses adhérents"
        />
      </div>
    </header>
  );
}

function WaysIn({ home: { figures } }: { home: HomeView }) {
  const ways = [
    {
      href: paths.newNeed,
      verb: "Confier un besoin",
      words:
        "Dites votre problème avec vos mots\u202f: deux à quatre adhérents vous répondent sous trois jours ouvrés.",
    },
    {
      href: paths.internships,
      verb: "Trouver un stage",
      words: `${figures.internships > 0 ? `${count(figures.internships, "offre ouverte", "offres ouvertes")} chez les adhérents` : "Les offres des adhérents"}, sans quitter l’Artois.`,
    },
    {
      href: paths.join,
      verb: "Rejoindre le club",
      words: "Échanger des compétences, répondre ensemble aux appels d’offres, se faire connaître.",
    },
  ];
  return (
    <nav className="sheet" aria-label="Par où commencer">
      <ul className="ways">
        {ways.map(({ href, verb, words }) => (
          <li key={href}>
            <a href={href}>
              <span className="display arrow">{verb}</span>
              <span>{words}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Commissions({ home: { commissions } }: { home: HomeView }) {
  return (
    <Section
      title="Cinq commissions"
      id="commissions"
      intro="Le travail du club se fait là : chacune se réunit tous les un à deux mois."
      more={{ href: paths.commissions, label: "Les commissions" }}
    >
      <BrickList>
        {commissions.map(({ slug, name, mission, members }) => (
          <BrickRow
            key={slug}
            title={name}
            href={paths.commission(slug)}
            ties={{ is: slug }}
            lead={
              <span className={`commission-label commission-${slug} text-2xl`}>
                <CommissionGlyph slug={slug} />
              </span>
            }
            aside={<p className="figures">{count(members, "adhérent")}</p>}
          >
            <p>{mission}</p>
          </BrickRow>
        ))}
      </BrickList>
    </Section>
  );
}

function Coming({ home: { coming } }: { home: HomeView }) {
  return (
    <Section title="À l’agenda" id="agenda" more={{ href: paths.agenda, label: "Tout l’agenda" }}>
      {coming.length === 0 ? (
        <p>Aucune date publique n’est fixée pour l’instant.</p>
      ) : (
        <BrickList>
          {coming.map(({ slug, title, startsAt, endsAt, place, commission }) => (
            <BrickRow
              key={slug}
              title={title}
              href={paths.event(slug)}
              lead={<DateBlock day={dayOf(startsAt)} />}
              kicker={commission && <CommissionLabel slug={commission.slug} name={commission.name} />}
              aside={<p>{place ?? "Lieu à préciser"}</p>}
            >
              <p>{formatRange(startsAt, endsAt)}</p>
            </BrickRow>
          ))}
        </BrickList>
      )}
    </Section>
  );
}

function Newest({ home: { newest } }: { home: HomeView }) {
  if (newest.length === 0) return null;
  return (
    <Section title="Derniers arrivés" id="nouveaux" more={{ href: paths.directory, label: "Tout l’annuaire" }}>
      <BrickList isStaggered>
        {newest.map(({ slug, name, kind, city, citySlug, joinedOn }) => (
          <BrickRow
            key={slug}
            title={name}
            href={paths.member(slug)}
            ties={{ has: [citySlug] }}
            kicker={KIND_LABELS[kind]}
            aside={<p>{placeInWords(city)}</p>}
          >
            <p className="text-sm text-ardoise">Au club depuis le {formatDayShort(joinedOn)}</p>
          </BrickRow>
        ))}
      </BrickList>
    </Section>
  );
}

function News({ home: { news } }: { home: HomeView }) {
  if (news.length === 0) return null;
  return (
    <Section title="Actualités" id="actualites" more={{ href: paths.news, label: "Toutes les actualités" }}>
      <BrickList>
        {news.map(({ slug, title, lead, publishedAt }) => (
          <BrickRow key={slug} title={title} href={paths.newsPost(slug)} kicker={formatDayShort(dayOf(publishedAt))}>
            <p>{lead}</p>
          </BrickRow>
        ))}
      </BrickList>
    </Section>
  );
}
