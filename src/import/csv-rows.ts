import { type CsvError, type Options, type Parser, parse } from 'csv-parse';
import { type Encoding, utf8From } from './encoding.ts';
import type { OnBytes, Row } from './row.ts';

/** A CSV file and its dialect. */
export interface CsvFile {
  readonly path: string;
  readonly encoding: Encoding;
  readonly separator: string;
}

const options: Options = {
  // In this order, because otherwise the first half of a CRLF would end the row.
  record_delimiter: ['\r\n', '\n', '\r'],
  // A row longer than this has a quote that was never closed, and would otherwise take the rest of the file into memory.
  max_record_size: 1_048_576,
  // Spaces around a value are removed, also those outside its quotes.
  trim: true,
  relax_column_count: true,
  relax_quotes: true,
  // `skip` reports what cannot be parsed, and the rows before it still arrive.
  skip_records_with_error: true,
};

/** How often reading restarts after a row that cannot be parsed: each time up to one row of the maximum size is read for nothing. */
const MOST_RESTARTS = 1000;

/**
 * The rows of a CSV file, the header first, as they are read, without blank lines. A row that cannot be parsed says why, and reading continues after
 * its first line. `onBytes` reports how much was read.
 */
export async function* csvRows(file: CsvFile, onBytes: OnBytes = () => {}): AsyncGenerator<Row> {
  let position: FilePosition | null = { line: 1, byte: 0 };
  for (let restarts = 0; position; restarts++) {
    position = yield* rowsFrom(position, file, onBytes);
    if (position && restarts === MOST_RESTARTS) {
      yield { line: position.line, unreadable: 'too many rows before this one could not be parsed: the rest of the file was not read' };
      return;
    }
  }
}

interface FilePosition {
  readonly line: number;
  readonly byte: number;
}

/** Reads to the end, or to a row that cannot be parsed: then it returns the position of the next line. */
async function* rowsFrom(start: FilePosition, file: CsvFile, onBytes: OnBytes): AsyncGenerator<Row, FilePosition | null> {
  const { parser, broken } = startParsing(file, start.byte, onBytes);
  let { line } = start;
  let rows = 0;
  for await (const parsed of parser) {
    if (rows++ === broken.afterRows) break;
    // Without columns and casts, csv-parse returns each row as an array of text.
    const values: readonly string[] = parsed;
    if (values.length > 1 || values[0] !== '') yield { line, values };
    line += 1 + lineBreaksIn(values);
  }
  if (!broken.reason) return null;
  yield { line, unreadable: broken.reason };
  return { line: line + 1, byte: await endOfLine(file, start.byte + broken.byte) };
}

interface Broken {
  afterRows: number;
  byte: number;
  reason: string | null;
}

function startParsing(file: CsvFile, start: number, onBytes: OnBytes): { parser: Parser; broken: Broken } {
  const broken: Broken = { afterRows: -1, byte: 0, reason: null };
  const parser = parse({ ...options, delimiter: file.separator, bom: start === 0 });
  parser.on('skip', (error: CsvError) => {
    if (broken.reason) return;
    Object.assign(broken, { afterRows: parser.info.records, byte: parser.info.bytes, reason: whyUnparsed(error) });
  });
  const bytes = utf8From(file.path, file.encoding, start, onBytes);
  bytes.on('error', (error) => parser.destroy(error));
  parser.on('close', () => bytes.destroy());
  bytes.pipe(parser);
  return { parser, broken };
}

const reasons: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote that opens in this row is never closed',
  CSV_MAX_RECORD_SIZE: 'the row is longer than 1 MB; perhaps a quote that opens in it is never closed',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'text follows a closing quote; a quote inside quotes is written twice',
};

const whyUnparsed = ({ code, message }: CsvError): string => reasons[code] ?? message;

/** csv-parse counts lines too, but counts a CRLF inside quotes twice, and only together with details that double its time. */
function lineBreaksIn(values: readonly string[]): number {
  let breaks = 0;
  for (const value of values) {
    if (value.includes('\n') || value.includes('\r')) breaks += value.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return breaks;
}

/** The first byte after the line that contains a byte. A line ends as a row does: in LF, CRLF, or CR alone. */
async function endOfLine({ path, encoding }: CsvFile, byte: number): Promise<number> {
  let isAfterCr = false;
  for await (const chunk of utf8From(path, encoding, byte, () => {})) {
    const bytes: Buffer = chunk;
    if (isAfterCr) return bytes[0] === LF ? byte + 1 : byte;
    const at = bytes.findIndex((each) => each === LF || each === CR);
    if (at >= 0 && (bytes[at] === LF || at + 1 < bytes.length)) return byte + at + (bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1);
    isAfterCr = at >= 0;
    byte += bytes.length;
  }
  return byte;
}

const LF = 0x0a;
const CR = 0x0d;
