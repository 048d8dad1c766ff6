import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, open, type ZipFile } from 'yauzl';

/**
 * The most bytes that one part of a workbook may unpack to: as much as a sheet filled to its last row. A file of any size can be made to unpack to a
 * thousand times as much.
 */
const MOST_BYTES = 1_073_741_824;

/** The most bytes that all parts together may unpack to. */
const MOST_BYTES_OF_ALL = 2 * MOST_BYTES;

/** More parts than any workbook of the format has. */
const MOST_PARTS = 2_000;

/** Thrown for a workbook that cannot be read, in words for the operator that follow the name of the file. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
  /** What it is instead; null if it is damaged or too large. */
  readonly is: OtherArchive | null;

  constructor(message: string, is: OtherArchive | null = null) {
    super(message);
    this.is = is;
  }
}

const damaged = 'is damaged: get it again from where it came, or save it again';

/** Refuses a workbook that lacks a part or a text that it names: read without it, a sheet or a cell would be empty. */
export function lost(): never {
  throw new UnreadableWorkbook(damaged);
}

/** A zip archive that is no Excel workbook. */
export type OtherArchive = 'OPEN_DOCUMENT' | 'BINARY_WORKBOOK' | 'NUMBERS' | 'WORD' | 'ARCHIVE';

/** The parts of a zip archive and their unpacked sizes, in bytes. */
export async function partsOf(path: string): Promise<ReadonlyMap<string, number>> {
  const parts = new Map<string, number>();
  let total = 0;
  const zip = await eachEntry(path, ({ fileName, uncompressedSize }) => {
    if (parts.size === MOST_PARTS) throw new UnreadableWorkbook(`has more than ${MOST_PARTS} parts`);
    parts.set(fileName, uncompressedSize);
    total += uncompressedSize;
    if (total > MOST_BYTES_OF_ALL) throw new UnreadableWorkbook(`unpacks to more than ${MOST_BYTES_OF_ALL / 1_048_576} MB`);
    return false;
  });
  zip.close();
  return parts;
}

/** The text of one part, as it is unpacked; at most `most` bytes. */
export async function* partText(path: string, part: string, most = MOST_BYTES): AsyncGenerator<string> {
  let found: Entry | undefined;
  const zip = await eachEntry(path, (entry) => {
    if (entry.fileName === part) found = entry;
    return entry.fileName === part;
  });
  try {
    if (!found) return;
    if (found.uncompressedSize > most) throw new UnreadableWorkbook(`has a part that unpacks to more than ${most / 1_048_576} MB`);
    const decoder = new TextDecoder();
    for await (const chunk of wholeEntry(zip, found)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } finally {
    zip.close();
  }
}

/**
 * The unpacked bytes of an entry. The archive states its unpacked size, and yauzl ends the stream with an error if there is more; the checksum it leaves
 * to us: without it, a digit that changed on the way would be read as if it had been typed.
 */
async function* wholeEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let checksum = 0;
  const stream = await openEntry(zip, entry);
  try {
    for await (const chunk of stream) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch {
    throw new UnreadableWorkbook(damaged);
  }
  if (checksum !== entry.crc32) throw new UnreadableWorkbook(damaged);
}

/** Goes through the entries until it finds a wanted one; then the archive stays open. */
function eachEntry(path: string, isWanted: (entry: Entry) => boolean): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) return reject(new UnreadableWorkbook('is damaged, or is not a workbook'));
      const end = (why: unknown) => {
        zip.close();
        reject(why instanceof UnreadableWorkbook ? why : new UnreadableWorkbook('is damaged: it is not a complete zip archive'));
      };
      zip.on('error', end);
      zip.on('end', () => resolve(zip));
      zip.on('entry', (entry: Entry) => {
        try {
          if (isWanted(entry)) resolve(zip);
          else zip.readEntry();
        } catch (why) {
          end(why);
        }
      });
      zip.readEntry();
    });
  });
}

const openEntry = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) =>
      error ? reject(new UnreadableWorkbook('is damaged, or has a password: save it again without a password')) : resolve(stream),
    );
  });
