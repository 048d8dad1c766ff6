import type { PoolClient } from 'pg';
import type { Locale } from '../rules/messages/messages.ts';
import { isText } from './cell-text.ts';
import type { ImportFile } from './column.ts';
import { problemIn } from './french.ts';
import { type FoundFile, type HeaderProblem, isStray, reportColumns } from './headers.ts';
import type { Row } from './row.ts';
import { rowsBelowHeader } from './staging.ts';
import type { CellToWrite } from './xlsx/write-cell.ts';
import { type SheetToWrite, writeWorkbook } from './xlsx/write-workbook.ts';

/** Nobody corrects more bad rows of a file than this by hand: they have one cause. The sheet `report` holds all of them. */
const MOST_ROWS = 20_000;

/** The columns of a report. */
export const reportHeaders = {
  en: ['file', 'line', 'column', 'severity', 'clause', 'reason'],
  fr: ['fichier', 'ligne', 'colonne', 'gravité', 'clause', 'motif'],
} as const;

/** What a report calls an error and a warning. */
export const severities = {
  en: { error: 'error', warning: 'warning' },
  fr: { error: 'erreur', warning: 'avertissement' },
} as const;

const reportSheets: Readonly<Record<Locale, string>> = { en: 'report', fr: 'rapport' };

/** A line of the report, as text. */
export type ReportLine = readonly string[];

/**
 * Writes the bad rows into a workbook, with a sheet for each file and what to correct in each row; the last sheet lists every problem. The
 * corrected workbook can be imported as it is.
 */
export async function writeBadRows(client: PoolClient, path: string, { files, found, lines, locale }: BadRows): Promise<void> {
  const sheets: SheetToWrite[] = [];
  for (const each of found) {
    const mending = await whatToMend(client, files.indexOf(each.file), locale);
    if (mending.size > 0) sheets.push(badSheet(each, mending, locale));
  }
  await writeWorkbook(path, [...sheets, { name: reportSheets[locale], header: reportHeaders[locale], rows: lines }]);
}

interface BadRows {
  readonly files: readonly ImportFile[];
  readonly found: readonly FoundFile[];
  readonly lines: readonly ReportLine[];
  readonly locale: Locale;
}

/** Writes the problems of headers into a workbook. */
export const writeHeaderWorkbook = (problems: readonly HeaderProblem[], path: string, locale: Locale): Promise<void> =>
  writeWorkbook(path, [
    {
      name: reportSheets[locale],
      header: reportHeaders[locale],
      rows: problems.map(({ file, line, column, reason }) => [file, String(line), column, severities[locale].error, '', reason]),
    },
  ]);

/** The problems of each bad row, by its line. */
async function whatToMend(client: PoolClient, file: number, locale: Locale): Promise<ReadonlyMap<number, string>> {
  const colon = locale === 'fr' ? '\u00A0: ' : ': ';
  const said = ({ name, reason }: Mending) => `${name === '' ? '' : `${name}${colon}`}${problemIn(locale, reason)}`;
  const { rows } = await client.query<{ line: number; reasons: readonly Mending[] }>(
    `select line, json_agg(json_build_object('name', column_name, 'reason', reason) order by column_name, reason) as reasons
     from problem where file = $1 and severity = 'error' and line is not null group by line order by line limit ${MOST_ROWS + 1}`,
    [file],
  );
  return new Map(rows.map(({ line, reasons }) => [line, reasons.map(said).join('; ')]));
}

interface Mending {
  readonly name: string;
  readonly reason: string;
}

function badSheet(found: FoundFile, mending: ReadonlyMap<number, string>, locale: Locale): SheetToWrite {
  const columns = found.file.columns.flatMap((column) => {
    const at = found.header.indexOf(column.name);
    return at < 0 ? [] : [{ name: column.name, at, isText: isText(column) }];
  });
  return {
    name: found.file.name.replace('.csv', ''),
    header: [...columns.map(({ name }) => name), reportColumns[locale].mend, reportColumns[locale].line],
    rows: badRows(found, mending, columns, locale),
  };
}

/** A column of the sheet: its place in the file, and whether a date or a number in it is as bad as an error. */
interface Place {
  readonly at: number;
  readonly isText: boolean;
}

/** Each bad row as it was, with the values beyond the named columns after the last one: left as they are, they are as bad as before. */
async function* badRows(
  found: FoundFile,
  mending: ReadonlyMap<number, string>,
  places: readonly Place[],
  locale: Locale,
): AsyncGenerator<readonly CellToWrite[]> {
  let written = 0;
  for await (const row of rowsBelowHeader(found)) {
    const reasons = mending.get(row.line);
    if (reasons === undefined) continue;
    if (written++ === MOST_ROWS) {
      yield [
        ...places.map(() => ''),
        problemIn(locale, 'more bad rows follow in the file: mend and import these, and import the file again'),
        String(row.line),
      ];
      return;
    }
    yield [...places.map((place) => cellAt(row, place)), reasons, String(row.line), ...strayValues(row, found.header)];
  }
}

function cellAt(row: Row, { at, isText: isOfText }: Place): CellToWrite {
  if ('unreadable' in row) return '';
  const [text, note] = [row.values[at] ?? '', row.notes?.get(at)];
  return note === undefined || (!isOfText && (note === 'DATE' || note === 'DIGITS_LOST')) ? text : { text, note };
}

const strayValues = (row: Row, header: readonly string[]): readonly string[] =>
  'unreadable' in row ? [] : row.values.filter((value, at) => isStray(value, at, header));
