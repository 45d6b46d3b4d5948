import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AssessmentForm } from "#components/tenders/assessment-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { VERDICT_LABELS } from "#lib/tenders/assessments/labels";
import { findAssessment } from "#lib/tenders/assessments/queries";
import { adviceOf } from "#lib/tenders/assessments/rules";
import { findTender } from "#lib/tenders/queries";

export const metadata: Metadata = { title: "Y aller ou non" };

export default async function TenderDecisionPage({
  params,
  searchParams,
}: PageProps<"/espace/appels-d-offres/[id]/decision">) {
  const actor = await requireRight("read", "Tender");
  const now = requestTime();
  const { id } = await params;
  const [tender, assessment] = await Promise.all([findTender(actor, id, now), findAssessment(actor, id, now)]);
  if (!tender) notFound();
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Appels d’offres", href: paths.tenders },
              { label: tender.buyer, href: paths.tender(id) },
            ]}
            here="Y aller ou non"
          />
        }
        kicker={tender.subject}
        title="Y aller ou non"
        lead="Six critères, une décision et sa raison. Seules les personnes de votre structure les lisent."
        {...(assessment && assessment.grade !== null
          ? { figures: [{ value: assessment.grade, words: `sur 100\u202f: ${adviceOf(assessment.grade)}` }] }
          : {})}
      />
      <DoneNotice query={await searchParams} words={{ garde: "La décision est enregistrée, avec sa raison." }} />
      <Section title={assessment?.structure ?? "Votre structure"} layout="stacked">
        {assessment ? (
          <>
            {assessment.decidedAt && assessment.verdict && (
              <DefinitionList
                items={[
                  { term: "Décision", value: VERDICT_LABELS[assessment.verdict] },
                  { term: "Le", value: formatInstant(assessment.decidedAt) },
                  { term: "Par", value: assessment.decidedBy },
                ]}
              />
            )}
            <AssessmentForm tenderId={id} assessment={assessment} />
          </>
        ) : (
          <EmptyState title="Votre compte n’agit pour aucune structure" />
        )}
      </Section>
    </>
  );
}
