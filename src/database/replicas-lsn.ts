/** A place in PostgreSQL's write-ahead log, as a number: what was committed by it lies before it. */
export type Lsn = bigint;

/** The header with the place up to which a client has written: of an answer that wrote, and of a request that wants to read that. */
export const lsnHeader = 'registry-lsn';

/** Before everything. */
export const START_OF_LOG: Lsn = 0n;

/** Behind everything: no replica has come so far. */
export const END_OF_LOG: Lsn = 2n ** 64n - 1n;

/** Reads PostgreSQL's way of writing it, such as `16/B374D848`; null for any other text. */
export function lsnOf(text: string): Lsn | null {
  const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
  return high === undefined || low === undefined ? null : (BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`);
}

/** Writes it as PostgreSQL does. */
export const lsnText = (lsn: Lsn): string => `${hex(lsn >> 32n)}/${hex(lsn & 0xffffffffn)}`;

const hex = (part: bigint): string => part.toString(16).toUpperCase();
