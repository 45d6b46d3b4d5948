"use client";

import { Button } from "#components/ui/button";
import { ButtonLink } from "#components/ui/button-link";
import { PageHeader } from "#components/ui/page-header";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** A fault of ours: says so, gives the reference that the log carries, offers a way on. */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <PageHeader
      figures={[{ value: "500", words: "erreur interne" }]}
      title="Quelque chose s’est cassé de notre côté"
      lead="Rien de ce que vous avez envoyé n’est à refaire tout de suite : réessayez dans un instant."
    >
      {error.digest && (
        <p className="mt-4 text-ardoise">
          Référence à nous donner si cela continue : <strong className="figures">{error.digest}</strong>
        </p>
      )}
      <div className="actions">
        <Button type="button" onClick={reset}>
          Réessayer
        </Button>
        <ButtonLink href="/" kind="secondary">
          Revenir à l’accueil
        </ButtonLink>
      </div>
    </PageHeader>
  );
}
