import { ButtonForm } from "#components/forms/button-form";
import { withdrawRateAction } from "#lib/dues/schedule/actions";

/** Behind a first press: takes one line out. */
export function WithdrawRateForm({ id, words }: { id: string; words: string }) {
  return (
    <details className="disclosure">
      <summary>
        Retirer<span className="sr-only"> {words}</span>…
      </summary>
      <p className="field-hint">Les appels déjà envoyés gardent leur montant.</p>
      <ButtonForm action={withdrawRateAction} id={`retirer-${id}`} fields={{ id }} failure="La ligne n’est pas retirée">
        Retirer cette ligne
      </ButtonForm>
    </details>
  );
}
