import type { PoolClient } from 'pg';
import { bulkLoad } from './bulk-load.ts';
import { type Column, type ImportFile, keyColumns, ownColumns } from './column.ts';
import { besideSql } from './merge-beside.ts';
import type { OnProgress } from './progress.ts';
import { quoted, stagingTable } from './staging.ts';

/** The outcome for the good rows of a file. */
export interface Merged {
  readonly added: number;
  readonly changed: number;
}

/** Brings the good rows of every file into its table, and notes the accounts whose standing they affect. */
export function mergeFolder(
  client: PoolClient,
  files: readonly ImportFile[],
  isBulk: boolean,
  onProgress: OnProgress,
): Promise<readonly Merged[]> {
  return isBulk
    ? // Every account is new and already noted, so its other rows need not note it.
      bulkLoad(client, files, () => inOrder(files, onProgress, (file) => addRows(client, file, files, file.table === 'account')))
    : inOrder(files, onProgress, (file) => mergeRows(client, file, files));
}

async function inOrder(
  files: readonly ImportFile[],
  onProgress: OnProgress,
  mergeOne: (file: ImportFile) => Promise<Merged>,
): Promise<readonly Merged[]> {
  const merged: Merged[] = [];
  for (const file of files) {
    onProgress({ phase: 'merging', done: merged.length, total: files.length });
    merged.push(await mergeOne(file));
  }
  onProgress({ phase: 'merging', done: files.length, total: files.length });
  return merged;
}

async function addRows(client: PoolClient, file: ImportFile, files: readonly ImportFile[], isNoted: boolean): Promise<Merged> {
  const added = await count(client, addSql(file, files, isNoted));
  return { added, changed: file.beside ? await count(client, besideSql(file, file.beside)) : 0 };
}

async function mergeRows(client: PoolClient, file: ImportFile, files: readonly ImportFile[]): Promise<Merged> {
  const changed = await count(client, changeSql(file, files));
  const { added, changed: changedBeside } = await addRows(client, file, files, true);
  if (added > WORTH_ANALYZING) await client.query(`analyze ${file.table}`);
  return { added, changed: changed + changedBeside };
}

/** Beyond this many new rows PostgreSQL would plan the following statements for a table it believes to be small. */
const WORTH_ANALYZING = 5000;

async function count(client: PoolClient, sql: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(sql);
  return Number(rows[0]?.count);
}

/** The good staged rows as the table needs them: each value under the name of its column, references as ids. */
function readySql(file: ImportFile, files: readonly ImportFile[]): string {
  const references = ownColumns(file).flatMap((column) => {
    const parent = files.find(({ name }) => name === column.refersTo);
    return parent ? [{ column, parent, key: keyColumns(parent)[0]?.into }] : [];
  });
  const joins = references.map(
    ({ column, parent, key }) =>
      `${column.required ? '' : 'left '}join ${parent.table} ${quoted(parent.table)} on ${quoted(parent.table)}.${key} = s.${quoted(column.name)}`,
  );
  const values = ownColumns(file).map((column) => {
    const reference = references.find((each) => each.column === column);
    if (!reference) return `s.${quoted(column.name)} as ${column.into}`;
    return `${reference.parent.leadsTo ?? `${quoted(reference.parent.table)}.id`} as ${column.into}`;
  });
  return `select ${values.join(', ')} from ${stagingTable(file)} s ${joins.join(' ')} where not s.bad`;
}

/** Adds the rows whose key the table does not hold. */
function addSql(file: ImportFile, files: readonly ImportFile[], isNoted: boolean): string {
  const columns = ownColumns(file).map(({ into }) => into);
  const into = file.drawnNumber ? [...columns, 'number'] : columns;
  const values = file.drawnNumber ? [...columns, file.drawnNumber] : columns;
  return `
    with added as (
      insert into ${file.table} (${into.join(', ')})
      select ${values.join(', ')} from (${readySql(file, files)}) ready
      where not exists (select from ${file.table} t where ${sameKey(file)})
      returning ${bearsOn(file)} as bears_on
    )${isNoted ? affected(file, 'select bears_on from added', file.table === 'account') : ''}
    select count(*) from added`;
}

/** Updates the rows whose values differ from the table's; its trigger keeps the former ones. */
function changeSql(file: ImportFile, files: readonly ImportFile[]): string {
  const values = ownColumns(file)
    .filter(({ name }) => !file.key.includes(name) && !file.leftOut?.includes(name))
    .map(({ into }) => into);
  if (values.length === 0) return 'select 0 as count';
  const all = (of: string) => values.map((name) => `${of}.${name}`).join(', ');
  return `
    with differing as (
      select t.id, t.${bearsOn(file)} as bore_on, ${all('ready')}
      from (${readySql(file, files)}) ready join ${file.table} t on ${sameKey(file)}
      where (${all('t')}) is distinct from (${all('ready')})${file.leadsTo ? ' and t.merged_into_id is null' : ''}
    ), changed as (
      update ${file.table} t set ${values.map((name) => `${name} = differing.${name}`).join(', ')}
      from differing where t.id = differing.id
      returning t.${bearsOn(file)} as bears_on
    )${affected(file, 'select bore_on from differing union select bears_on from changed', false)}
    select count(*) from changed`;
}

/** Of several rows of a table with one key, a row of the file means the one that is exported. */
const sameKey = (file: ImportFile): string =>
  [...keyColumns(file).map(({ into }: Column) => `t.${into} = ready.${into}`), ...(file.exported ? [file.exported.only] : [])].join(
    ' and ',
  );

const bearsOn = ({ bearsOn: column }: ImportFile): string => column ?? 'id';

const parents = { id: null, account_id: null, certificate_id: 'certificate', spot_check_id: 'spot_check' } as const;

/** Notes the accounts whose timeline must be computed again: those named, or those of the certificates or spot checks named. */
function affected(file: ImportFile, named: string, isNew: boolean): string {
  if (!file.bearsOn) return '';
  const through = parents[file.bearsOn];
  const accounts = through ? `select p.account_id from (${named}) as named (id) join ${through} p using (id)` : named;
  return `, affected as (
      insert into affected_account select distinct account_id, ${isNew} from (${accounts}) as accounts (account_id)
      where not exists (select from affected_account noted where noted.account_id = accounts.account_id)
    )`;
}
