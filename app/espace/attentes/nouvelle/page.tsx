import type { Metadata } from "next";
import { NewExpectationForm } from "#components/expectations/new-expectation-form";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import { listCommissions } from "#lib/commissions/queries";
import { findSimilarExpectations } from "#lib/expectations/queries";
import { readParameter } from "#lib/platform/address";
import { requestTime } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";
import { can } from "#lib/policy/ability";

export const metadata: Metadata = { title: "Dire une attente" };

export default async function NewExpectationPage({ searchParams }: PageProps<"/espace/attentes/nouvelle">) {
  const query = await searchParams;
  const actor = await requireActor();
  const now = requestTime();
  const typed = readParameter(query, "q");
  const commission = readParameter(query, "commission");
  const [commissions, similar] = await Promise.all([
    listCommissions(now),
    typed ? findSimilarExpectations(actor, typed, now) : [],
  ]);
  return (
    <>
      <PageHeader
        breadcrumb={<Breadcrumb steps={[{ label: "Attentes", href: paths.expectations }]} here="Dire une attente" />}
        title="Qu’attendez-vous du club ?"
        lead={actor.actingFor ? `Vous parlez au nom de ${actor.actingFor.name}.` : undefined}
      />
      {can(actor, "voice", "Expectation", now) ? (
        <>
          <Section title="Est-ce déjà dit ?">
            <SearchForm
              action={paths.newExpectation}
              label="Quelques mots de votre attente"
              defaultValue={typed ?? ""}
              kept={commission ? [{ name: "commission", value: commission }] : []}
            />
          </Section>
          <Section title="Votre attente">
            <NewExpectationForm
              commissions={commissions.map(({ slug, name }) => ({ slug, name }))}
              similar={similar}
              {...(typed ? { title: typed } : {})}
              {...(commission ? { commission } : {})}
            />
          </Section>
        </>
      ) : (
        <Section title="Votre attente">
          <Notice kind="warning">
            <p>Les attentes sont celles des structures adhérentes : votre compte n’est rattaché à aucune.</p>
          </Notice>
        </Section>
      )}
    </>
  );
}
