import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ButtonForm } from "#components/forms/button-form";
import { MinutesEditor } from "#components/meetings/minutes-editor";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { EmptyState } from "#components/ui/empty-state";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { startMinutesAction } from "#lib/meetings/minutes/actions";
import { findMinutesDesk } from "#lib/meetings/minutes/queries";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";
import { requireActor } from "#lib/platform/session";

export const metadata: Metadata = { title: "Rédiger le compte rendu" };

export default async function MinutesDeskPage({ params }: PageProps<"/espace/reunions/[event]/compte-rendu/rediger">) {
  const { event: slug } = await params;
  const desk = (await findMinutesDesk(await requireActor(), slug, requestTime())) ?? notFound();
  const { meetingId, event, minutes, isOpen, present, people } = desk;
  if (minutes?.state === "published") redirect(paths.minutes(slug));
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Mes réunions", href: paths.meetings },
              { label: event.title, href: paths.ownMeeting(slug) },
            ]}
            here="Compte rendu"
          />
        }
        title="Compte rendu"
        lead={`${event.title}, ${formatRange(event.startsAt, event.endsAt)}.`}
      >
        <p>
          <a href={paths.attendanceDesk(slug)}>
            {present > 0 ? count(present, "présent") : "Personne n’est encore noté présent"}
          </a>
          {present === 0 && " : faites d’abord l’appel, les présents reliront le compte rendu."}
        </p>
      </PageHeader>
      <div className="sheet minutes-sheet">
        {minutes?.state === "approved" && (
          <Notice title="Ce compte rendu est approuvé">
            <p>
              {minutes.waiting > 0 && (
                <>
                  <a href={`${paths.minutes(slug)}#corrections`}>
                    {count(minutes.waiting, "correction demandée attend", "corrections demandées attendent")}
                  </a>{" "}
                  votre réponse.{" "}
                </>
              )}
              Ce que vous enregistrez ici remplace ce que les personnes présentes ont lu.
            </p>
          </Notice>
        )}
        {minutes ? (
          <MinutesEditor
            meetingId={meetingId}
            kept={{
              body: minutes.body,
              publicPart: minutes.publicPart,
              version: minutes.version,
              blocks: minutes.blocks,
            }}
            isApproved={minutes.state === "approved"}
            mayBePublic={event.visibility === "public"}
            people={people}
          />
        ) : (
          <EmptyState
            title={isOpen ? "Le compte rendu n’est pas commencé" : "La réunion n’a pas commencé"}
            actions={
              isOpen && (
                <ButtonForm
                  action={startMinutesAction}
                  id="commencer"
                  fields={{ meetingId }}
                  kind="primary"
                  failure="Le compte rendu n’est pas commencé"
                >
                  Préparer le compte rendu
                </ButtonForm>
              )
            }
          >
            <p>
              {isOpen
                ? "Le portail écrit la trame\u202f: un titre par point de l’ordre du jour, et ce que les réunions précédentes ont laissé ouvert."
                : "Le compte rendu se prépare à partir d’une heure avant la réunion."}
            </p>
          </EmptyState>
        )}
      </div>
    </>
  );
}
