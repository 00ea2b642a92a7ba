/** What these composites read of a failed call: the kernel's `ProblemError` has this shape. */
export type FailedCall = {
  readonly code: string;
  readonly requestId?: string | undefined;
  readonly errors: readonly { readonly pointer: string; readonly message: string }[];
};

/** Whether something thrown has that shape. */
export function isFailedCall(thrown: unknown): thrown is FailedCall {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && Array.isArray((thrown as { errors?: unknown }).errors);
}

/** The sentence about one field. */
export function sentenceAbout(thrown: unknown, pointer: string): string | undefined {
  return isFailedCall(thrown) ? thrown.errors.find((error) => error.pointer === pointer)?.message : undefined;
}
