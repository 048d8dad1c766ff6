import type { Check } from './check.ts';
import { type Column, type ImportFile, keyColumns, labelOf } from './column.ts';
import { lookAlikes, lostZeros } from './look-alikes.ts';
import { particularChecks } from './particular-checks.ts';
import { programChecks } from './program-checks.ts';
import { quoted, stagingTable } from './staging.ts';

/** Every check of a file, to run after those of the files it refers to. */
export function checksOf(file: ImportFile, files: readonly ImportFile[]): readonly Check[] {
  const check = (column: string, sql: string): Check => ({ file: file.name, column, sql });
  const warning = (column: string, sql: string): Check => ({ ...check(column, sql), severity: 'warning' });
  return [
    check(file.key.join(' '), duplicateKey(file)),
    ...(file.key.length === 1 ? [check(file.key[0] ?? '', lookAlikes(file)), warning(file.key[0] ?? '', lostZeros(file))] : []),
    ...file.columns.flatMap((column) => {
      const parent = files.find(({ name }) => name === column.refersTo);
      if (!parent) return [];
      return [
        check(column.name, danglingReference(file, column, parent)),
        ...(column.fixed ? [check(column.name, moved(file, column, parent))] : []),
      ];
    }),
    ...numberChecks(file, files).map((sql) => check('number', sql)),
    ...[...particularChecks, ...programChecks].filter((each) => each.file === file.name),
  ];
}

/** Each of several rows with one key names another of them. */
function duplicateKey(file: ImportFile): string {
  const staged = stagingTable(file);
  const key = file.key.map(quoted).join(', ');
  return `
    select s.line, 'the same ${file.key.join(', ')} as on line ' || case s.line when d.first then d.last else d.first end
    from ${staged} s
    join (select ${key}, min(line) as first, max(line) as last from ${staged} group by ${key} having count(*) > 1) d using (${key})`;
}

/** A row may refer to a good row of the folder or to what the registry holds. */
function danglingReference(file: ImportFile, { name }: Column, parent: ImportFile): string {
  const [key] = keyColumns(parent);
  const [its, referred] = [quoted(name), quoted(key?.name ?? '')];
  return `
    select s.line, case
      when exists (select from ${stagingTable(parent)} p where p.${referred} = s.${its}) then 'refers to a bad row of ${labelOf(parent)}'
      else 'is neither in ${labelOf(parent)} nor in the registry' end
    from ${stagingTable(file)} s
    where s.${its} is not null
      and not exists (select from ${stagingTable(parent)} p where p.${referred} = s.${its} and not p.bad)
      and not exists (select from ${parent.table} p where p.${key?.into} = s.${its})`;
}

/** A document names the account it was issued to; a later import cannot move it to another. */
function moved(file: ImportFile, { name, into }: Column, parent: ImportFile): string {
  const [key] = keyColumns(file);
  const [parentKey] = keyColumns(parent);
  return `
    select s.line, 'differs from the registry’s record: a document does not move to another account'
    from ${stagingTable(file)} s
    join ${file.table} t on t.${key?.into} = s.${quoted(key?.name ?? '')}
    join ${parent.table} p on p.id = t.${into}
    where p.${parentKey?.into} <> s.${quoted(name)} ${parent.leadsTo ? `and not ${leads(parent, `s.${quoted(name)}`, `t.${into}`)}` : ''}`;
}

/** SQL: whether what a row names was merged into the record with an id. */
const leads = (parent: ImportFile, named: string, id: string): string =>
  `exists (select from ${parent.table} where ${keyColumns(parent)[0]?.into} = ${named} and ${parent.leadsTo} = ${id})`;

/** Certificates, letters, bidding documents and confirmations share one namespace, so that a number leads to one document. */
function numberChecks(file: ImportFile, files: readonly ImportFile[]): readonly string[] {
  if (!file.document || file.drawnNumber) return [];
  const others = files.filter((other) => other.document && !other.drawnNumber && other !== file);
  return [
    `select s.line, 'is the number of a document of another kind in the registry'
     from ${stagingTable(file)} s join document_number d on d.number = s.number
     where d.kind <> '${file.document}'`,
    ...others.map(
      (other) => `select s.line, 'is also the number of a document in ${labelOf(other)}'
        from ${stagingTable(file)} s where exists (select from ${stagingTable(other)} o where o.number = s.number)`,
    ),
  ];
}
