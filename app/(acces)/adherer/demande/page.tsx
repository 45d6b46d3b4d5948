import type { Metadata } from "next";
import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { ApplicationForm } from "#components/membership/application-form";
import { ApplicationNotice } from "#components/membership/application-notice";
import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { getClub } from "#lib/club/queries";
import { findVisit } from "#lib/events/registrations/queries";
import { findInvitation, findMemberBySiret, listApplicationChoices } from "#lib/membership/applications/queries";
import { MOST_PEOPLE, siretInput } from "#lib/membership/applications/schema";
import { findCompany, type RegisterFinding } from "#lib/membership/register/queries";
import { readParameter, writeAddress } from "#lib/platform/address";
import { clientAddress } from "#lib/platform/client-address";
import { requestTime } from "#lib/platform/clock";
import { openedToken } from "#lib/platform/human-form";
import { absolute, paths } from "#lib/platform/paths";
import { tryAgain } from "#lib/platform/throttle";

export const metadata: Metadata = {
  title: "Demander à adhérer",
  description: "La demande d’adhésion au club TacTic, en cinq minutes.",
  alternates: { canonical: absolute(paths.joinForm) },
};

export default async function JoinFormPage({ searchParams }: PageProps<"/adherer/demande">) {
  const query = await searchParams;
  const token = typeof query.invitation === "string" ? query.invitation.slice(0, 400) : undefined;
  const invitation = token ? await findInvitation(token) : null;
  const visitToken = typeof query.visite === "string" ? query.visite.slice(0, 400) : undefined;
  const visit = visitToken ? await findVisit(visitToken) : null;
  const typed = readParameter(query, "siret");
  const isByHand = readParameter(query, "saisie") !== undefined;
  return (
    <>
      <PageHeader
        kicker="Rejoindre le club"
        title="Demande d’adhésion"
        lead={
          invitation?.invitedBy
            ? `${invitation.invitedBy} vous invite à rejoindre le club. Comptez cinq minutes.`
            : visit
              ? `Vous étiez à «\u202f${visit.opening.event.title}\u202f» : ce que vous nous aviez dit est déjà rempli. Comptez cinq minutes.`
              : "Comptez cinq minutes. Vous confirmerez ensuite par e-mail, puis vous suivrez la réponse par un lien."
        }
      />
      {token && !invitation && (
        <div className="sheet">
          <Notice kind="warning" title="Cette invitation n’est plus valable">
            <p>Vous pouvez déposer une demande tout de même.</p>
          </Notice>
        </div>
      )}
      <Step
        typed={typed}
        isByHand={isByHand}
        token={invitation ? token : undefined}
        invitation={invitation}
        visitToken={visit ? visitToken : undefined}
        visit={visit}
      />
    </>
  );
}

type StepProps = {
  typed: string | undefined;
  isByHand: boolean;
  token: string | undefined;
  invitation: Awaited<ReturnType<typeof findInvitation>>;
  visitToken: string | undefined;
  visit: Awaited<ReturnType<typeof findVisit>>;
};

async function Step({ typed, isByHand, ...known }: StepProps) {
  const { token, invitation, visitToken } = known;
  if (isByHand) return <Details siret="" finding={null} {...known} />;
  const siret = typed === undefined ? null : siretInput.safeParse(typed);
  if (!siret?.success) {
    return (
      <AskSiret
        typed={typed ?? invitation?.prospect.siret ?? ""}
        error={siret?.error.issues[0]?.message}
        token={token}
        visitToken={visitToken}
      />
    );
  }
  const member = await findMemberBySiret(siret.data, requestTime());
  if (member) return <AlreadyMember member={member} />;
  return <Details siret={siret.data} finding={await lookUp(siret.data)} {...known} />;
}

/** The register is asked on behalf of visitors: not for one who tries out numbers. */
async function lookUp(siret: string): Promise<RegisterFinding> {
  const isAllowed = await tryAgain(`register:${await clientAddress()}`, { limit: 30, seconds: 600 }, requestTime());
  return isAllowed ? await findCompany(siret) : { state: "silent" };
}

type AskProps = { typed: string; error: string | undefined } & Pick<StepProps, "token" | "visitToken">;

function AskSiret({ typed, error, token, visitToken }: AskProps) {
  return (
    <Section
      title="Votre SIRET d’abord"
      intro="Il nous évite de vous faire recopier ce que l’administration sait déjà."
    >
      <form method="get" action={paths.joinForm}>
        <ErrorSummary title="Ce SIRET ne va pas" errors={error ? [{ field: "siret", message: error }] : []} />
        {token && <input type="hidden" name="invitation" value={token} />}
        {visitToken && <input type="hidden" name="visite" value={visitToken} />}
        <TextField
          name="siret"
          label="SIRET"
          hint="14 chiffres, sur vos factures ou votre extrait Kbis."
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed}
          error={error}
          required
        />
        <Button>Continuer</Button>
      </form>
      <p className="mt-6">
        <a href={writeAddress(paths.joinForm, { saisie: "1", invitation: token, visite: visitToken })}>
          Nous n’avons pas encore de SIRET
        </a>
      </p>
    </Section>
  );
}

function AlreadyMember({ member }: { member: { name: string; slug: string } }) {
  return (
    <Section title="Vous êtes déjà des nôtres">
      <Notice title={`${member.name} est adhérente du club`}>
        <p>
          Sa fiche est dans l’annuaire : <a href={paths.member(member.slug)}>{member.name}</a>. Pour y travailler,
          demandez une invitation à la personne référente de votre structure.
        </p>
      </Notice>
      <div className="actions">
        <ButtonLink kind="secondary" href={paths.joinForm}>
          Saisir un autre SIRET
        </ButtonLink>
      </div>
    </Section>
  );
}

type DetailsProps = { siret: string; finding: RegisterFinding | null } & Pick<
  StepProps,
  "token" | "invitation" | "visit"
>;

async function Details({ siret, finding, token, invitation, visit }: DetailsProps) {
  const [club, choices] = await Promise.all([getClub(), listApplicationChoices()]);
  const company = finding?.state === "found" ? finding.company : null;
  const prospect = invitation?.prospect;
  return (
    <div className="sheet section">
      {finding && <RegisterNotice finding={finding} />}
      <ApplicationForm
        choices={choices}
        mostPeople={MOST_PEOPLE}
        purpose={{ kind: "new", opened: openedToken(requestTime()), ...(token ? { invitation: token } : {}) }}
        notice={<ApplicationNotice clubName={club.name} contactEmail={club.contactEmail} />}
        defaultValue={{
          siret,
          legalName: company?.legalName ?? prospect?.name ?? visit?.organization ?? "",
          tradeName: company?.tradeName ?? "",
          kind: prospect?.kind ?? "",
          address: company?.address ?? "",
          postalCode: company?.postalCode ?? prospect?.postalCode ?? "",
          city: company?.city ?? prospect?.city ?? "",
          website: prospect?.website ?? "",
          phone: prospect?.phone ?? "",
          people: [
            {
              firstName: visit?.firstName ?? "",
              lastName: visit?.lastName ?? "",
              email: invitation?.toAddress ?? visit?.email ?? "",
              function: "",
            },
          ],
        }}
      />
    </div>
  );
}

function RegisterNotice({ finding }: { finding: RegisterFinding }) {
  if (finding.state === "found" && finding.company.isClosed) {
    return (
      <div className="mb-6">
        <Notice kind="warning" title="Le registre dit cet établissement fermé">
          <p>Vérifiez le SIRET. S’il est juste, poursuivez : le comité directeur le verra avec vous.</p>
        </Notice>
      </div>
    );
  }
  const [title, words] = {
    found: ["Le registre des entreprises vous connaît", "Vérifiez ce qui est déjà rempli, et complétez."],
    unknown: [
      "Le registre des entreprises ne connaît pas ce SIRET",
      "C’est possible s’il est récent ou confidentiel. Saisissez vos informations.",
    ],
    silent: ["Le registre des entreprises ne répond pas", "Cela n’empêche rien : saisissez vos informations."],
  }[finding.state];
  return (
    <div className="mb-6">
      <Notice title={title}>
        <p>{words}</p>
      </Notice>
    </div>
  );
}
