import type { PoolClient } from 'pg';
import type { Locale } from '../rules/messages/messages.ts';
import type { ImportFile } from './column.ts';
import { problemIn } from './french.ts';
import { type FoundFile, type HeaderProblem, reportColumns } from './headers.ts';
import { rowsBelowHeader } from './staging.ts';
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
     from problem where file = $1 and severity = 'error' and line is not null group by line order by line limit ${MOST_ROWS}`,
    [file],
  );
  return new Map(rows.map(({ line, reasons }) => [line, reasons.map(said).join('; ')]));
}

interface Mending {
  readonly name: string;
  readonly reason: string;
}

function badSheet(found: FoundFile, mending: ReadonlyMap<number, string>, locale: Locale): SheetToWrite {
  const names = found.file.columns.map(({ name }) => name).filter((name) => found.header.includes(name));
  return {
    name: found.file.name.replace('.csv', ''),
    header: [...names, reportColumns[locale].mend, reportColumns[locale].line],
    rows: badRows(
      found,
      mending,
      names.map((name) => found.header.indexOf(name)),
    ),
  };
}

async function* badRows(
  found: FoundFile,
  mending: ReadonlyMap<number, string>,
  places: readonly number[],
): AsyncGenerator<readonly string[]> {
  for await (const row of rowsBelowHeader(found)) {
    const reasons = mending.get(row.line);
    if (reasons === undefined) continue;
    const values = 'values' in row ? places.map((at) => row.values[at] ?? '') : places.map(() => '');
    yield [...values, reasons, String(row.line)];
  }
}
