import { constants, createWriteStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Locale } from '../rules/messages/messages.ts';
import { type ReportLine, reportHeaders, severities, writeBadRows, writeHeaderWorkbook } from './bad-rows.ts';
import { CannotImport } from './cannot-import.ts';
import { type ImportFile, labelOf } from './column.ts';
import { labelIn, problemIn } from './french.ts';
import type { FoundFile, HeaderProblem } from './headers.ts';

/** A problem of one or several rows: an error of bad rows, or a warning about rows that are kept. */
export interface ReportedProblem {
  readonly file: string;
  /** How many rows have it. */
  readonly count: number;
  /** The first lines that have it; none for a warning about a record of an earlier import. */
  readonly lines: readonly number[];
  readonly column: string;
  readonly severity: 'error' | 'warning';
  readonly clause: string | null;
  /** Of the first of them. */
  readonly reason: string;
  /** Whether the others differ from it in their numbers. */
  readonly varies: boolean;
}

/** How many problems of each severity there are beyond those that are listed, and of how many kinds. */
export type Unlisted = Readonly<Record<ReportedProblem['severity'], { readonly count: number; readonly kinds: number }>>;

/** The first problems, and what is not among them. */
export interface FirstProblems {
  readonly problems: readonly ReportedProblem[];
  readonly unlisted: Unlisted;
}

/** Throws CannotImport if a report could not be written there, or would overwrite a file that is read: better before the import than after it. */
export async function checkReportPlace(path: string, read: readonly string[]): Promise<void> {
  await access(dirname(resolve(path)), constants.W_OK).catch(() => {
    throw new CannotImport('The report cannot be written: its folder does not exist or is not writable. Name another file with --report.');
  });
  const place = await stat(path).catch(() => null);
  if (place?.isDirectory()) throw new CannotImport(`The report cannot be written: ${path} is a folder. Name another file with --report.`);
  for (const each of place ? read : []) {
    const { dev, ino } = await stat(each);
    if (dev === place?.dev && ino === place.ino)
      throw new CannotImport(`The report would overwrite ${path}, which is being imported. Name another file with --report.`);
  }
}

/** Where a report is written, and in which language. */
export interface ReportPlace {
  readonly report: string;
  readonly locale: Locale;
}

/** Writes every problem of the import, by file and line, into a CSV file, or with the bad rows themselves into a workbook. */
export async function writeReport(
  client: PoolClient,
  files: readonly ImportFile[],
  found: readonly FoundFile[],
  { report: path, locale }: ReportPlace,
): Promise<void> {
  const lines = linesIn(locale, client.query(copyTo(`copy (${problemsSql(files)}) to stdout (format csv)`)));
  if (isWorkbook(path)) await writeBadRows(client, path, { files, found, lines: await firstOf(lines), locale });
  else await pipeline(Readable.from(csvText(locale, lines)), createWriteStream(path));
}

/** The lines of a report with their words in a language. */
async function* linesIn(locale: Locale, rows: Readable): AsyncGenerator<ReportLine> {
  for await (const row of rows.pipe(parse({ relax_column_count: true }))) {
    // Without columns and casts, csv-parse returns each row as an array of text.
    const [file = '', line = '', column = '', severity, clause = '', reason = '']: readonly string[] = row;
    yield [
      labelIn(locale, file),
      line,
      column,
      severities[locale][severity === 'warning' ? 'warning' : 'error'],
      clause,
      problemIn(locale, reason),
    ];
  }
}

async function* csvText(locale: Locale, lines: AsyncIterable<ReportLine> | Iterable<ReportLine>): AsyncGenerator<string> {
  // Excel takes a file with accents for Windows-1252 without this mark.
  yield `${locale === 'fr' ? '\uFEFF' : ''}${reportHeaders[locale].join(',')}\n`;
  for await (const line of lines) yield `${line.map(csvField).join(',')}\n`;
}

const isWorkbook = (path: string): boolean => /\.xlsx$/i.test(path);

/** The maximum number of problems in a sheet: a sheet holds about a million rows. */
const MOST_LINES = 500_000;

// One connection cannot return two results at once.
async function firstOf(lines: AsyncIterable<ReportLine>): Promise<readonly ReportLine[]> {
  const first: ReportLine[] = [];
  for await (const line of lines) if (first.length < MOST_LINES) first.push(line);
  return first;
}

/**
 * The first problems, errors before warnings, as many of each as `count`, and of each file in turn, so that none crowds out another; those that differ
 * only in numbers or days are one, with their count and the first lines.
 */
export async function firstProblems(
  client: PoolClient,
  files: readonly ImportFile[],
  { count, locale }: { readonly count: number; readonly locale: Locale },
): Promise<FirstProblems> {
  const { rows } = await client.query<ReportedProblem & Totals>(`
    with kind as (
      select min(file) as file, place, count(*)::integer as count, "column", severity, clause, (array_agg(reason order by line))[1] as reason,
        coalesce((array_agg(line order by line) filter (where line is not null))[1:${SHOWN_LINES}], '{}') as lines, min(reason) <> max(reason) as varies,
        row_number() over (partition by severity, place order by min(line), "column") as turn
      from (${problemsSql(files, ', f.place')}) as p
      group by place, "column", severity, clause, regexp_replace(reason, '[0-9]+[^0-9]{3,14}[0-9]{4}|[0-9]+| \\([^()]*, (recorded earlier|déjà au registre)\\)', '', 'g')
    ), ranked as (
      select *, count(*) over (partition by severity)::integer as kinds, sum(count) over (partition by severity)::integer as problems,
        row_number() over (partition by severity order by turn, place) as rank
      from kind
    )
    select file, count, "column", severity, clause, reason, lines, varies, kinds, problems from ranked where rank <= ${count} order by severity, place, turn`);
  return {
    problems: rows.map(({ kinds, problems, ...each }) => ({
      ...each,
      file: labelIn(locale, each.file),
      reason: problemIn(locale, each.reason),
    })),
    unlisted: { error: unlisted(rows, 'error'), warning: unlisted(rows, 'warning') },
  };
}

/** How many kinds and problems of a severity there are in all. */
interface Totals {
  readonly kinds: number;
  readonly problems: number;
}

function unlisted(rows: readonly (ReportedProblem & Totals)[], severity: ReportedProblem['severity']): Unlisted['error'] {
  const its = rows.filter((row) => row.severity === severity);
  const { kinds = 0, problems = 0 } = its[0] ?? {};
  return { count: problems - its.reduce((sum, { count }) => sum + count, 0), kinds: kinds - its.length };
}

/** How many lines a problem is shown with. */
const SHOWN_LINES = 5;

const byPlace = 'p.file, p.line, p.severity, p.column_name';

const problemsSql = (files: readonly ImportFile[], place = ''): string => `
  select f.name as file, p.line, p.column_name as "column", p.severity, p.clause, p.reason${place}
  from problem p join (values ${files.map((file, at) => `(${at}, '${labelOf(file)}')`).join(', ')}) as f (place, name) on f.place = p.file
  order by ${byPlace}`;

/** Writes the problems of headers, which are found before any row is staged. */
export async function writeHeaderReport(problems: readonly HeaderProblem[], { report: path, locale }: ReportPlace): Promise<void> {
  if (isWorkbook(path)) return writeHeaderWorkbook(problems, path, locale);
  const lines = problems.map(({ file, line, column, reason }) => [file, String(line), column, severities[locale].error, '', reason]);
  await pipeline(Readable.from(csvText(locale, lines)), createWriteStream(path));
}

const csvField = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
