import { ButtonLink } from "#components/ui/button-link";
import { Section } from "#components/ui/section";
import type { findAnswerHabit } from "#lib/internships/applications/promise/queries";
import { dayOfColumn, formatDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";

import { AnswerHabit } from "./answer-habit.tsx";

type Props = {
  offer: { slug: string; answerBy: Date; structure: { slug: string; name: string } };
  habit: Awaited<ReturnType<typeof findAnswerHabit>>;
  /** Where one applies when one is signed in already. */
  applyAt?: string;
};

/** The way from an offer to its structure, and the answer it promises. */
export function HowToApply({ offer: { slug, answerBy, structure }, habit, applyAt }: Props) {
  return (
    <Section title="Candidater" id="candidater">
      <p className="measure">
        <strong>Une réponse, quoi qu’il arrive, au plus tard le {formatDay(dayOfColumn(answerBy))}.</strong>{" "}
        <AnswerHabit name={structure.name} habit={habit} /> Préparez un CV en PDF : le reste se remplit en trois
        minutes, sans mot de passe.
      </p>
      <div className="actions">
        <ButtonLink href={applyAt ?? paths.applyTo(slug)}>Postuler</ButtonLink>
        <ButtonLink href={paths.member(structure.slug)} kind="secondary">
          Découvrir {structure.name}
        </ButtonLink>
      </div>
    </Section>
  );
}
