import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { DataSource } from 'typeorm';
import { settings } from '../../src/config.ts';
import { type ImportOutcome, type ImportRequest, importFolder } from '../../src/import/import.service.ts';

/** The content of an import folder, by file name: lines, or bytes. */
export type FolderContent = Readonly<Record<string, readonly string[] | Buffer>>;

/** Writes an import folder into the temporary directory. */
export function writeImportFolder(content: FolderContent): string {
  const folder = mkdtempSync(join(tmpdir(), 'import-test-'));
  for (const [name, lines] of Object.entries(content)) {
    writeFileSync(join(folder, name), Buffer.isBuffer(lines) ? lines : lines.map((line) => `${line}\n`).join(''));
  }
  return folder;
}

export interface Imported extends ImportOutcome {
  /** Every line of the report, as `severity file:line column: reason`. */
  readonly lines: readonly string[];
}

/** Imports a folder with this content. */
export async function importContent(
  dataSource: DataSource,
  content: FolderContent,
  options: Partial<ImportRequest> = {},
): Promise<Imported> {
  const folder = writeImportFolder(content);
  try {
    return await importFrom(dataSource, folder, options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Imports an existing folder. */
export async function importFrom(dataSource: DataSource, folder: string, options: Partial<ImportRequest> = {}): Promise<Imported> {
  const reportFolder = mkdtempSync(join(tmpdir(), 'import-report-'));
  const report = join(reportFolder, 'report.csv');
  try {
    const outcome = await importFolder(dataSource, {
      folder,
      kind: 'REAL',
      actor: 'tester',
      today: '2026-06-01',
      format: { wsibAccountForm: settings.wsibAccountForm.fallback },
      report,
      ...options,
    });
    return { ...outcome, lines: outcome.report === report ? reportLines(report) : [] };
  } finally {
    rmSync(reportFolder, { recursive: true });
  }
}

interface ReportRow {
  readonly file: string;
  readonly line: string;
  readonly column: string;
  readonly severity: string;
  readonly clause: string;
  readonly reason: string;
}

/** The lines of a report file, as `severity file:line column: reason`, with the clause of a warning after it. */
export function reportLines(path: string): string[] {
  const rows: ReportRow[] = parse(readFileSync(path), { columns: true });
  return rows.map(
    ({ severity, file, line, column, reason, clause }) => `${severity} ${file}:${line} ${column}: ${reason}${clause ? ` [${clause}]` : ''}`,
  );
}

/** The number of rows in a table. */
export async function countOf(dataSource: DataSource, table: string): Promise<number> {
  const [row]: { count: number }[] = await dataSource.query(`select count(*)::integer as count from ${table}`);
  return row?.count ?? 0;
}

/** The headers of the smallest registry, to which a test adds rows. */
export const headers = {
  organizations: 'organization,legal_name,operating_name,former_names,business_number,city',
  accounts: 'account,organization,wsib_account',
  registrations: 'registration,account,confirmed_on,withdrawn_on',
  certificates: 'number,account,standard,basis,issued_on',
  letters: 'number,certificate_number,year,issued_on',
  biddingDocuments: 'number,account,kind,issued_on,host_expires_on',
  spotChecks: 'spot_check,account,received_on,corrective_action',
  spotCheckEvents: 'spot_check,on,kind',
  revocations: 'revocation,account,from,lifted_on,reason,document',
  audits: 'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
  elementScores: 'audit,element,score',
} as const;
