import { ButtonLink } from "#components/ui/button-link";
import type { Standing } from "#lib/events/registrations/rules";
import { formatInstant } from "#lib/platform/dates";
import { count } from "#lib/platform/french";
import { paths } from "#lib/platform/paths";

type Props = { slug: string; opening: { capacity: number; taken: number; deadline: Date }; standing: Standing };

/** How to come: seats left, until when, and the way to the form. Nothing of it depends on who reads. */
export function RegistrationNotice({ slug, opening: { capacity, taken, deadline }, standing }: Props) {
  if (standing === "closed") return <p className="mt-6">Les inscriptions sont closes.</p>;
  if (standing !== "open" && standing !== "full") return null;
  return (
    <div className="mt-6">
      <p className="mb-4">
        {standing === "open"
          ? `Gratuit, sur inscription\u202f: ${count(capacity - taken, "place libre", "places libres")} sur ${capacity}, `
          : "Toutes les places sont prises, mais il s’en libère souvent\u202f: liste d’attente ouverte "}
        jusqu’au {formatInstant(deadline)}.
      </p>
      <ButtonLink href={paths.registrationForm(slug)}>
        {standing === "open" ? "S’inscrire" : "S’inscrire sur la liste d’attente"}
      </ButtonLink>
    </div>
  );
}
