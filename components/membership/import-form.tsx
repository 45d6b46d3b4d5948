"use client";

import { useActionState } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { FieldFrame } from "#components/forms/field-frame";
import { Button } from "#components/ui/button";
import { previewImportAction } from "#lib/membership/prospects/import/actions";
import { ImportPreviewTable } from "./import-preview-table.tsx";

/** First the file is read and shown; only the second button writes. */
export function ImportForm() {
  const [state, send, isPending] = useActionState(previewImportAction, undefined);
  const error = state && "error" in state ? state.error : undefined;
  return (
    <>
      <form action={send} className="form">
        <ErrorSummary title="Le fichier n’a pas été lu" errors={error ? [{ field: "file", message: error }] : []} />
        <FieldFrame
          id="file"
          label="Fichier CSV"
          hint="Enregistré depuis un tableur, avec une ligne de titres. Une colonne Nom suffit ; Type, Métier, Ville, Code postal, SIRET, Site, E-mail, Téléphone et Note sont reconnues."
          error={error}
          isRequired
        >
          <input
            id="file"
            type="file"
            name="file"
            accept=".csv,text/csv"
            className="field-control"
            aria-describedby="file-aide"
          />
        </FieldFrame>
        <Button disabled={isPending}>{isPending ? "Lecture en cours…" : "Lire le fichier"}</Button>
      </form>
      {state && "preview" in state && <ImportPreviewTable preview={state.preview} content={state.content} />}
    </>
  );
}
