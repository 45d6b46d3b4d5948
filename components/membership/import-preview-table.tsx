"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { DataTable, NOTHING } from "#components/ui/data-table";
import { Notice } from "#components/ui/notice";
import { importProspectsAction } from "#lib/membership/prospects/import/actions";
import { FIELD_LABELS } from "#lib/membership/prospects/import/labels";
import type { ImportPreview } from "#lib/membership/prospects/import/queries";
import { count } from "#lib/platform/french";
import { KIND_LABELS } from "#lib/structures/labels";

type Props = { preview: ImportPreview; content: string };

/** More lines would tell nothing more. */
const SHOWN = 100;

const KNOWN_WORDS = { member: "déjà adhérente, laissée de côté", prospect: "déjà dans la liste, laissée de côté" };

/** What the import would do, before it does it: columns, wrong lines, lines that are already known. */
export function ImportPreviewTable({ preview: { columns, errors, rows }, content }: Props) {
  const { formProps, errors: refusals, isPending } = useActionForm(importProspectsAction, { id: "importer" });
  const fresh = rows.filter(({ known }) => known === null).length;
  return (
    <div className="mt-6">
      <Notice kind={fresh > 0 ? "info" : "warning"} title="Aperçu : rien n’est encore enregistré" isLive>
        <p>
          {count(fresh, "entreprise nouvelle", "entreprises nouvelles")},{" "}
          {count(rows.length - fresh, "déjà connue", "déjà connues")}, {count(errors.length, "erreur")}.
        </p>
      </Notice>
      {columns.length > 0 && (
        <div className="mt-6">
          <DataTable
            caption="Colonnes du fichier"
            rows={columns.map((column, index) => ({ ...column, index }))}
            rowKey={({ index }) => String(index)}
            columns={[
              { label: "Titre dans le fichier", cell: ({ title }) => title || "(sans titre)" },
              { label: "Comprise comme", cell: ({ field }) => (field ? FIELD_LABELS[field] : "laissée de côté") },
            ]}
          />
        </div>
      )}
      {errors.length > 0 && (
        <div className="mt-6">
          <DataTable
            caption={`Lignes fausses\u202f: elles ne seront pas importées${errors.length > SHOWN ? ` (les ${SHOWN} premières)` : ""}`}
            rows={errors.slice(0, SHOWN).map((error, index) => ({ ...error, index }))}
            rowKey={({ index }) => String(index)}
            columns={[
              { label: "Ligne", cell: ({ line }) => line, isNumeric: true },
              { label: "Colonne", cell: ({ column }) => column || NOTHING },
              { label: "Ce qui ne va pas", cell: ({ reason }) => reason },
            ]}
          />
        </div>
      )}
      {rows.length > 0 && (
        <div className="mt-6">
          <DataTable
            caption={`Lignes lues${rows.length > SHOWN ? ` (les ${SHOWN} premières)` : ""}`}
            rows={rows.slice(0, SHOWN)}
            rowKey={({ line }) => String(line)}
            columns={[
              { label: "Ligne", cell: ({ line }) => line, isNumeric: true },
              { label: "Nom", cell: ({ row }) => row.name },
              { label: "Type", cell: ({ row }) => (row.kind ? KIND_LABELS[row.kind] : NOTHING) },
              { label: "Métier", cell: ({ row }) => row.activity ?? NOTHING },
              { label: "Ville", cell: ({ row }) => [row.postalCode, row.city].filter(Boolean).join(" ") || NOTHING },
              { label: "Ce qui en sera fait", cell: ({ known }) => (known ? KNOWN_WORDS[known] : "ajoutée") },
            ]}
          />
        </div>
      )}
      {fresh > 0 && (
        <form {...formProps}>
          <ErrorSummary title="Rien n’a été importé" errors={refusals} />
          <textarea name="content" defaultValue={content} readOnly hidden />
          <div className="actions">
            <Button disabled={isPending}>Importer {count(fresh, "entreprise")}</Button>
          </div>
        </form>
      )}
    </div>
  );
}
