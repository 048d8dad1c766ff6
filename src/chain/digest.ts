import { createHash } from 'node:crypto';

/** The columns that a digest covers, in one of the forms that a table had. */
export interface Form {
  readonly source: string;
  readonly form: number;
  readonly columns: readonly string[];
  readonly personal: readonly string[];
}

/** What a link represents: a row of a table and, for a fact, one of its versions. */
export interface Reference {
  readonly source: string;
  readonly rowId: string;
  readonly version: number;
}

/** The text of each column of a row, in the order of its form. */
export interface RowText {
  readonly columns: readonly (string | null)[];
  readonly personal: readonly (string | null)[];
}

/** The head before the first link. */
export const BEGINNING_OF_CHAIN = Buffer.alloc(32);

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * The digest of a row: SHA-256 of a JSON array, in UTF-8, of its table, id, version, names of columns, their values as text, and the digest of its
 * personal data in hexadecimal or null. If the row is `null`, it is the digest of a missing row. docs/audit-chain.md describes it for others.
 */
export const digestOf = ({ source, rowId, version }: Reference, { columns }: Form, row: RowText | null, personal: Buffer | null): Buffer =>
  sha256(JSON.stringify([source, rowId, version, columns, row?.columns ?? null, personal?.toString('hex') ?? null]));

/** The digest of personal data under its salt; null if there is none. */
export const personalDigest = (row: RowText | null, salt: Buffer): Buffer | null =>
  row?.personal.some((value) => value !== null) ? sha256(salt, JSON.stringify(row.personal)) : null;

/** The head after a link: SHA-256 of the previous head, and of the link's position, table, id, version, form and digest as a JSON array. */
export const headAfter = (before: Buffer, position: number, { source, rowId, version }: Reference, form: number, digest: Buffer): Buffer =>
  sha256(before, JSON.stringify([position, source, rowId, version, form, digest.toString('hex')]));
