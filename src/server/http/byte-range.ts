/** Bytes of a file, both ends included. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What a Range header asks of a file: bytes, `UNSATISFIABLE`, or null for the whole file. One range is served; several, and other units, are answered
 * with the whole file, as RFC 9110 (14.2) allows.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'UNSATISFIABLE' | null {
  const [, first, last] = /^bytes=(\d{1,15})?-(\d{1,15})?$/i.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === undefined && last === undefined) return null;
  const [from, to] =
    first === undefined ? [Math.max(0, size - Number(last)), size - 1] : [Number(first), Math.min(Number(last ?? size), size - 1)];
  if (first !== undefined && last !== undefined && Number(last) < Number(first)) return null;
  return from <= to ? { from, to } : 'UNSATISFIABLE';
}
