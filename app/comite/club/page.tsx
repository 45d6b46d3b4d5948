import type { Metadata } from "next";
import { ClubForm } from "#components/club/club-form";
import { DoneNotice } from "#components/ui/done-notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { getClub } from "#lib/club/queries";
import { paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";

export const metadata: Metadata = { title: "Le club" };

export default async function ClubSettingsPage({ searchParams }: PageProps<"/comite/club">) {
  await requireRight("update", "Club");
  const { tagline, contactEmail, contactPhone, seat, rna, siret, ...rest } = await getClub();
  const { publicationDirector, hostName, hostAddress, hostPhone, statutesUrl } = rest;
  return (
    <>
      <PageHeader
        kicker="Comité directeur"
        title="Le club"
        lead="Ce que la loi et les lecteurs veulent savoir. Les pages publiques suivent dès l’enregistrement."
      />
      <DoneNotice
        query={await searchParams}
        words={{ enregistre: "C’est enregistré. Les pages publiques le disent déjà." }}
      />
      <Section
        title="Informations"
        id="informations"
        intro={
          <>
            Elles paraissent dans <a href={paths.legalNotice}>les mentions légales</a> et sur{" "}
            <a href={paths.club}>la page du club</a>. Ce qui reste vide s’y lit « À compléter ».
          </>
        }
      >
        <ClubForm
          club={{
            tagline,
            contactEmail,
            contactPhone,
            seat,
            rna,
            siret,
            publicationDirector,
            hostName,
            hostAddress,
            hostPhone,
            statutesUrl,
          }}
        />
      </Section>
    </>
  );
}
