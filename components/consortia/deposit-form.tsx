"use client";

import { useState } from "react";
import { CheckboxGroup } from "#components/forms/checkbox-group";
import { ErrorSummary } from "#components/forms/error-summary";
import { FileField } from "#components/forms/file-field";
import { TextField } from "#components/forms/text-field";
import { Button } from "#components/ui/button";
import { formatSize, MOST_BYTES } from "#lib/consortia/documents/rules";
import { paths } from "#lib/platform/paths";

type Props = {
  id: string;
  /** What this file follows: a version that is seen, so that no other is overwritten. */
  follows?: { documentId: string; version: number };
  /** Before it was refused. */
  typed?: { title: string; note: string; isConfidential: boolean } | undefined;
};

/**
 * A file on its way: posted as it is, to a route that reads it while it comes. A browser with scripts says
 * at once when it is too large; the route says so before reading any of it.
 */
export function DepositForm({ id, follows, typed }: Props) {
  const [tooLarge, setTooLarge] = useState<string>();
  const [isSending, setSending] = useState(false);
  const prefix = follows ? `version-${follows.documentId}` : "document";
  const fileId = `${prefix}-fichier`;
  return (
    <form
      className="form"
      method="post"
      encType="multipart/form-data"
      action={paths.consortiumDeposit(id)}
      onSubmit={(event) => {
        if (tooLarge) event.preventDefault();
        else setSending(true);
      }}
    >
      <ErrorSummary
        title="Le document n’est pas parti"
        errors={tooLarge ? [{ field: fileId, message: tooLarge }] : []}
      />
      <input type="hidden" name="kind" value={follows ? "next" : "new"} />
      {follows && <input type="hidden" name="documentId" value={follows.documentId} />}
      {follows && <input type="hidden" name="replaces" value={follows.version} />}
      {!follows && (
        <TextField
          id={`${prefix}-titre`}
          name="title"
          label="Nom du document"
          defaultValue={typed?.title}
          maxLength={200}
          required
        />
      )}
      <FileField
        id={fileId}
        name="file"
        label={follows ? `Fichier qui remplace la version ${follows.version}` : "Fichier"}
        hint="25 Mo au plus. Les versions précédentes restent lisibles."
        {...(tooLarge ? { error: tooLarge } : {})}
        onChange={(event) => {
          const size = event.currentTarget.files?.[0]?.size ?? 0;
          setTooLarge(size > MOST_BYTES ? `Ce fichier pèse ${formatSize(size)}\u202f: 25 Mo au plus.` : undefined);
        }}
        required
      />
      <TextField
        id={`${prefix}-note`}
        name="note"
        label={follows ? "Ce qui change" : "Un mot"}
        defaultValue={typed?.note}
        maxLength={500}
      />
      {!follows && (
        <CheckboxGroup
          name="isConfidential"
          id={`${prefix}-confidentiel`}
          legend="Qui le lit"
          defaultValues={typed?.isConfidential ? ["on"] : []}
          options={[
            { value: "on", label: "Dans notre dossier confidentiel\u202f: notre structure et le mandataire seulement" },
          ]}
        />
      )}
      <Button kind={follows ? "secondary" : "primary"} disabled={isSending}>
        {isSending ? "Envoi en cours…" : follows ? "Remplacer cette version" : "Déposer ce document"}
      </Button>
    </form>
  );
}
