import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { faults } from '../../errors.ts';

const json = /^application\/json *(; *charset="?utf-?8"?)? *$/i;

/** Reads a JSON body of at most so many bytes; throws a fault for anything else. */
export async function readJson(request: IncomingMessage, most: number): Promise<unknown> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity', 'content-length': length } = request.headers;
  if (!json.test(type) || encoding !== 'identity') throw faults.UNSUPPORTED_MEDIA_TYPE();
  if (Number(length ?? 0) > most) throw faults.REQUEST_TOO_LARGE(most);
  return parse(await readBytes(request, most));
}

/** Seconds in which a body must arrive: the largest comes so over a line of 1 Mbit/s. */
const BODY_SECONDS = 15;

function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(faults.BODY_TOO_SLOW(BODY_SECONDS)), BODY_SECONDS * 1000);
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= most) {
        chunks.push(chunk);
        return;
      }
      clearTimeout(timer);
      reject(faults.REQUEST_TOO_LARGE(most));
    });
    request.on('end', () => {
      clearTimeout(timer);
      resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    });
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(request.readableAborted ? faults.BAD_REQUEST('The request ended before its body was complete.') : error);
    });
  });
}

function parse(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw faults.UNSUPPORTED_MEDIA_TYPE();
  try {
    const text = bytes.toString('utf8');
    // .NET and PowerShell begin a text with a byte order mark, which RFC 8259 lets a reader ignore.
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    throw faults.BAD_REQUEST('The request body is not valid JSON.');
  }
}
