import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { connectionOf, lockEveryAccount, type Unit, write } from '../database/unit-of-work.ts';
import { recordIdentityChanges } from '../outbox/record-identity-change.ts';
import { tellFromToday } from '../outbox/record-passed-days.ts';
import type { Day } from '../rules/calendar.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { bulkStore, isBulkLoad } from './bulk-load.ts';
import { type ImportFile, labelOf } from './column.ts';
import { type FormatSettings, importFiles } from './columns.ts';
import { doubtingDaysToCome } from './days-to-come.ts';
import { type ImportFolder, openFolder } from './folder.ts';
import { labelIn, problemIn } from './french.ts';
import { type RegistryKind, settleKind } from './kind.ts';
import { fillLeftOut, keepLabelled } from './left-out.ts';
import { noteLookAlikes } from './look-alikes.ts';
import { type Merged, mergeFolder } from './merge.ts';
import { checkRows, countRows, countWarnings, type RowCounts } from './problems.ts';
import type { OnProgress } from './progress.ts';
import { checkReportPlace, firstProblems, type ReportedProblem, type Unlisted, writeHeaderReport, writeReport } from './report.ts';
import { createStaging, stageFolder } from './staging.ts';
import { computeTimelines } from './timelines.ts';

/** What is imported, by whom, and how. */
export interface ImportRequest {
  readonly folder: string;
  readonly kind: RegistryKind;
  readonly actor: string;
  readonly today: Day;
  readonly format: FormatSettings;
  /** Where the report is written if there is anything to report. */
  readonly report: string;
  /** The language of the report and the problems; default: English. */
  readonly locale?: Locale;
  /** Keeps the good rows even if others are bad. */
  readonly partial?: boolean;
  /** Does everything, and keeps nothing. */
  readonly dryRun?: boolean;
  readonly replaceDemo?: boolean;
  readonly onProgress?: OnProgress;
}

/** The outcome for the rows of one file. */
export interface FileOutcome extends RowCounts, Merged {
  readonly file: string;
}

/** The outcome of an import. */
export interface ImportOutcome {
  /** Whether anything was kept: not on a dry run, and not if rows were bad, unless the good ones were requested. */
  readonly kept: boolean;
  /** Whether the good rows were compared with the registry: not if bad ones stopped the import earlier. */
  readonly compared: boolean;
  readonly files: readonly FileOutcome[];
  readonly badRows: number;
  readonly warnings: number;
  /** Accounts whose timeline changed. */
  readonly timelines: number;
  /** The report's file; null if there was nothing to report. */
  readonly report: string | null;
  readonly problems: readonly ReportedProblem[];
  /** What there is beyond the problems that are listed. */
  readonly unlisted: Unlisted;
}

/** Imports a folder of files, or one workbook, in one transaction. Throws CannotImport if it cannot begin; the outcome lists bad rows. */
export async function importFolder(dataSource: DataSource, request: ImportRequest): Promise<ImportOutcome> {
  const format = doubtingDaysToCome(importFiles(request.format), request.today);
  const { folder, files } = labelled(await openFolder(request.folder, format), format);
  await checkReportPlace(request.report, folder.paths);
  if (folder.problems.length > 0) return badHeaders(folder, request);
  const reason = request.kind === 'DEMO' ? 'demo' : `import of ${folder.name}`;
  const author = { actor: request.actor, reason, today: request.today };
  try {
    return await write(dataSource, author, async (unit) => {
      const outcome = await run({ unit, client: await connectionOf(unit.tx), files, folder, request });
      if (!outcome.kept) throw new NothingKept(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof NothingKept) return error.outcome;
    throw error;
  }
}

/** The files of the format by the names that reports use. */
function labelled(
  folder: ImportFolder,
  all: readonly ImportFile[],
): { readonly folder: ImportFolder; readonly files: readonly ImportFile[] } {
  const files = all.map((file) => {
    const its = folder.found.find((found) => found.file.name === file.name);
    const leftOut = file.columns.map(({ name }) => name).filter((name) => !its?.header.includes(name));
    return its ? { ...file, label: its.table.label, leftOut } : file;
  });
  const found = folder.found.map((each) => ({ ...each, file: files.find(({ name }) => name === each.file.name) ?? each.file }));
  return { folder: { ...folder, found }, files };
}

/** Thrown to roll the transaction back. */
class NothingKept extends Error {
  readonly outcome: ImportOutcome;

  constructor(outcome: ImportOutcome) {
    super('Nothing of the import is kept.');
    this.outcome = outcome;
  }
}

interface Run {
  readonly unit: Unit;
  readonly client: PoolClient;
  readonly files: readonly ImportFile[];
  readonly folder: ImportFolder;
  readonly request: ImportRequest;
}

async function run({ unit, client, files, folder, request }: Run): Promise<ImportOutcome> {
  const onProgress = request.onProgress ?? (() => {});
  await lockEveryAccount(unit);
  await settleKind(unit, request.kind, request.replaceDemo ?? false);
  const isTold = await holdsAccounts(unit);
  if (!isTold) await tellFromToday(unit);
  await createStaging(client, files);
  await noteLookAlikes(client, files);
  await stageFolder(client, folder, onProgress);
  await fillLeftOut(client, files);
  await keepLabelled(client, files);
  await checkRows(client, files, onProgress);
  const rows = await countRows(client, files);
  const mayKeep = request.partial || rows.every(({ bad }) => bad === 0);
  const isBulk = mayKeep && (await isBulkLoad(client, files));
  const merged = mayKeep ? await mergeFolder(client, files, isBulk, onProgress) : [];
  const compute = () => computeTimelines(unit, { files, locale: request.locale ?? 'en', isTold, onProgress });
  const timelines = mayKeep ? await (isBulk ? bulkStore(client, compute) : compute()) : 0;
  if (mayKeep && isTold) await recordIdentityChanges(unit, null);
  const outcome = await outcomeOf({ unit, client, files, folder, request }, rows, merged, timelines);
  if (outcome.kept) await logImport(unit, request, outcome);
  return outcome;
}

async function holdsAccounts({ tx }: Unit): Promise<boolean> {
  const found: unknown[] = await tx.query('select from account limit 1');
  return found.length > 0;
}

async function outcomeOf(
  { client, files, folder, request }: Run,
  rows: readonly RowCounts[],
  merged: readonly Merged[],
  timelines: number,
): Promise<ImportOutcome> {
  const warnings = await countWarnings(client);
  const badRows = rows.reduce((total, { bad }) => total + bad, 0);
  const hasProblems = badRows + warnings > 0;
  const { report, locale = 'en' } = request;
  if (hasProblems) await writeReport(client, files, folder.found, { report, locale });
  return {
    kept: !request.dryRun && (request.partial || badRows === 0),
    compared: request.partial || badRows === 0,
    files: folder.found.map(({ file }) => {
      const at = files.indexOf(file);
      return { file: labelIn(locale, labelOf(file)), ...(rows[at] ?? noRows), ...(merged[at] ?? nothingMerged) };
    }),
    badRows,
    warnings,
    timelines,
    report: hasProblems ? report : null,
    ...(hasProblems ? await firstProblems(client, files, { count: SHOWN_PROBLEMS, locale }) : nothingFound),
  };
}

/** As many of each severity as fit on a screen; the rest is in the report. */
const SHOWN_PROBLEMS = 10;

const none = { count: 0, kinds: 0 };
const nothingFound = { problems: [], unlisted: { error: none, warning: none } };

const noRows: RowCounts = { rows: 0, bad: 0 };
const nothingMerged: Merged = { added: 0, changed: 0 };

async function badHeaders({ problems: found }: ImportFolder, { report, locale = 'en' }: ImportRequest): Promise<ImportOutcome> {
  const problems = found.map((each) => ({ ...each, file: labelIn(locale, each.file), reason: problemIn(locale, each.reason) }));
  await writeHeaderReport(problems, { report, locale });
  const shown = problems
    .slice(0, SHOWN_PROBLEMS)
    .map(({ line, ...problem }) => ({ ...problem, lines: [line], count: 1, severity: 'error' as const, clause: null, varies: false }));
  const left = problems.length - shown.length;
  const unlisted = { error: { count: left, kinds: left }, warning: none };
  return {
    kept: false,
    compared: false,
    files: [],
    badRows: problems.length,
    warnings: 0,
    timelines: 0,
    report,
    problems: shown,
    unlisted,
  };
}

async function logImport({ tx, actor }: Unit, { folder, kind }: ImportRequest, { files, badRows, warnings }: ImportOutcome): Promise<void> {
  await tx.query('insert into audit_log (actor, action, subject, details) values ($1, $2, $3, $4)', [
    actor,
    kind === 'DEMO' ? 'LOAD_DEMO' : 'IMPORT',
    kind === 'DEMO' ? null : folder,
    { files, badRows, warnings },
  ]);
}
