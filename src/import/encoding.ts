import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { isOfOldCodePage } from './old-encoding.ts';
import type { OnBytes } from './row.ts';

/** The encoding of a file. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The encoding of a file: UTF-16 by its byte order mark or its zeros, else UTF-8 if all of it is valid, else Windows-1252. Detectors that guess by
 * frequency confuse other code pages with Windows-1252, and so gain nothing. In a file with letters of both kinds the majority decides: as UTF-8, the
 * rows with other bytes are bad; as Windows-1252, the rows with UTF-8 get a warning of garbled letters. If there are as many of each, bad rows are
 * the safer. Null for a code page of the Macintosh or of MS-DOS: which of them, a few accents do not say.
 */
export async function encodingOf(path: string): Promise<Encoding | null> {
  const [first, second] = await firstBytes(path, 2);
  if (first === undefined || second === undefined) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0 && first !== 0xfe)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  if ((await isAllUtf8(path)) || (await isMostlyUtf8(path))) return 'utf-8';
  return (await isOfOldCodePage(createReadStream(path, { highWaterMark: CHUNK }))) ? null : 'windows-1252';
}

/** The first bytes of a file. */
export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function isAllUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** Whether there are letters beyond ASCII in UTF-8, and at least as many as bytes that are not UTF-8. */
async function isMostlyUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8');
  let balance = 0;
  let letters = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
    const signs: readonly string[] = decoder.decode(chunk, { stream: true }).match(/\P{ASCII}/gu) ?? [];
    const unread = signs.filter((sign) => sign === '\uFFFD').length;
    letters += signs.length - unread;
    balance += signs.length - 2 * unread;
  }
  return letters > 0 && balance >= 0;
}

const CHUNK = 262_144;

/** The bytes of a file from a position on, as UTF-8; the position counts bytes of UTF-8. */
export function utf8From(path: string, encoding: Encoding, start: number, onBytes: OnBytes): Readable {
  const isUtf8 = encoding === 'utf-8';
  const bytes = createReadStream(path, { start: isUtf8 ? start : 0, highWaterMark: CHUNK });
  bytes.on('data', (chunk) => onBytes(chunk.length));
  return isUtf8 ? bytes : Readable.from(afterSkipping(decoded(bytes, encoding), start), { objectMode: false });
}

async function* decoded(bytes: Readable, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function* afterSkipping(chunks: AsyncIterable<Buffer>, start: number): AsyncGenerator<Buffer> {
  let left = start;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}
