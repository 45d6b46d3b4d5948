import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgreementForm } from "#components/schools/agreement-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { existsApplication } from "#lib/internships/applications/queries";
import { requestTime } from "#lib/platform/clock";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { noteRefusal, requireRight } from "#lib/platform/session";
import { findAgreement } from "#lib/schools/agreements/queries";

export const metadata: Metadata = { title: "Une convention" };

export default async function AgreementPage({ params, searchParams }: PageProps<"/espace/ecole/conventions/[id]">) {
  const { id } = await params;
  const agreement = await findAgreement(await requireRight("read", "School"), id, requestTime());
  if (!agreement) {
    if (await existsApplication(id)) await noteRefusal("forbidden");
    notFound();
  }
  const { student, email, diploma, school, host, hostSlug, title, weeks, hoursPerWeek } = agreement;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Conventions", href: paths.agreements }]} here={student} />}
        kicker="Convention de stage"
        title={student}
        lead={`${title}, chez ${host}.`}
      />
      <DoneNotice query={await searchParams} words={{ convention: "C’est enregistré." }} />
      <Section title="Les parties" layout="stacked">
        <DefinitionList
          items={[
            {
              term: "Étudiant",
              value: (
                <>
                  {student}, <a href={`mailto:${email}`}>{email}</a>
                </>
              ),
            },
            { term: "Diplôme", value: diploma },
            { term: "École", value: school },
            { term: "Organisme d’accueil", value: <a href={paths.member(hostSlug)}>{host}</a> },
            { term: "Durée", value: `${count(weeks, "semaine")}, ${hoursPerWeek}\u00a0h par semaine` },
          ]}
        />
        <div className="actions">
          <ButtonLink href={paths.agreementPdf(id)} kind="secondary">
            Résumé à imprimer (PDF)
          </ButtonLink>
        </div>
      </Section>
      <Section
        title="Ce qui est réglé"
        layout="stacked"
        intro="Le stage ne commence qu’une fois la convention signée par tous (code de l’éducation, D124-4)."
      >
        <AgreementForm agreement={agreement} />
      </Section>
    </>
  );
}
