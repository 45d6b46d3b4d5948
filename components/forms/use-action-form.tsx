import { type DefaultValue, type FieldMetadata, getFormProps, getInputProps, useForm } from "@conform-to/react";
import { type FormEvent, startTransition, useActionState } from "react";
import type { FormState } from "#lib/platform/form-action";

type Action = (previous: FormState, formData: FormData) => Promise<FormState>;

interface Options<Input> {
  /** Unique among the forms of the page: fields are named after it. */
  id: string;
  defaultValue?: DefaultValue<Input>;
}

/**
 * A form bound to its action. Works as a plain form too: the script only spares the page load and
 * keeps what was typed, chosen files included, where React would reset the form.
 *
 * `formProps` goes on the `<form>`, `errors` to `ErrorSummary`, `fieldProps(fields.x)` on each field.
 */
export function useActionForm<Input extends Record<string, unknown>>(
  action: Action,
  { id, defaultValue }: Options<Input>,
) {
  const [lastResult, send, isPending] = useActionState(action, undefined);
  // Never the id of a section: fields name their form by it, and would belong to the section, that is to nothing.
  const [form, fields] = useForm<Input>({ id: `form-${id}`, lastResult, defaultValue });
  // Conform would keep its own intents, "one more row", for React's form action, after which React empties the form.
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const formData = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    startTransition(() => send(formData));
  };
  return {
    form,
    fields,
    isPending,
    errors: errorsOf(form),
    formProps: { ...getFormProps(form), onSubmit, action: send, noValidate: true, className: "form" },
  };
}

/** The fields of a form, for the components that show a part of it. */
export type FieldsOf<Input extends Record<string, unknown>> = ReturnType<typeof useActionForm<Input>>["fields"];

/** What is wrong, each line with the field it belongs to: for `ErrorSummary`. */
export function errorsOf(form: { id: string; allErrors: Record<string, string[]> }) {
  return Object.entries(form.allErrors).flatMap(([name, messages = []]) =>
    messages.map((message) => (name ? { field: `${form.id}-${name}`, message } : { message })),
  );
}

/** What a text field, a select or a text area is told: name, id, what was typed, what is wrong with it. */
export function fieldProps<Value>(
  field: FieldMetadata<Value>,
  type: Parameters<typeof getInputProps>[1]["type"] = "text",
) {
  // React wants a key given by hand, never spread.
  const { key, ...props } = getInputProps(field, { type } as Parameters<typeof getInputProps>[1]);
  return { ...props, error: field.errors?.[0] };
}
