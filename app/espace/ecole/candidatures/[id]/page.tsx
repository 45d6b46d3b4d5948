import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Paragraphs } from "#components/ui/paragraphs";
import { Section } from "#components/ui/section";
import { STATE_LABELS } from "#lib/internships/applications/labels";
import { existsApplication } from "#lib/internships/applications/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { noteRefusal, requireRight } from "#lib/platform/session";
import { findSharedApplication } from "#lib/schools/cohort/queries";

export const metadata: Metadata = { title: "Une candidature montrée" };

export default async function SharedApplicationPage({ params }: PageProps<"/espace/ecole/candidatures/[id]">) {
  const [actor, { id }] = [await requireRight("read", "School"), await params];
  const application = await findSharedApplication(actor, id, requestTime());
  if (!application?.student) {
    if (await existsApplication(id)) await noteRefusal("forbidden");
    notFound();
  }
  const { student, internship, structure, state, sentAt, readAt, message, cv } = application;
  const { firstName, lastName, email } = student.person;
  const name = `${firstName} ${lastName}`;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Notre promotion", href: paths.school }]} here={name} />}
        kicker={STATE_LABELS[state]}
        title={name}
        lead={
          <>
            {internship.title}, chez <a href={paths.member(structure.slug)}>{structure.name}</a>
          </>
        }
      />
      <Section title="En bref" layout="stacked">
        <DefinitionList
          items={[
            { term: "Diplôme", value: student.diploma },
            { term: "Adresse", value: <a href={`mailto:${email}`}>{email}</a> },
            { term: "Envoyée", value: sentAt && formatDay(dayOf(sentAt)) },
            { term: "Lue par l’entreprise", value: readAt ? formatDay(dayOf(readAt)) : "pas encore" },
          ]}
        />
        {cv && (
          <div className="actions">
            <ButtonLink href={paths.applicationCv(id)} kind="secondary">
              Lire son CV (PDF)
            </ButtonLink>
          </div>
        )}
      </Section>
      <Section
        title="Son message"
        layout="stacked"
        intro={`${firstName} vous le montre, et peut cesser à tout moment.`}
      >
        <Paragraphs text={message} />
      </Section>
    </>
  );
}
