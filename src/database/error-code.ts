/** The code of a system or PostgreSQL error ("ECONNREFUSED", "23505"), or null for any other. */
export function errorCode(error: unknown): string | null {
  // Not `instanceof Error`: in a VM context, system errors come from another realm.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}
