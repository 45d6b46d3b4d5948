import type { Metadata } from "next";
import { AuditFilters } from "#components/audit/audit-filters";
import { BrickList } from "#components/ui/brick-list";
import { BrickRow } from "#components/ui/brick-row";
import { ButtonLink } from "#components/ui/button-link";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { Pager } from "#components/ui/pager";
import { Section } from "#components/ui/section";
import { ACTION_LABELS, DETAIL_LABELS, SUBJECT_LABELS, VALUE_LABELS } from "#lib/audit/labels";
import { type AuditView, listAudit, listAuditedActions } from "#lib/audit/queries";
import { auditHref, readAuditAddress } from "#lib/audit/schema";
import { requestTime } from "#lib/platform/clock";
import { formatDayShort, formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Journal" };

export default async function AuditPage({ searchParams }: PageProps<"/comite/journal">) {
  const actor = await requireRight("read", "AuditEntry");
  const now = requestTime();
  const { filter, before } = readAuditAddress(await searchParams);
  const [{ items, next }, actions] = await Promise.all([
    listAudit(actor, filter, before, now),
    listAuditedActions(actor, now),
  ]);
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Journal"
        lead="Qui a fait quoi, et quand. Personne ne peut le modifier, pas même le portail."
      />
      <Section title="Les actes" layout="stacked">
        <AuditFilters filter={filter} actions={actions} />
        {items.length === 0 ? (
          <EmptyState
            title="Aucun acte ne correspond"
            actions={<ButtonLink href={paths.auditLog}>Voir tout le journal</ButtonLink>}
          />
        ) : (
          <BrickList label="Actes, les derniers d’abord">
            {items.map((entry) => (
              <BrickRow key={entry.id} title={inWords(entry)} kicker={formatInstant(entry.at)}>
                <Detail entry={entry} />
              </BrickRow>
            ))}
          </BrickList>
        )}
        {(next !== null || before !== null) && (
          <Pager
            words={before === null ? "Les derniers actes" : "Des actes plus anciens"}
            previous={before === null ? null : auditHref(filter)}
            next={next === null ? null : auditHref(filter, next)}
          />
        )}
      </Section>
    </>
  );
}

/** "Hélène Delattre a confié un mandat à Nadia Benali". */
function inWords({ person, action, subject }: AuditView): string {
  const about = subject === person ? null : subject;
  return [person ?? "Le portail", ACTION_LABELS[action] ?? action, about].filter(Boolean).join(" ");
}

function Detail({ entry: { subjectKind, subjectId, detail } }: { entry: AuditView }) {
  const facts = Object.entries(Object(detail)).flatMap(([name, value]) => {
    const label = DETAIL_LABELS[name];
    return label && value !== null ? [`${label}\u202f: ${valueInWords(value)}`] : [];
  });
  return (
    <>
      {facts.length > 0 && <p className="field-hint">{facts.join(" · ")}</p>}
      {subjectId && (
        <p>
          <a href={auditHref({ subjectKind, subjectId })}>
            Tout ce qui concerne ce sujet ({SUBJECT_LABELS[subjectKind] ?? subjectKind})
          </a>
        </p>
      )}
    </>
  );
}

function valueInWords(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  const text = String(value);
  return VALUE_LABELS[text] ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? formatDayShort(text) : text);
}
