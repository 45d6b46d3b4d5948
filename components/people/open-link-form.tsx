"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { signInByLinkAction } from "#lib/people/links/actions";
import { RenewLinkForm } from "./renew-link-form.tsx";

/** The button that uses a link; when it is too late after all, the one that sends another. */
export function OpenLinkForm({ secret }: { secret: string }) {
  const { formProps, errors, isPending } = useActionForm(signInByLinkAction, { id: "entrer" });
  return (
    <>
      <form {...formProps}>
        <ErrorSummary title="La connexion n’a pas abouti" errors={errors} />
        <input type="hidden" name="secret" value={secret} />
        {errors.length === 0 && (
          <Button disabled={isPending}>{isPending ? "Connexion en cours…" : "Me connecter"}</Button>
        )}
      </form>
      {errors.length > 0 && <RenewLinkForm secret={secret} />}
    </>
  );
}
