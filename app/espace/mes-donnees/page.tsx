import type { Metadata } from "next";
import { ProofForm } from "#components/people/proof-form";
import { EraseAccountForm } from "#components/privacy/erase-account-form";
import { RetentionTable } from "#components/privacy/retention-table";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { getProof } from "#lib/people/sessions/queries";
import { isFreshProof } from "#lib/people/sessions/rules";
import { requestTime } from "#lib/platform/clock";
import { count, formatList } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { inWords } from "#lib/privacy/archive";
import { listOwnData, listSoleReferences, type OwnSection } from "#lib/privacy/queries";
import { RETENTION } from "#lib/privacy/retention";

export const metadata: Metadata = { title: "Mes données" };

/** The file has all of them. */
const SHOWN = 3;

/** All that is held on whoever asks: read, kept, corrected, erased. */
export default async function OwnDataPage() {
  const [actor, now] = [await requireActor(), requestTime()];
  const [sections, alone] = [await listOwnData(actor, now), await listSoleReferences(actor, actor.personId, now)];
  const { provenAt, hasPassword } = await getProof(actor);
  return (
    <>
      <PageHeader
        kicker="Vos droits"
        title="Mes données"
        lead="Tout ce que le portail garde sur vous. Vous pouvez le lire, l’emporter, le corriger et l’effacer, sans rien demander à personne."
      >
        <div className="actions">
          <ButtonLink href={paths.ownDataHtml}>Télécharger pour lire (HTML)</ButtonLink>
          <ButtonLink kind="secondary" href={paths.ownDataJson}>
            Télécharger pour réutiliser (JSON)
          </ButtonLink>
        </div>
      </PageHeader>
      {sections
        .filter(({ rows }) => rows.length > 0)
        .map((section) => (
          <Section key={section.name} title={section.title} layout="stacked">
            <Rows {...section} />
          </Section>
        ))}
      <Section title="Corriger">
        <p className="measure">
          Un nom ou une adresse est faux ? Ce que votre espace ne laisse pas changer, le club le corrige sur simple
          demande : écrivez à l’adresse de la page <a href={paths.privacy}>Confidentialité</a>.
        </p>
      </Section>
      <Section title="Combien de temps" layout="stacked">
        <RetentionTable rules={RETENTION.map(({ apply: _, ...rule }) => rule)} />
      </Section>
      <Section title="Effacer mon compte" id="effacer-mon-compte">
        <div className="measure">
          <p>
            Vous ne pourrez plus vous connecter, et rien ne fera revenir ce qui est effacé. Restera, sans votre nom, ce
            que l’histoire ou les comptes du club doivent garder :
          </p>
          <ul className="prose">
            {sections
              .filter(({ rows, kept }) => rows.length > 0 && kept)
              .map(({ name, kept }) => (
                <li key={name}>{kept}</li>
              ))}
          </ul>
        </div>
        {alone.length > 0 ? (
          <Notice kind="warning" title="Pas encore possible">
            <p>
              Vous êtes seul à parler pour {formatList(alone.map(({ name }) => name))}. Confiez d’abord ce rôle à une
              autre personne de la structure, ou demandez au club son départ : votre compte pourra ensuite être effacé.
            </p>
          </Notice>
        ) : isFreshProof(provenAt, now) ? (
          <EraseAccountForm email={actor.email} />
        ) : (
          <>
            <p className="measure">
              Vous vous êtes connecté il y a plus d’un quart d’heure : dites d’abord que c’est bien vous.
            </p>
            <ProofForm email={actor.email} hasPassword={hasPassword} next={paths.ownData} />
          </>
        )}
      </Section>
    </>
  );
}

function Rows({ rows, labels }: OwnSection) {
  const more = rows.length - SHOWN;
  return (
    <>
      {rows.slice(-SHOWN).map((row) => (
        <DefinitionList
          key={JSON.stringify(row)}
          items={Object.entries(labels).map(([key, term]) => ({ term, value: inWords(row[key] ?? null) }))}
        />
      ))}
      {more > 0 && <p className="field-hint">Et {count(more, "autre")}, dans le fichier à télécharger.</p>}
    </>
  );
}
