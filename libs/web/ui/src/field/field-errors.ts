/** What these composites read of a field of a signal form, whatever its value. */
export type FieldLike = () => {
  touched(): boolean;
  required(): boolean;
  errors(): readonly { readonly kind: string; readonly message?: string | undefined }[];
};

const KINDS = ['required', 'email', 'minLength', 'maxLength', 'pattern', 'min', 'max', 'date'];

/** First error of a touched field: its own sentence, or the key of ours. Undefined when there is nothing to say yet. */
export function firstError(field: FieldLike | undefined): { readonly sentence?: string; readonly key: string } | undefined {
  const state = field?.();
  const error = state?.touched() ? state.errors()[0] : undefined;
  if (!error) return undefined;
  const key = `ui.errors.${KINDS.includes(error.kind) ? error.kind : 'other'}`;
  return error.message ? { sentence: error.message, key } : { key };
}
