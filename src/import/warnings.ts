import type { PoolClient } from 'pg';
import { type Locale, render } from '../rules/messages/messages.ts';
import type { Anomaly } from '../rules/standing/anomalies.ts';
import { type FileName, type ImportFile, keyColumns } from './column.ts';
import { quoted, stagingTable } from './staging.ts';

/** What the law would not have allowed, as a warning. */
export interface Doubt extends Anomaly {
  /** The column that it is about, if it is not the usual one of the fact. */
  readonly column?: string;
}

/** The file and column that a warning about a fact refers to. */
const locations: Readonly<Record<Anomaly['fact'], { readonly file: FileName; readonly column: string }>> = {
  registration: { file: 'registrations.csv', column: 'confirmed_on' },
  certificate: { file: 'certificates.csv', column: 'issued_on' },
  letter: { file: 'letters.csv', column: 'issued_on' },
  bidding_document: { file: 'bidding_documents.csv', column: 'issued_on' },
  spot_check: { file: 'spot_checks.csv', column: 'received_on' },
};

/** Notes what the law would not have allowed, each with its line, or without one if an earlier import brought it. */
export async function noteWarnings(
  client: PoolClient,
  doubts: readonly Doubt[],
  { files, locale }: { readonly files: readonly ImportFile[]; readonly locale: Locale },
): Promise<void> {
  for (const [at, file] of files.entries()) {
    const its = doubts.filter(({ fact }) => locations[fact].file === file.name);
    if (its.length > 0) await client.query(warningSql(file), [at, ...columnsOf(its, locale), words[locale].earlier]);
  }
}

const words = {
  en: { counts: 'It is kept, and it counts.', isKept: 'It is kept, without effect.', earlier: 'recorded earlier' },
  fr: { counts: 'Ce fait est conservé et pris en compte.', isKept: 'Ce fait est conservé, sans effet.', earlier: 'déjà au registre' },
} as const;

const columnsOf = (doubts: readonly Doubt[], locale: Locale): readonly (readonly string[])[] => [
  doubts.map(({ key }) => key),
  doubts.map(({ fact, column }) => column ?? locations[fact].column),
  doubts.map(({ clause }) => clause),
  doubts.map((doubt) => sentence(doubt, locale)),
];

const sentence = ({ because, counts }: Anomaly, locale: Locale): string =>
  `${render(locale, because.id, because.values)} ${counts ? words[locale].counts : words[locale].isKept}`;

function warningSql(file: ImportFile): string {
  const [key] = keyColumns(file);
  const identity = file.key[0] === 'number' ? 't.number' : 't.id::text';
  return `
    insert into problem (file, line, column_name, severity, clause, reason)
    select $1, s.line, found.column_name, 'warning', found.clause,
      found.reason || case when s.line is null then ' (' || t.${key?.into} || ', ' || $6 || ')' else '' end
    from unnest($2::text[], $3::text[], $4::text[], $5::text[]) as found (key, column_name, clause, reason)
    join ${file.table} t on ${identity} = found.key
    left join ${stagingTable(file)} s on s.${quoted(key?.name ?? '')} = t.${key?.into} and not s.bad`;
}
