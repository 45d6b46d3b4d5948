"use client";

import { ButtonForm } from "#components/forms/button-form";
import { ErrorSummary } from "#components/forms/error-summary";
import { FileField } from "#components/forms/file-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { changeLogoAction, removeLogoAction } from "#lib/structures/showcase/actions";
import { MemberLogo } from "./member-logo.tsx";

type Props = { structureId: string; name: string; logoKey: string | null };

/** The logo that is there, another one, or none. */
export function LogoForm({ structureId, name, logoKey }: Props) {
  const { fields, formProps, errors, isPending } = useActionForm<{ structureId: string; logo: File }>(
    changeLogoAction,
    { id: "envoi-du-logo" },
  );
  return (
    <>
      {logoKey && (
        <>
          <MemberLogo logoKey={logoKey} name={name} size="page" />
          <ButtonForm action={removeLogoAction} id="retirer-le-logo" fields={{ structureId }} kind="quiet">
            Retirer le logo
          </ButtonForm>
        </>
      )}
      <form {...formProps}>
        <ErrorSummary title="Le logo n’a pas changé" errors={errors} />
        <input type="hidden" name="structureId" value={structureId} />
        <FileField
          {...fieldProps(fields.logo, "file")}
          label={logoKey ? "Un autre logo" : "Votre logo"}
          hint="PNG, JPEG ou WebP, 5 Mo au plus. Il est redessiné en petit, sans les données cachées du fichier."
          accept="image/png,image/jpeg,image/webp"
          required
        />
        <Button kind="secondary" disabled={isPending}>
          {isPending ? "Envoi en cours…" : "Mettre ce logo en ligne"}
        </Button>
      </form>
    </>
  );
}
