import type { Row } from './row.ts';

/**
 * The characters that Windows-1252 has for the bytes 80 to 9F. Decoded as a stream: in one call, Node.js 20.19 to 24.11 takes the fast way of
 * Latin-1 and leaves these bytes as control characters.
 */
const windows1252 = new Map(
  [
    ...new TextDecoder('windows-1252').decode(
      Uint8Array.from({ length: 32 }, (_, at) => at + 128),
      { stream: true },
    ),
  ].map((sign, at) => [sign, at + 128]),
);

/** Whether a run of accented letters and signs is UTF-8 that was read as Windows-1252; this almost never holds for other text. */
export function isDecodedTwice(text: string): boolean {
  if (!/[\u00C2-\u00F4]/.test(text)) return false;
  return (text.match(/\P{ASCII}{2,}/gu) ?? []).some((run) => inUtf8(run) !== null);
}

/** The text whose UTF-8 was read as Windows-1252; null if it was not. */
function inUtf8(text: string): string | null {
  const bytes = [...text].map((sign) => windows1252.get(sign) ?? sign.charCodeAt(0));
  if (bytes.some((byte) => byte > 255)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}

/** The byte order mark of UTF-8, read as Windows-1252: so was all that follows it, by a spreadsheet that then saved what it saw. */
const MARK = 'ï»¿';

/** The rows of a table, as they were before a spreadsheet opened them in the wrong encoding; what was typed since stays. */
export async function* decodedOnce(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let isTwice: boolean | null = null;
  for await (const row of rows) {
    if ('values' in row) isTwice ??= row.values[0]?.startsWith(MARK) ?? false;
    yield isTwice && 'values' in row ? { ...row, values: row.values.map((value) => inUtf8(value) ?? value) } : row;
  }
}
