import type { PoolClient } from 'pg';
import { render } from '../rules/messages/messages.ts';
import type { Anomaly } from '../rules/standing/anomalies.ts';
import { type FileName, type ImportFile, keyColumns } from './column.ts';
import { quoted, stagingTable } from './staging.ts';

/** The file and column that a warning about a fact refers to. */
const locations: Readonly<Record<Anomaly['fact'], { readonly file: FileName; readonly column: string }>> = {
  registration: { file: 'registrations.csv', column: 'confirmed_on' },
  certificate: { file: 'certificates.csv', column: 'issued_on' },
  letter: { file: 'letters.csv', column: 'issued_on' },
  bidding_document: { file: 'bidding_documents.csv', column: 'issued_on' },
  spot_check: { file: 'spot_checks.csv', column: 'received_on' },
};

/** Notes what the law would not have allowed, each with its line, or without one if an earlier import brought it. */
export async function noteWarnings(client: PoolClient, anomalies: readonly Anomaly[], files: readonly ImportFile[]): Promise<void> {
  for (const [at, file] of files.entries()) {
    const its = anomalies.filter(({ fact }) => locations[fact].file === file.name);
    if (its.length > 0) await client.query(warningSql(file), [at, ...columnsOf(its)]);
  }
}

const columnsOf = (anomalies: readonly Anomaly[]): readonly (readonly string[])[] => [
  anomalies.map(({ key }) => key),
  anomalies.map(({ fact }) => locations[fact].column),
  anomalies.map(({ clause }) => clause),
  anomalies.map((anomaly) => sentence(anomaly)),
];

const sentence = ({ because, counts }: Anomaly): string =>
  `${render('en', because.id, because.values)} ${counts ? 'It is kept, and it counts.' : 'It is kept, without effect.'}`;

function warningSql(file: ImportFile): string {
  const [key] = keyColumns(file);
  const identity = file.key[0] === 'number' ? 't.number' : 't.id::text';
  return `
    insert into problem (file, line, column_name, severity, clause, reason)
    select $1, s.line, found.column_name, 'warning', found.clause,
      found.reason || case when s.line is null then ' (' || t.${key?.into} || ', recorded earlier)' else '' end
    from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as found (key, column_name, clause, reason)
    join ${file.table} t on ${identity} = found.key
    left join ${stagingTable(file)} s on s.${quoted(key?.name ?? '')} = t.${key?.into} and not s.bad`;
}
