import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { CohortTable } from "#components/schools/cohort-table";
import { DomainForm } from "#components/schools/domain-form";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { FilterList } from "#components/ui/filter-list";
import { PageHeader } from "#components/ui/page-header";
import { Pages } from "#components/ui/pages";
import { Reveal } from "#components/ui/reveal";
import { Section } from "#components/ui/section";
import { STATE_LABELS } from "#lib/internships/applications/labels";
import { pageParameter, readPage, readParameter, writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDayShort } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { renewCodeAction, wakeUnplacedAction } from "#lib/schools/actions";
import { countStages, listCohort, listSharedApplications } from "#lib/schools/cohort/queries";
import { STAGE_LABELS } from "#lib/schools/labels";
import { findOwnSchool } from "#lib/schools/queries";
import { STAGES } from "#lib/schools/rules";

export const metadata: Metadata = { title: "Notre promotion" };

const DONE = {
  code: "Le code est prêt\u202f: donnez-le à vos étudiants.",
  domaine: "Le domaine est enregistré.",
  relance: "La relance est partie à ceux qui n’ont pas de stage.",
  ailleurs: "C’est noté\u202f: plus aucune relance ne lui partira.",
  cherche: "C’est noté\u202f: cette personne cherche encore.",
  "relance-vaine": "Personne à relancer\u202f: chacun a été relancé cette semaine, ou a trouvé.",
};

export default async function SchoolPage({ searchParams }: PageProps<"/espace/ecole">) {
  const [actor, now, query] = [await requireRight("read", "School"), requestTime(), await searchParams];
  const school = await findOwnSchool(actor, now);
  if (!school) notFound();
  const asked = readParameter(query, "etat");
  const stage = STAGES.find((known) => known === asked);
  const page = readPage(query, 200);
  const [counts, { items, hasMore }, shared] = await Promise.all([
    countStages(actor, now),
    listCohort(actor, { stage, page }, now),
    listSharedApplications(actor, now),
  ]);
  const total = STAGES.reduce((sum, known) => sum + counts[known], 0);
  const href = (number: number) => writeAddress(paths.school, { etat: stage, page: pageParameter(number) });
  return (
    <>
      <PageHeader
        kicker={school.name}
        title="Notre promotion"
        lead="Qui cherche, qui a candidaté, qui est placé. Les messages et les CV restent aux étudiants, sauf ceux qu’ils vous montrent."
        figures={[
          { value: counts.placed, words: counts.placed > 1 ? `placés sur ${total}` : `placé sur ${total}` },
          { value: counts.talking + counts.applied, words: "en attente d’une réponse" },
          { value: counts.searching, words: "sans candidature en cours" },
        ]}
      />
      <DoneNotice query={query} words={DONE} />
      <Section
        title="Étudiants"
        layout="stacked"
        more={{ href: paths.schoolCompanies, label: "Les entreprises qui accueillent" }}
      >
        {total === 0 ? (
          <EmptyState title="Aucun étudiant ne vous a rejoints">
            <p>
              Donnez-leur le code ci-dessous : ils le saisissent dans leur profil et acceptent que vous les suiviez.
            </p>
          </EmptyState>
        ) : (
          <>
            <FilterList
              title="État"
              options={STAGES.map((known) => ({
                key: known,
                label: STAGE_LABELS[known],
                count: counts[known],
                href: writeAddress(paths.school, { etat: known }),
                isCurrent: known === stage,
              }))}
              {...(stage ? { clearHref: paths.school } : {})}
            />
            <CohortTable students={items} />
            <Pages page={page} hasMore={hasMore} href={href} />
            <div className="actions">
              <ButtonForm action={wakeUnplacedAction} id="relancer" fields={{}} kind="primary">
                Relancer ceux qui n’ont pas de stage
              </ButtonForm>
              <ButtonLink href={paths.agreements} kind="secondary">
                Préparer les conventions
              </ButtonLink>
              <ButtonLink href={writeAddress(paths.schoolCsv, { etat: stage })} kind="quiet">
                Télécharger la liste (CSV)
              </ButtonLink>
            </div>
            <p className="field-hint">Chacun est relancé au plus une fois par semaine.</p>
          </>
        )}
      </Section>
      {shared.length > 0 && (
        <Section
          title="Candidatures qu’ils vous montrent"
          id="montrees"
          layout="stacked"
          intro={"Le message et le CV, tant que l’étudiant le veut\u202f: pour relire, conseiller, appeler."}
        >
          <BrickList>
            {shared.map(({ id, student, internship, structure, state, sentAt }) => (
              <BrickRow
                key={id}
                title={`${student?.person.firstName} ${student?.person.lastName}`}
                href={paths.schoolApplication(id)}
                kicker={STATE_LABELS[state]}
                aside={sentAt && formatDayShort(dayOf(sentAt))}
              >
                <p>
                  {internship.title}, chez {structure.name}
                </p>
              </BrickRow>
            ))}
          </BrickList>
        </Section>
      )}
      <Section
        title="Comment vos étudiants vous rejoignent"
        id="code"
        layout="stacked"
        intro="Avec le code, ou par leur adresse si elle est de votre école. Dans les deux cas, ils acceptent d’abord, et peuvent partir."
      >
        {school.code ? (
          <>
            <p className="school-code">
              {school.code.slice(0, 4)} {school.code.slice(4)}
            </p>
            <Reveal label="Changer de code">
              <p>L’ancien code ne marchera plus ; ceux qui vous ont déjà rejoints restent.</p>
              <ButtonForm action={renewCodeAction} id="code-neuf" fields={{}}>
                Oui, changer de code
              </ButtonForm>
            </Reveal>
            <DomainForm emailDomain={school.emailDomain ?? ""} />
          </>
        ) : (
          <ButtonForm action={renewCodeAction} id="code-neuf" fields={{}} kind="primary">
            Créer notre code
          </ButtonForm>
        )}
      </Section>
    </>
  );
}
