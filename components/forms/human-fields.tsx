import type { HumanInput } from "#lib/platform/human-form";

const TRAP: keyof HumanInput = "fax";
const OPENED: keyof HumanInput = "opened";

type Props = {
  /** Of the form: the trap is named after it. */
  formId: string;
  /** When this page was shown, signed. */
  opened: string;
  /** The same as it was sent, on a page that comes back with errors: it is not shown anew. */
  given?: string | undefined;
};

/** What tells people from machines: a field that only these fill, and the instant at which the form was shown. */
export function HumanFields({ formId, opened, given }: Props) {
  const id = `${formId}-${TRAP}`;
  // By its key: a page shown anew after a refusal has a new instant, and a trap that no browser has filled yet.
  return (
    <>
      <input key={opened} type="hidden" name={OPENED} defaultValue={given ?? opened} />
      <div className="form-trap" aria-hidden="true">
        <label htmlFor={id}>Ne remplissez pas ce champ</label>
        <input key={opened} id={id} name={TRAP} tabIndex={-1} autoComplete="off" />
      </div>
    </>
  );
}
