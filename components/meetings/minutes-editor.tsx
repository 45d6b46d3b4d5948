"use client";

import { useRef, useState } from "react";
import { TextAreaField } from "#components/forms/text-area-field";
import { Button } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { Reveal } from "#components/ui/reveal";
import type { EditorState } from "#lib/meetings/minutes/actions";
import type { LineProblem } from "#lib/meetings/minutes/lines/rules";
import type { Block } from "#lib/meetings/minutes/text/rules";
import { type SentState, type Typed, useAutosave, useBrowserCopy, usePreview, useSending } from "./minutes-draft.ts";
import { MinutesText } from "./minutes-text.tsx";

type Props = {
  meetingId: string;
  kept: { body: string; publicPart: string; version: number; blocks: Block[] };
  isApproved: boolean;
  /** The public page of the meeting can show a part of them. */
  mayBePublic: boolean;
  people: string[];
};

const BEGINNINGS = ["décidé\u202f: ", "à faire\u202f: ", "à revoir\u202f: "];

/**
 * Minutes as they are typed, beside what they will look like. A draft is saved by itself; until it is, a
 * copy stays in the browser, so that a closed tab loses nothing. What another editor saved meanwhile is
 * shown beside, never overwritten. Without scripts it is a form.
 */
export function MinutesEditor({ meetingId, kept, isApproved, mayBePublic, people }: Props) {
  const { state, action, send, isPending } = useSending();
  const [typed, setTyped] = useState<Typed>(() => ("typed" in state ? state.typed : kept));
  const area = useRef<HTMLFormElement>(null);
  const isConflict = state.kind === "conflict";
  const { saved, version, isSaved, save } = useAutosave(area, typed, kept, {
    state,
    send,
    isOff: isApproved || isPending || isConflict,
  });
  const copy = useBrowserCopy(`compte-rendu-${meetingId}`, typed, saved);
  const { blocks, problems } = usePreview(meetingId, typed.body, kept.blocks);
  const shownProblems = state.kind === "problems" ? state.problems : problems;
  return (
    <form
      ref={area}
      className="minutes-editor"
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter));
      }}
    >
      <input type="hidden" name="meetingId" value={meetingId} />
      <input type="hidden" name="version" value={isConflict ? state.theirs.version : version} />
      {copy.found && <FoundCopy found={copy.found} onTake={setTyped} onForget={copy.forget} />}
      {state.kind === "refused" && (
        <Notice kind="error" title="Le compte rendu n’est pas enregistré" isLive>
          <p>{state.message}</p>
        </Notice>
      )}
      {state.kind === "unanswered" && (
        <Notice kind="warning" title="Le portail ne répond pas" isLive>
          <p>
            Votre texte reste ici et dans ce navigateur : continuez.{" "}
            {isApproved
              ? "Enregistrez-le à nouveau quand le réseau sera revenu."
              : "Il sera enregistré de lui-même dès que le réseau sera revenu."}
          </p>
        </Notice>
      )}
      {isConflict && <Conflict theirs={state.theirs} />}
      <div className="minutes-columns">
        <div>
          <Beginnings onChoose={(words) => setTyped({ ...typed, body: withLine(area.current, typed.body, words) })} />
          <Fields typed={typed} onType={setTyped} mayBePublic={mayBePublic} people={people} />
        </div>
        <section className="minutes-preview" aria-label="Aperçu">
          <p className="kicker">Aperçu</p>
          <MinutesText blocks={blocks} />
        </section>
      </div>
      {shownProblems.length > 0 && <Problems problems={shownProblems} isLive={state.kind === "problems"} />}
      <div className="minutes-bar">
        <p role="status">{statusOf(state, { isSaved, isPending, isApproved })}</p>
        <div className="intentions">
          {!isApproved && (
            <Button kind="secondary" disabled={isPending}>
              {isConflict ? "Enregistrer mon texte" : "Enregistrer"}
            </Button>
          )}
          <Button name="intent" value="approve" disabled={isPending}>
            {isApproved ? "Enregistrer la version corrigée" : "Approuver et donner à relire"}
          </Button>
        </div>
      </div>
    </form>
  );
}

type FoundProps = { found: Typed; onTake: (found: Typed) => void; onForget: () => void };

function FoundCopy({ found, onTake, onForget }: FoundProps) {
  return (
    <Notice kind="warning" title="Un texte non enregistré a été retrouvé dans ce navigateur">
      <div className="intentions">
        <Button
          type="button"
          kind="secondary"
          onClick={() => {
            onTake(found);
            onForget();
          }}
        >
          Le reprendre
        </Button>
        <Button type="button" kind="quiet" onClick={onForget}>
          L’oublier
        </Button>
      </div>
    </Notice>
  );
}

type FieldsProps = Pick<Props, "mayBePublic" | "people"> & { typed: Typed; onType: (typed: Typed) => void };

function Fields({ typed, onType, mayBePublic, people }: FieldsProps) {
  return (
    <>
      <TextAreaField
        name="body"
        id="texte"
        label="Le compte rendu"
        hint="Une ligne qui commence par « décidé : », « à faire : » ou « à revoir : » devient une décision, une action ou un point à reprendre. À faire : @Prénom Nom avant le 12 janvier."
        rows={28}
        value={typed.body}
        onChange={(event) => onType({ ...typed, body: event.currentTarget.value })}
        maxLength={100_000}
        required
      />
      <Reveal label={`Les ${people.length} noms que l’on peut écrire après @`}>
        <p className="field-hint">{people.join(", ")}</p>
      </Reveal>
      {mayBePublic && (
        <TextAreaField
          name="publicPart"
          id="partie-publique"
          label="Ce que le public pourra lire"
          hint="Montré sur le site quand le compte rendu sera publié. Vide : rien. Une décision se rend publique en commençant sa ligne par « décidé (public) : »."
          rows={5}
          value={typed.publicPart}
          onChange={(event) => onType({ ...typed, publicPart: event.currentTarget.value })}
          maxLength={20_000}
        />
      )}
    </>
  );
}

function Beginnings({ onChoose }: { onChoose: (words: string) => void }) {
  return (
    <fieldset className="intentions">
      <legend className="sr-only">Commencer une ligne</legend>
      {BEGINNINGS.map((words) => (
        <Button key={words} type="button" kind="secondary" onClick={() => onChoose(words)}>
          + {words.replace(" : ", "")}
        </Button>
      ))}
    </fieldset>
  );
}

function Conflict({ theirs }: { theirs: Extract<EditorState, { kind: "conflict" }>["theirs"] }) {
  return (
    <Notice kind="warning" title="Quelqu’un a enregistré un autre texte entre-temps" isLive>
      <p>
        {theirs.by ?? "Une autre personne"} a enregistré le texte ci-dessous, {theirs.at}. Le vôtre est toujours dans
        l’éditeur : reprenez ce qui vous manque, puis enregistrez-le. Rien n’est écrasé avant.
      </p>
      <TextAreaField
        label="Le texte enregistré"
        name="theirs"
        id="autre-texte"
        readOnly
        rows={12}
        value={theirs.body}
      />
      {theirs.publicPart && (
        <TextAreaField
          label="Sa partie publique"
          name="theirPublicPart"
          id="autre-partie-publique"
          readOnly
          rows={4}
          value={theirs.publicPart}
        />
      )}
    </Notice>
  );
}

function Problems({ problems, isLive }: { problems: LineProblem[]; isLive: boolean }) {
  return (
    <Notice
      kind={isLive ? "error" : "info"}
      title={
        isLive
          ? "Le compte rendu n’est pas approuvé\u202f: des lignes sont à compléter"
          : "À compléter avant d’approuver"
      }
      isLive={isLive}
    >
      <ul className="prose">
        {problems.map(({ line, why }) => (
          <li key={`${line} ${why}`}>
            {line && `«\u202f${line}\u202f»\u202f: `}
            {why}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function statusOf(
  state: SentState,
  { isSaved, isPending, isApproved }: { isSaved: boolean; isPending: boolean; isApproved: boolean },
): string {
  if (isPending) return "Enregistrement en cours…";
  if (state.kind === "unanswered") return "Pas encore enregistré\u202f: le portail ne répond pas.";
  if (!isSaved) return isApproved ? "Modifié, pas encore enregistré." : "Modifié\u202f: enregistré dans un instant.";
  return state.kind === "saved" ? `Enregistré à ${state.at}.` : "Tout est enregistré.";
}

/** The text with a new line that begins so, after the line where the cursor stands. */
function withLine(form: HTMLFormElement | null, body: string, words: string): string {
  const field = form?.elements.namedItem("body");
  const at = field instanceof HTMLTextAreaElement ? field.selectionEnd : body.length;
  const end = body.indexOf("\n", at);
  const [before, after] = end === -1 ? [body, ""] : [body.slice(0, end), body.slice(end)];
  const start = before === "" || before.endsWith("\n") ? before : `${before}\n`;
  if (field instanceof HTMLTextAreaElement) {
    // Once React has written the text: the cursor goes on where the line goes on.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(start.length + words.length, start.length + words.length);
    });
  }
  return `${start}${words}${after}`;
}
