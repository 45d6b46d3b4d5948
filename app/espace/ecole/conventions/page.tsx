import type { Metadata } from "next";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { requestTime } from "#lib/platform/clock";
import { formatDays } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { listAgreements } from "#lib/schools/agreements/queries";
import { AGREEMENT_LABELS } from "#lib/schools/labels";

export const metadata: Metadata = { title: "Conventions à préparer" };

const STEPS = Object.keys(AGREEMENT_LABELS).length;

export default async function AgreementsPage() {
  const agreements = await listAgreements(await requireRight("read", "School"), requestTime());
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Notre promotion", href: paths.school }]} here="Conventions" />}
        title="Conventions à préparer"
        lead="Une ligne par étudiant placé, le premier à partir d’abord."
      />
      <Section title="Étudiants placés" layout="stacked">
        {agreements.length === 0 ? (
          <EmptyState title="Aucun étudiant n’a encore accepté de stage" />
        ) : (
          <BrickList>
            {agreements.map(({ id, student, host, title, startsOn, endsOn, tutor, teacher, done }) => (
              <BrickRow
                key={id}
                title={student}
                href={paths.agreement(id)}
                kicker={host}
                aside={
                  <p className="display text-lg text-charbon">
                    {done.length} / {STEPS} <span className="text-sm">faits</span>
                  </p>
                }
              >
                <p>
                  {title}, {formatDays(startsOn, endsOn)}
                </p>
                <p>
                  {tutor ? `Tuteur\u202f: ${tutor}` : "Tuteur à nommer"} ·{" "}
                  {teacher ? `Enseignant référent\u202f: ${teacher}` : "Enseignant référent à nommer"}
                </p>
              </BrickRow>
            ))}
          </BrickList>
        )}
      </Section>
    </>
  );
}
