"use client";

import { ButtonForm } from "#components/forms/button-form";
import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { renewSignInLinkAction, signInByLinkAction } from "#lib/people/links/actions";

/** The button that uses a link; when it is too late after all, the one that sends another. */
export function OpenLinkForm({ secret }: { secret: string }) {
  const { formProps, errors, isPending } = useActionForm(signInByLinkAction, { id: "entrer" });
  const isRefused = errors.length > 0;
  return (
    <>
      <form {...formProps}>
        <ErrorSummary title="La connexion n’a pas abouti" errors={errors} />
        <input type="hidden" name="secret" value={secret} />
        {!isRefused && <Button disabled={isPending}>{isPending ? "Connexion en cours…" : "Me connecter"}</Button>}
      </form>
      {isRefused && (
        <ButtonForm action={renewSignInLinkAction} id="renouveler" fields={{ secret }} kind="primary">
          Recevoir un nouveau lien
        </ButtonForm>
      )}
    </>
  );
}
