"use client";

import { type ChangeEvent, useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { FileField } from "#components/forms/file-field";
import { Button } from "#components/ui/button";
import { CV_REFUSALS, MOST_CV_BYTES } from "#lib/students/cv/labels";

type Props = {
  action: string;
  /** Why the last file was not kept. */
  refusal: string | undefined;
};

/** A plain form; the script only says at once what the server would say after the whole file has travelled. */
export function CvForm({ action, refusal }: Props) {
  const [wrong, setWrong] = useState(refusal);
  const [isTooLarge, setTooLarge] = useState(false);
  const look = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const isOver = (target.files?.[0]?.size ?? 0) > MOST_CV_BYTES;
    setTooLarge(isOver);
    setWrong(isOver ? CV_REFUSALS.cv_too_large : undefined);
  };
  return (
    <form action={action} method="post" encType="multipart/form-data" className="form">
      <ErrorSummary title="Votre CV n’est pas enregistré" errors={wrong ? [{ field: "cv", message: wrong }] : []} />
      <FileField
        name="cv"
        label="Votre CV"
        hint="Un PDF de 5 Mo au plus ; deux pages suffisent. Sans photo ni date de naissance : elles ne sont pas demandées."
        accept="application/pdf,.pdf"
        required
        onChange={look}
        {...(wrong ? { error: wrong } : {})}
      />
      <Button disabled={isTooLarge}>Joindre ce CV</Button>
    </form>
  );
}
