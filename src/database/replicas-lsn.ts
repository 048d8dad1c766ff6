/** A position in PostgreSQL's write-ahead log, as a number: everything committed before it lies at lower positions. */
export type Lsn = bigint;

/**
 * The header with the log position up to which a client has written. Answers to writes carry it, and so do requests that want to read those writes.
 */
export const lsnHeader = 'registry-lsn';

/** Before everything else. */
export const START_OF_LOG: Lsn = 0n;

/** Behind everything else: no replica has reached it. */
export const END_OF_LOG: Lsn = 2n ** 64n - 1n;

/** Parses PostgreSQL's notation, such as `16/B374D848`; null for any other text. */
export function lsnOf(text: string): Lsn | null {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
  return high === undefined || low === undefined ? null : (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/** Formats it in PostgreSQL's notation. */
export const lsnText = (lsn: Lsn): string => `${hex(lsn >> 32n)}/${hex(lsn & 0xffffffffn)}`;

const hex = (part: bigint): string => part.toString(16).toUpperCase();
