import { DefinitionList } from "#components/ui/definition-list";
import { BUDGET_LABELS, DECLINE_LABELS, DELAY_LABELS, HEADCOUNT_LABELS, STATE_LABELS } from "#lib/needs/labels";
import type { listNeedsToPlace } from "#lib/needs/placing/queries";
import { formatInstant } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { PlaceNeedForm } from "./place-need-form.tsx";

type Need = Awaited<ReturnType<typeof listNeedsToPlace>>["items"][number];

/** A need that no member took: what is asked, by whom, who was asked, and the form that names another. */
export function NeedToPlace({ need }: { need: Need }) {
  const { id, text, introductions, contactEmail, contactPhone, escalatedAt } = need;
  return (
    <article className="need-asked" aria-labelledby={`besoin-${id}`}>
      <h3 id={`besoin-${id}`}>
        Besoin de {need.organization ?? need.contactName}
        {need.city && `, ${need.city}`}
      </h3>
      <p className="need-quote">{text}</p>
      <DefinitionList
        items={[
          { term: "Commission", value: need.commission?.name ?? "Aucune" },
          { term: "Pour quand", value: DELAY_LABELS[need.delay] },
          { term: "Budget", value: BUDGET_LABELS[need.budget] },
          { term: "Effectif", value: need.headcount && HEADCOUNT_LABELS[need.headcount] },
          { term: "Reçu le", value: formatInstant(need.receivedAt) },
          { term: "Sans adhérent depuis le", value: escalatedAt && formatInstant(escalatedAt) },
          { term: "Acheteur", value: need.contactName },
          { term: "E-mail", value: <a href={`mailto:${contactEmail}`}>{contactEmail}</a> },
          {
            term: "Téléphone",
            value: contactPhone && <a href={`tel:${contactPhone.replaceAll(" ", "")}`}>{contactPhone}</a>,
          },
          { term: "Déjà sollicités", value: introductions.length > 0 ? <Asked asked={introductions} /> : "Personne" },
        ]}
      />
      <PlaceNeedForm needId={id} candidates={need.candidates} />
    </article>
  );
}

function Asked({ asked }: { asked: Need["introductions"] }) {
  return (
    <ul>
      {asked.map((introduction) => (
        <li key={introduction.structureId}>
          <a href={paths.member(introduction.structure.slug)}>{introduction.structure.name}</a>
          {`\u202f: ${answerOf(introduction)}`}
        </li>
      ))}
    </ul>
  );
}

function answerOf({ state, dueAt, declineReason }: Need["introductions"][number]): string {
  if (state === "waiting") return dueAt ? `réponse attendue avant le ${formatInstant(dueAt)}` : "réponse attendue";
  const answer = STATE_LABELS[state].toLowerCase();
  return state === "declined" && declineReason ? `${answer} (${DECLINE_LABELS[declineReason].toLowerCase()})` : answer;
}
