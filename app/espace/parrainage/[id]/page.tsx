import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InviteForm } from "#components/membership/invite-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { findAcquaintable } from "#lib/membership/prospects/sponsorship/queries";
import { requestTime } from "#lib/platform/clock";
import { formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Inviter une entreprise" };

export default async function InviteProspectPage({ params }: PageProps<"/espace/parrainage/[id]">) {
  const actor = await requireActor();
  const now = requestTime();
  if (!can(actor, "sponsor", "Prospect", now)) notFound();
  const { id } = await params;
  const prospect = await findAcquaintable(actor, id, now);
  if (!prospect) notFound();
  const { name, activity, city, invitations } = prospect;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Parrainage", href: paths.sponsorship }]} here="Inviter" />}
        title={`Inviter ${name}`}
        lead={[activity, city].filter(Boolean).join(", ")}
      />
      <Section title="À qui écrire">
        {invitations.map(({ id: invitationId, toName, sentAt }) => (
          <div key={invitationId} className="mb-6">
            <Notice kind="success" title={`Invitation envoyée à ${toName}`}>
              <p>{formatInstant(sentAt)}. Vous pouvez inviter une autre personne de l’entreprise.</p>
            </Notice>
          </div>
        ))}
        <InviteForm prospectId={id} />
      </Section>
    </>
  );
}
