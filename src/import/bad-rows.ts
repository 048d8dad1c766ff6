import type { PoolClient } from 'pg';
import type { ImportFile } from './column.ts';
import { type FoundFile, type HeaderProblem, reportColumns } from './headers.ts';
import { rowsBelowHeader } from './staging.ts';
import { type SheetToWrite, writeWorkbook } from './xlsx/write-workbook.ts';

/** Nobody corrects more bad rows of a file than this by hand: they have one cause. The sheet `report` holds all of them. */
const MOST_ROWS = 20_000;

const reportHeader = ['file', 'line', 'column', 'severity', 'clause', 'reason'];

/** A line of the report, as text. */
export type ReportLine = readonly string[];

/**
 * Writes the bad rows into a workbook, with a sheet for each file and what to correct in each row; the sheet `report` lists every problem. The
 * corrected workbook can be imported as it is.
 */
export async function writeBadRows(
  client: PoolClient,
  path: string,
  {
    files,
    found,
    lines,
  }: { readonly files: readonly ImportFile[]; readonly found: readonly FoundFile[]; readonly lines: readonly ReportLine[] },
): Promise<void> {
  const sheets: SheetToWrite[] = [];
  for (const each of found) {
    const mending = await whatToMend(client, files.indexOf(each.file));
    if (mending.size > 0) sheets.push(badSheet(each, mending));
  }
  await writeWorkbook(path, [...sheets, { name: 'report', header: reportHeader, rows: lines }]);
}

/** Writes the problems of headers into a workbook. */
export const writeHeaderWorkbook = (problems: readonly HeaderProblem[], path: string): Promise<void> =>
  writeWorkbook(path, [
    {
      name: 'report',
      header: reportHeader,
      rows: problems.map(({ file, line, column, reason }) => [file, String(line), column, 'error', '', reason]),
    },
  ]);

/** The problems of each bad row, by its line. */
async function whatToMend(client: PoolClient, place: number): Promise<ReadonlyMap<number, string>> {
  const { rows } = await client.query<{ line: number; reasons: string }>(
    `select line, string_agg(case column_name when '' then reason else column_name || ': ' || reason end, '; ' order by column_name, reason) as reasons
     from problem where file = $1 and severity = 'error' and line is not null group by line order by line limit ${MOST_ROWS}`,
    [place],
  );
  return new Map(rows.map(({ line, reasons }) => [line, reasons]));
}

function badSheet(found: FoundFile, mending: ReadonlyMap<number, string>): SheetToWrite {
  const names = found.file.columns.map(({ name }) => name).filter((name) => found.header.includes(name));
  return {
    name: found.file.name.replace('.csv', ''),
    header: [...names, reportColumns.mend, reportColumns.line],
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
