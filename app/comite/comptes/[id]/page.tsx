import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { SuspendForm } from "#components/people/suspend-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { DefinitionList } from "#components/ui/definition-list";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { FUNCTION_LABELS } from "#lib/mandates/labels";
import {
  grantAdministrationAction,
  liftSuspensionAction,
  withdrawAdministrationAction,
} from "#lib/people/accounts/actions";
import { findAccount } from "#lib/people/accounts/queries";
import { requestTime } from "#lib/platform/clock";
import { dayOf, formatDay } from "#lib/platform/dates";
import { formatList } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Un compte" };

const DONE = {
  administration: "L’administration est confiée\u202f; la personne est prévenue par e-mail.",
  retrait: "L’administration est retirée\u202f; la personne est prévenue par e-mail.",
  suspension: "L’accès est suspendu dès maintenant\u202f; la personne est prévenue par e-mail.",
  levee: "L’accès est rétabli\u202f; la personne est prévenue par e-mail.",
};

export default async function AccountPage({ params, searchParams }: PageProps<"/comite/comptes/[id]">) {
  const actor = await requireRight("administer", "Person");
  const account = await findAccount(actor, (await params).id, requestTime());
  if (!account) notFound();
  const { id, name, email, structures, mandates, administrator, suspension, openSessions } = account;
  const back = paths.account(id);
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Comptes", href: paths.accounts }]} here={name} />}
        kicker="Compte"
        title={name}
      />
      <DoneNotice query={await searchParams} words={DONE} />
      <Section title="La personne" id="personne">
        <DefinitionList
          items={[
            { term: "Adresse e-mail", value: email },
            { term: "Compte ouvert le", value: formatDay(dayOf(account.createdAt)) },
            { term: "Structures", value: structures.length > 0 && formatList(structures) },
            {
              term: "Mandats",
              value: mandates
                .map(({ function: held, commission }) =>
                  commission ? `${FUNCTION_LABELS[held]} – ${commission.name}` : FUNCTION_LABELS[held],
                )
                .join(", "),
            },
            { term: "Sessions ouvertes", value: String(openSessions) },
          ]}
        />
      </Section>
      <Section title="Administration" id="administration" intro="Elle ne donne aucune voix dans les décisions du club.">
        {administrator ? (
          <>
            <p className="mb-4">Administre le portail depuis le {formatDay(dayOf(administrator.grantedAt))}.</p>
            <ButtonForm
              action={withdrawAdministrationAction}
              id="retrait"
              fields={{ personId: id }}
              failure="L’administration n’est pas retirée"
            >
              Retirer l’administration
            </ButtonForm>
          </>
        ) : (
          <ButtonForm
            action={grantAdministrationAction}
            id="octroi"
            fields={{ personId: id }}
            failure="L’administration n’est pas confiée"
          >
            Confier l’administration
          </ButtonForm>
        )}
      </Section>
      <Section title="Accès" id="acces">
        {suspension ? (
          <>
            <p className="mb-4">
              Suspendu le {formatDay(dayOf(suspension.suspendedAt))} : {suspension.reason}
            </p>
            <ButtonForm
              action={liftSuspensionAction}
              id="levee"
              fields={{ personId: id, back }}
              failure="La suspension n’est pas levée"
            >
              Lever la suspension
            </ButtonForm>
          </>
        ) : id === actor.personId ? (
          <p>Vous ne pouvez pas suspendre votre propre accès.</p>
        ) : (
          <SuspendForm person={{ id, name }} back={back} />
        )}
      </Section>
    </>
  );
}
