import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { EndForm } from "#components/mandates/end-form";
import { RenewForm } from "#components/mandates/renew-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { ButtonLink } from "#components/ui/button-link";
import { DefinitionList } from "#components/ui/definition-list";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { withdrawAppointmentAction } from "#lib/mandates/actions";
import { FUNCTION_LABELS } from "#lib/mandates/labels";
import { findMandate } from "#lib/mandates/queries";
import { writeAddress } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { addDays, dayOf, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Un mandat" };

export default async function MandatePage({ params }: PageProps<"/comite/mandats/[id]">) {
  const actor = await requireRight("appoint", "Mandate");
  const now = requestTime();
  const mandate = await findMandate(actor, (await params).id, now);
  if (!mandate) notFound();
  const { id, person, commission, startsOn, endsOn, state } = mandate;
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Mandats", href: paths.boardMandates }]} here={person.name} />}
        kicker={FUNCTION_LABELS[mandate.function]}
        title={person.name}
        lead={commission ? `Commission ${commission.name}` : "Comité directeur"}
      />
      <Section title="Dates" id="dates">
        <DefinitionList
          items={[
            { term: "Premier jour", value: formatDay(startsOn) },
            { term: "Dernier jour", value: endsOn ? formatDay(endsOn) : "jusqu’au remplacement" },
          ]}
        />
      </Section>
      {commission && state !== "over" && (
        <Section title="Dossier" id="dossier" intro="Ce qui est dû, ce qui est fait, ce qui se transmet.">
          <ButtonLink kind="secondary" href={paths.mandateFile(commission.slug)}>
            Dossier du mandat
          </ButtonLink>
        </Section>
      )}
      {state === "coming" && (
        <Section title="Annuler" id="annuler" intro="Le mandat n’a pas commencé.">
          <ButtonForm action={withdrawAppointmentAction} id="annulation" fields={{ id }}>
            Annuler cette nomination
          </ButtonForm>
        </Section>
      )}
      {state !== "over" && (
        <Section title="Succession" id="succession" intro="L’ancien mandat finit la veille du nouveau.">
          <ButtonLink kind="secondary" href={writeAddress(paths.boardAppointment, { succede: id })}>
            Nommer un successeur
          </ButtonLink>
        </Section>
      )}
      {state !== "over" && endsOn && (
        <Section title="Renouvellement" id="renouvellement-part" intro="Un second mandat, à la suite du premier.">
          <RenewForm id={id} endsOn={addDays(endsOn, 730)} />
        </Section>
      )}
      {state === "current" && (
        <Section title="Fin anticipée" id="fin-part">
          <EndForm id={id} endsOn={dayOf(now)} isPresident={mandate.function === "president"} />
        </Section>
      )}
      {state === "over" && (
        <Section title="Ce mandat est terminé" id="termine">
          <p>Il ne donne plus aucun droit. Pour confier de nouveau la fonction, faites une nomination.</p>
        </Section>
      )}
    </>
  );
}
