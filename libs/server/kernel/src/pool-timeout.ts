/** Whether `pg` gave up waiting for a free connection. */
export function isPoolTimeout(error: unknown): boolean {
  return error instanceof Error && /timeout exceeded when trying to connect/.test(error.message);
}

/** The error of a full pool, with a code shaped like a SQLSTATE: the problem filter answers 503. */
export function poolFull(): Error {
  return Object.assign(new Error('pool'), { code: 'POOL0' });
}
