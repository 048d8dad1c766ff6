import { errorCode } from './error-code.ts';

const rights =
  'It must own the database, or have CREATE on the database and on its schema public, and own the existing tables (docs/operations.md).';

/** Explains a failed migration that an operator can fix; null for any other error. */
export function whyNotMigrated(error: unknown): string | null {
  const code = errorCode(error);
  if (code === '42501') return `The role of DATABASE_URL lacks a right to bring the tables up to date: ${messageOf(error)}. ${rights}`;
  if (code === '0A000' || code === '58P01')
    return `The PostgreSQL of DATABASE_URL lacks an extension: ${messageOf(error)}. unaccent and pg_trgm come with its contrib package.`;
  return null;
}

/** Says which right is missing wherever one is; null for any other error. */
export const whyNotAllowed = (error: unknown): string | null =>
  errorCode(error) === '42501'
    ? `The role of the database lacks a right: ${messageOf(error)}. Where the tables have an owner of their own, \`registry migrate\` grants it; otherwise grant it yourself (docs/operations.md).`
    : null;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
