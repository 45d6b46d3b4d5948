import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QrCode } from "#components/people/qr-code";
import { Breadcrumb } from "#components/ui/breadcrumb";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { findHosted } from "#lib/events/hosting/queries";
import { listRegistrants } from "#lib/events/registrations/desk/queries";
import { LINKS } from "#lib/events/registrations/rules";
import { requestTime } from "#lib/platform/clock";
import { formatRange } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { absolute, paths } from "#lib/platform/paths";
import { requireRight } from "#lib/platform/session";
import { signedToken } from "#lib/platform/tokens";

export const metadata: Metadata = { title: "Liste d’émargement" };

/** The most names on one list: a drawing of a code for each. */
const MOST = 1_000;

/** To be printed: a name, a code that the telephone at the door reads, room for a signature. */
export default async function SignInSheetPage({ params }: PageProps<"/espace/evenements/[slug]/emargement">) {
  const { slug } = await params;
  const [actor, now] = [await requireRight("host", "Event"), requestTime()];
  const event = (await findHosted(actor, slug, now)) ?? notFound();
  const { items } = await listRegistrants(
    actor,
    slug,
    { q: undefined, state: "registered" },
    { page: 1, perPage: MOST },
    now,
  );
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            steps={[
              { label: "Événements", href: paths.hostedEvents },
              { label: event.title, href: paths.hostedEvent(slug) },
            ]}
            here="Émargement"
          />
        }
        kicker="Liste d’émargement"
        title={event.title}
        lead={`${formatRange(event.startsAt, event.endsAt)}, ${event.place ?? "lieu à préciser"}. ${count(items.length, "inscrit")}.`}
      />
      <div className="sheet section">
        {items.length === 0 ? (
          <EmptyState title="Personne n’est inscrit" />
        ) : (
          <table className="sign-in-sheet">
            <caption className="no-print">
              Imprimez cette page. Visez un code avec un téléphone où vous êtes connecté : il ouvre de quoi pointer la
              personne.
            </caption>
            <thead>
              <tr>
                <th scope="col">Code</th>
                <th scope="col">Nom et structure</th>
                <th scope="col" className="sign-in-box">
                  Signature
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ id, firstName, lastName, organization, guests }) => (
                <tr key={id}>
                  <td>
                    <QrCode
                      text={absolute(paths.presenceCode(signedToken(LINKS.presence, id)))}
                      label={`Code de ${firstName} ${lastName}`}
                    />
                  </td>
                  <td>
                    <p className="sign-in-name">{`${lastName} ${firstName}`}</p>
                    <p>{[organization, guests > 0 && `avec ${count(guests, "invité")}`].filter(Boolean).join(", ")}</p>
                  </td>
                  <td className="sign-in-box" />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  );
}
