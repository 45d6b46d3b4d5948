import { InternshipRow } from "#components/internships/internship-row";
import { ApplicationRow } from "#components/students/application-row";
import { BrickList } from "#components/ui/brick-list";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { Section } from "#components/ui/section";
import { listOwnApplications } from "#lib/internships/applications/queries";
import { isOpen } from "#lib/internships/applications/rules";
import { searchInternships } from "#lib/internships/search/queries";
import { offerFilter } from "#lib/internships/search/schema";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import type { PersonActor } from "#lib/policy/actor";
import { findOwnProfile } from "#lib/students/queries";
import { hopesOf } from "#lib/students/rules";

const SHOWN = 5;

/** A student's own page: what they sent, then the offers that fit them. */
export async function StudentHome({ actor }: { actor: PersonActor }) {
  const now = requestTime();
  const [applications, profile] = await Promise.all([listOwnApplications(actor, now), findOwnProfile(actor, now)]);
  const wish = hopesOf(profile);
  const { items } = await searchInternships(
    actor,
    offerFilter.parse({ level: profile?.level ?? undefined }),
    { limit: SHOWN * 2, ...(wish && { wish }) },
    now,
  );
  const known = new Set(applications.map(({ internship }) => internship.id));
  const current = applications.filter(({ state }) => isOpen(state) || state === "draft" || state === "accepted");
  const offers = items.filter(({ id }) => !known.has(id)).slice(0, SHOWN);
  return (
    <>
      <Section
        title="Mes candidatures"
        id="candidatures"
        layout="stacked"
        {...(applications.length > 0
          ? { more: { href: paths.ownApplications, label: "Toutes mes candidatures" } }
          : {})}
      >
        {current.length === 0 ? (
          <EmptyState
            title="Rien en cours"
            actions={<ButtonLink href={paths.internships}>Chercher un stage</ButtonLink>}
          >
            <p>Choisissez une offre, joignez votre CV : l’entreprise répond ici, à la date promise.</p>
          </EmptyState>
        ) : (
          <BrickList>
            {current.map((application) => (
              <ApplicationRow key={application.id} application={application} />
            ))}
          </BrickList>
        )}
      </Section>
      {profile && !profile.cv && (
        <Section title="Avant de candidater" layout="stacked">
          <p>Votre CV n’est pas encore là : ajoutez-le une fois, il servira à chaque candidature.</p>
          <div className="actions">
            <ButtonLink href={paths.studentCv} kind="secondary">
              Ajouter mon CV
            </ButtonLink>
          </div>
        </Section>
      )}
      <Section
        title="Des offres pour vous"
        id="offres"
        layout="stacked"
        intro={
          wish
            ? "Selon votre niveau, vos dates, ce que vous savez faire et votre commune."
            : "Dites votre niveau et vos dates dans votre profil\u202f: les offres qui vous conviennent viendront d’abord."
        }
        more={{ href: paths.internships, label: "Toutes les offres" }}
      >
        {offers.length === 0 ? (
          <p>Vous avez fait le tour des offres ouvertes. De nouvelles arrivent chaque semaine.</p>
        ) : (
          <BrickList>
            {offers.map((offer) => (
              // What one's school sees first has no public page yet.
              <InternshipRow
                key={offer.slug}
                offer={offer}
                {...(offer.publicSince > now ? { href: paths.newApplication(offer.slug) } : {})}
              />
            ))}
          </BrickList>
        )}
      </Section>
    </>
  );
}
