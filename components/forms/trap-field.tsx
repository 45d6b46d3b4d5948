/** A field that no person sees: only robots, which read styles badly, fill it. */
export function TrapField({ id, name }: { id: string; name: string }) {
  return (
    <div className="form-trap" aria-hidden="true">
      <label htmlFor={id}>Ne remplissez pas ce champ</label>
      <input id={id} name={name} tabIndex={-1} autoComplete="off" />
    </div>
  );
}
