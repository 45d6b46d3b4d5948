"use client";

import { ErrorSummary } from "#components/forms/error-summary";
import { TextField } from "#components/forms/text-field";
import { fieldProps, useActionForm } from "#components/forms/use-action-form";
import { Button } from "#components/ui/button";
import { joinSchoolByAddressAction, joinSchoolByCodeAction } from "#lib/students/school/actions";
import type { JoinByCodeForm } from "#lib/students/school/schema";

/** The code that the school gave, and the student's word. */
export function JoinSchoolForm() {
  const { fields, formProps, errors, isPending } = useActionForm<JoinByCodeForm>(joinSchoolByCodeAction, {
    id: "ecole",
  });
  return (
    <form {...formProps}>
      <ErrorSummary title="Aucune école ne vous suit encore" errors={errors} />
      <TextField {...fieldProps(fields.code)} label="Code donné par votre école" autoComplete="off" required />
      <Agreement error={fields.agrees.errors?.[0]} id={fields.agrees.id} />
      <Button kind="secondary" disabled={isPending}>
        Rejoindre cette école
      </Button>
    </form>
  );
}

/** The school whose addresses the student's ends like: proposed, never taken for granted. */
export function JoinProposedSchoolForm({ school }: { school: { id: string; name: string } }) {
  const { fields, formProps, errors, isPending } = useActionForm<{ schoolId: string; agrees: true }>(
    joinSchoolByAddressAction,
    { id: "ecole-proposee" },
  );
  return (
    <form {...formProps}>
      <ErrorSummary title={`${school.name} ne vous suit pas encore`} errors={errors} />
      <input type="hidden" name="schoolId" value={school.id} />
      <p>
        Votre adresse est celle de <strong>{school.name}</strong>, membre du club.
      </p>
      <Agreement error={fields.agrees.errors?.[0]} id={fields.agrees.id} />
      <Button kind="secondary" disabled={isPending}>
        Rejoindre {school.name}
      </Button>
    </form>
  );
}

function Agreement({ id, error }: { id: string; error: string | undefined }) {
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <label className="field-choice" htmlFor={id}>
        <input
          type="checkbox"
          id={id}
          name="agrees"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-erreur` : undefined}
        />
        <span>
          J’accepte que mon école voie si je cherche, combien de candidatures j’ai envoyées et où je suis pris. Ni mes
          messages ni mes CV, sauf ceux que je lui montre. Je peux y mettre fin quand je veux.
        </span>
      </label>
      {error && (
        <p className="field-error" id={`${id}-erreur`}>
          {error}
        </p>
      )}
    </div>
  );
}
