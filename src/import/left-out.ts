import type { PoolClient } from 'pg';
import { type Column, type ImportFile, keyColumns } from './column.ts';
import { quoted, stagingTable } from './staging.ts';
import { numberAlone } from './values.ts';

/** Fills the columns that a file leaves out with what the registry holds, so that every check judges rows as they will be. */
export async function fillLeftOut(client: PoolClient, files: readonly ImportFile[]): Promise<void> {
  for (const file of files) {
    const columns = file.columns.filter(({ name }) => file.leftOut?.includes(name));
    if (columns.length > 0) await client.query(fillSql(file, files, columns));
  }
}

function fillSql(file: ImportFile, files: readonly ImportFile[], columns: readonly Column[]): string {
  const held = (column: Column): string => {
    const parent = files.find(({ name }) => name === column.refersTo);
    if (!parent) return column.isBeside ? `beside.${column.into}` : `t.${column.into}`;
    return `(select p.${keyColumns(parent)[0]?.into} from ${parent.table} p where p.id = t.${column.into})`;
  };
  const beside = file.beside ? ` left join ${file.beside.table} beside on beside.${file.beside.key} = t.id` : '';
  const list = (of: string) => columns.map(({ name }) => `${of}.${quoted(name)}`).join(', ');
  const selected = [...keyColumns(file), ...columns].map((column) => `${held(column)} as ${quoted(column.name)}`);
  return `
    update ${stagingTable(file)} s set ${columns.map(({ name }) => `${quoted(name)} = held.${quoted(name)}`).join(', ')}
    from (select ${selected.join(', ')} from ${file.table} t${beside}${file.exported ? ` where ${file.exported.only}` : ''}) held
    where ${keyColumns(file)
      .map(({ name }) => `s.${quoted(name)} = held.${quoted(name)}`)
      .join(' and ')} and (${list('s')}) is distinct from (${list('held')})`;
}

const asHeld = 'was read as the registry holds it, with what stands around the number: correct the account to record the number alone';

/**
 * Keeps a number that was recorded with its label, such as WSIB9000001 by an earlier version, in a row that writes it so: an export that is imported
 * again changes nothing. A row with the number alone corrects it.
 */
export async function keepLabelled(client: PoolClient, files: readonly ImportFile[]): Promise<void> {
  const file = files.find(({ name }) => name === 'accounts.csv');
  if (!file) return;
  await client.query(
    `update ${stagingTable(file)} s set wsib_account = t.wsib_account, problems = replace(s.problems::text, $1, $2)::json
     from account t where t.reference = s.account and s.problems::text like '%' || $1 || '%'
       and t.wsib_account ~ '[A-Z]' and t.wsib_account <> s.wsib_account and position(s.wsib_account in t.wsib_account) > 0`,
    [JSON.stringify(numberAlone), JSON.stringify(asHeld)],
  );
}
