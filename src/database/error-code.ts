/** The code of a failure of the system or of PostgreSQL ("ECONNREFUSED", "23505"), or null for any other. */
export function errorCode(error: unknown): string | null {
  // Not `instanceof Error`: the system's own errors come from another realm when the code runs within a VM context.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}
