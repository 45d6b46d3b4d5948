import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { EntrySheet } from "#components/people/entry-sheet";
import { NewcomerForm } from "#components/people/newcomer-form";
import { ButtonLink } from "#components/ui/button-link";
import { findEndedInternship, findInternship } from "#lib/internships/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOfColumn, formatDay } from "#lib/platform/dates";
import { paths, signInPath } from "#lib/platform/paths";
import { currentActor } from "#lib/platform/session";
import { visitor } from "#lib/policy/actor";

export const metadata: Metadata = { title: "Postuler – Stages", robots: { index: false } };

/** An account is an address that answers: no password is ever asked of a student. */
export default async function ApplyPage({ params }: PageProps<"/stages/[slug]/postuler">) {
  const { slug } = await params;
  const next = paths.newApplication(slug);
  if ((await currentActor()).kind === "person") redirect(next);
  const offer = await findInternship(visitor, slug, requestTime());
  if (!offer) {
    const ended = await findEndedInternship(slug, requestTime());
    if (!ended) notFound();
    return (
      <EntrySheet
        kicker="Stages"
        title="Cette offre n’est plus ouverte"
        lead={
          <>
            « {ended.title} » chez {ended.structure.name} : sa date limite est passée, ou ses places sont prises.
          </>
        }
      >
        <ButtonLink href={paths.internships}>Voir les offres ouvertes</ButtonLink>
      </EntrySheet>
    );
  }
  return (
    <EntrySheet
      kicker={`Stage chez ${offer.structure.name}`}
      title="Postuler"
      lead={
        <>
          <strong className="entry-address">{offer.title}</strong>. Trois minutes, et une réponse promise au plus tard
          le {formatDay(dayOfColumn(offer.answerBy))}.
        </>
      }
      aside={
        <>
          <h2>Comment cela se passe</h2>
          <ol className="prose">
            <li>Nous vous envoyons un lien, sans mot de passe.</li>
            <li>Vous dites votre diplôme et vos dates, puis joignez votre CV.</li>
            <li>L’entreprise répond ici ; sinon le portail vous répond à sa place, le jour promis.</li>
          </ol>
          <p>
            Déjà un compte ? <a href={signInPath(next)}>Connectez-vous</a>
          </p>
          <p className="field-hint">
            Vos données ne vont qu’à cette entreprise, et s’effacent trois mois après la fin.{" "}
            <a href={paths.privacy}>Tout savoir</a>
          </p>
        </>
      }
    >
      <NewcomerForm next={next} />
    </EntrySheet>
  );
}
