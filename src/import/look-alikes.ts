import type { PoolClient } from 'pg';
import { plainNumber } from '../identifiers/plain-text.ts';
import { type ImportFile, keyColumns } from './column.ts';
import { quoted, stagingTable } from './staging.ts';

/** Matches, in PostgreSQL, anything but plain ASCII with single spaces. */
const UNUSUAL = `'[^ -~]|  |^ | $'`;

/** Where the registry holds what a file's key is compared with: the number of a document is compared with those of all kinds. */
const heldIn = (file: ImportFile): { readonly table: string; readonly column: string } =>
  file.document && !file.drawnNumber
    ? { table: 'document_number', column: 'number' }
    : { table: file.table, column: keyColumns(file)[0]?.into ?? '' };

/** Notes the stored numbers and keys that are not written as they are read now, each in the form it would have. */
export async function noteLookAlikes(client: PoolClient, files: readonly ImportFile[]): Promise<void> {
  await client.query('create temp table look_alike (held_in text not null, number text not null) on commit drop');
  const columnByTable = new Map(files.filter(({ key }) => key.length === 1).map((file) => [heldIn(file).table, heldIn(file).column]));
  for (const [table, column] of columnByTable) {
    const { rows } = await client.query<{ number: string }>(`select ${column} as number from ${table} where ${column} ~ ${UNUSUAL}`);
    const numbers = rows.map(({ number }) => number).filter((number) => plainNumber(number) !== number);
    await client.query('insert into look_alike select $1, number from unnest($2::text[]) as number', [table, numbers.map(plainNumber)]);
  }
}

/** Rows whose key the registry holds with other hyphens or spaces, or with invisible characters. */
export function lookAlikes(file: ImportFile): string {
  return `
    select s.line, 'looks like one that the registry holds with other hyphens or spaces, or with invisible characters'
    from ${stagingTable(file)} s join look_alike l on l.held_in = '${heldIn(file).table}' and l.number = s.${quoted(file.key[0] ?? '')}`;
}

/** Rows whose key is new, but equals that of a record with leading zeros, which spreadsheets remove. */
export function lostZeros(file: ImportFile): string {
  const column = keyColumns(file)[0]?.into;
  const its = `s.${quoted(file.key[0] ?? '')}`;
  return `
    select s.line, 'the registry holds this number with leading zeros; a spreadsheet may have taken them away'
    from ${stagingTable(file)} s
    where ${its} ~ '^[0-9]+$' and not exists (select from ${file.table} t where t.${column} = ${its})
      and exists (select from ${file.table} t where t.${column} ~ '^0[0-9]+$' and ltrim(t.${column}, '0') = ltrim(${its}, '0'))`;
}
