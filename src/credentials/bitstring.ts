import { gzipSync } from 'node:zlib';

/** Entries of a status list: the least that Bitstring Status List v1.0 allows, so that an index tells little of the one who presents it. */
export const ENTRIES = 131_072;

/** The list with these bits set, as a status list credential holds it: bits from left to right, compressed, multibase base64url. */
export function encodedList(set: Iterable<number>): string {
  const bytes = Buffer.alloc(ENTRIES / 8);
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return `u${gzipSync(bytes).toString('base64url')}`;
}
