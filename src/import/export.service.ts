import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source.ts';
import { SqlParameters } from '../database/sql-parameters.ts';
import { audienceOf, isKnown } from '../disclosure/audience.ts';
import type { Day } from '../rules/calendar.ts';
import { MARKED } from './cell-marks.ts';
import { isText } from './cell-text.ts';
import { type Column, type ImportFile, keyColumns } from './column.ts';
import { type FormatSettings, importFiles } from './columns.ts';
import type { OnProgress } from './progress.ts';
import { quoted } from './staging.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

/** What to write in the import's format, and where. */
export interface ExportedFiles {
  /** What is public today, or everything. */
  readonly scope: 'public' | 'admin';
  readonly today: Day;
  readonly format: FormatSettings;
  /** A folder of CSV files, or one workbook. */
  readonly into: { readonly csv: string } | { readonly xlsx: string };
  readonly onProgress: OnProgress;
}

/** Writes the registry as of one moment, so that importing the result changes nothing. */
export async function exportFiles(source: DataSource, request: ExportedFiles): Promise<void> {
  const client = await poolOf(source).connect();
  try {
    await client.query('begin isolation level repeatable read');
    const files = importFiles(request.format);
    const selected =
      request.scope === 'public'
        ? await publicParts(client, files, request.today)
        : files.map((file) => whole(file, files, file.leadsTo ? 't.merged_into_id is null' : 'true'));
    await write(client, selected, request);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

/** A file, and the statement that selects its rows. */
interface Part {
  readonly file: ImportFile;
  readonly columns: readonly Column[];
  readonly sql: string;
}

async function write(client: PoolClient, parts: readonly Part[], { into, onProgress }: ExportedFiles): Promise<void> {
  let done = 0;
  const tell = () => onProgress({ phase: 'writing', done: done++, total: parts.length });
  if ('xlsx' in into) {
    const sheets = parts.map((part) => ({
      name: part.file.name.replace('.csv', ''),
      header: names(part),
      rows: rowsOf(client, part, tell),
    }));
    await writeWorkbook(into.xlsx, sheets);
  } else {
    await mkdir(into.csv, { recursive: true, mode: 0o700 });
    for (const part of parts) {
      tell();
      const rows = client.query(copyTo(`copy (${part.sql}) to stdout (format csv, header)`));
      await pipeline(marked(rows), createWriteStream(join(into.csv, part.file.name), { mode: 0o600 }));
    }
  }
  tell();
}

/** Without a byte order mark, Excel and LibreOffice take a file for Windows-1252: accents in it would come back garbled. */
async function* marked(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield Buffer.from('\uFEFF');
  yield* rows;
}

const names = ({ columns }: Part): readonly string[] => columns.map(({ name }) => name);

async function* rowsOf(client: PoolClient, { sql }: Part, onBegin: () => void): AsyncGenerator<readonly string[]> {
  onBegin();
  const rows = client.query(copyTo(`copy (${sql}) to stdout (format csv)`)).pipe(parse({ relax_column_count: true }));
  for await (const row of rows) {
    // Without columns and casts, csv-parse returns each row as an array of text.
    const values: readonly string[] = row;
    yield values;
  }
}

function whole(file: ImportFile, files: readonly ImportFile[], only = 'true', columns = file.columns): Part {
  const references = columns.flatMap((column) => {
    const parent = files.find(({ name }) => name === column.refersTo);
    return parent ? [{ column, parent, as: quoted(`its ${column.name}`) }] : [];
  });
  const joins = [
    ...references.map(({ column, parent, as }) => `left join ${parent.table} ${as} on ${as}.id = t.${column.into}`),
    ...(file.beside ? [`left join ${file.beside.table} beside on beside.${file.beside.key} = t.id`] : []),
  ];
  const values = columns.map((column) => {
    const reference = references.find((each) => each.column === column);
    const value = reference ? `${reference.as}.${keyColumns(reference.parent)[0]?.into}` : written(column);
    return `${isText(column) || reference ? literally(value) : value} as ${quoted(column.name)}`;
  });
  const order = file.exported?.order ?? columns.map((_, at) => at + 1).join(', ');
  const where = file.exported ? `${only} and ${file.exported.only}` : only;
  return { file, columns, sql: `select ${values.join(', ')} from ${file.table} t ${joins.join(' ')} where ${where} order by ${order}` };
}

/** Text that would be read without a mark at its beginning is written as a formula that is only a text, which is taken as it stands. */
const literally = (value: string): string =>
  `case when ${value} ~ ${MARKED} then '="' || replace(${value}, '"', '""') || '"' else ${value} end`;

/** A value in the notation of the format. */
function written({ type, into, isBeside }: Column): string {
  if (isBeside) return `beside.${into}`;
  if (type === 'boolean') return `case when t.${into} then 'yes' when not t.${into} then 'no' end`;
  // Without its sign, 0.85 would be refused as a fraction.
  if (type.startsWith('numeric')) return `t.${into} || case when t.${into} > 0 and t.${into} <= 1 then '%' else '' end`;
  if (type === 'date') return `to_char(t.${into}, 'YYYY-MM-DD')`;
  // Semicolons separate names, so one inside a name is preceded by a backslash.
  return type === 'text[]'
    ? `(select string_agg(replace(name, ';', '\\;'), ';' order by at) from unnest(t.${into}) with ordinality as names (name, at))`
    : `t.${into}`;
}

/** What is public: accounts by their standing today, with the certificate and letter it rests on, and no confidential column. */
async function publicParts(client: PoolClient, files: readonly ImportFile[], today: Day): Promise<readonly Part[]> {
  const reader = { caller: { scope: 'public' as const, holder: null, organizationId: null }, today };
  const params = new SqlParameters();
  const day = params.add(today);
  await client.query(
    `create temp table exported (organization_id uuid, account_id uuid, certificate_id uuid, letter_id uuid) on commit drop`,
  );
  await client.query(
    `insert into exported select a.organization_id, a.id, p.certificate_id, p.letter_id
     from account a cross join lateral (
       select * from standing_period where account_id = a.id and valid_from <= ${day} order by valid_from desc limit 1
     ) as p where ${isKnown(audienceOf(reader), 'a', 'p', params) ?? 'true'}`,
    params.values,
  );
  return publicFiles.flatMap(({ name, by, shown }) => {
    const file = files.find((each) => each.name === name);
    const columns = file?.columns.filter((column) => shown.includes(column.name));
    return file ? [whole(file, files, `t.id in (select ${by} from exported)`, columns)] : [];
  });
}

/** The columns that are visible to the public; a column added later is not until it is named here. */
const publicFiles: readonly { readonly name: string; readonly by: string; readonly shown: readonly string[] }[] = [
  { name: 'organizations.csv', by: 'organization_id', shown: ['organization', 'legal_name', 'operating_name', 'city'] },
  { name: 'accounts.csv', by: 'account_id', shown: ['account', 'organization', 'wsib_account'] },
  { name: 'certificates.csv', by: 'certificate_id', shown: ['number', 'account', 'standard', 'basis', 'issued_on'] },
  { name: 'letters.csv', by: 'letter_id', shown: ['number', 'certificate_number', 'year', 'issued_on'] },
];
