import type { FileOutcome, ImportOutcome } from '../import/import.service.ts';
import type { ReportedProblem } from '../import/report.ts';

/** The summary of an import for the operator. */
export function importSummary(outcome: ImportOutcome, isDryRun: boolean): string {
  return [headline(outcome, isDryRun), ...counts(outcome), ...problems(outcome)].join('\n');
}

function headline({ kept, files, badRows, timelines, warnings }: ImportOutcome, isDryRun: boolean): string {
  // Without a readable header there are no rows, good or bad.
  if (badRows > 0 && files.length === 0) return 'Nothing was imported: the columns of the files do not match the format.';
  const also = warnings > 0 ? `, with ${plural(warnings, 'warning')}` : '';
  if (kept && badRows > 0)
    return `The good rows were imported${also}; ${plural(badRows, 'bad row')} left out. Standings computed: ${timelines}.`;
  if (kept) return `Imported${also}. Standings computed: ${timelines}.`;
  if (badRows > 0 && !isDryRun) return `Nothing was imported: ${plural(badRows, 'bad row')}. --partial would keep the good ones.`;
  return `Dry run, nothing kept: ${plural(badRows, 'bad row')}, ${plural(warnings, 'warning')}. Standings that would be computed: ${timelines}.`;
}

function counts({ files, compared }: ImportOutcome): readonly string[] {
  const width = Math.max(0, ...files.map(({ file }) => file.length));
  return files.map((each) =>
    [`  ${each.file.padEnd(width)}`, `${cell(each.rows)} rows`, ...goodRows(each, compared), `${cell(each.bad)} bad`].join(' '),
  );
}

function goodRows({ rows, bad, added, changed }: FileOutcome, compared: boolean): readonly string[] {
  if (!compared) return [`${cell(rows - bad)} good`];
  return [`${cell(added)} new`, `${cell(changed)} changed`, `${cell(Math.max(0, rows - bad - added - changed))} as before`];
}

const cell = (count: number): string => count.toLocaleString('en-CA').padStart(9);

function problems({ problems: first, badRows, warnings, report }: ImportOutcome): readonly string[] {
  if (!report) return [];
  const shown = first.reduce((total, { count }) => total + count, 0);
  const more = first.length >= 10 && shown < badRows + warnings ? ['  …'] : [];
  return [...first.map(problemLine), ...more, `Every bad row and warning is in ${report}.`];
}

function problemLine({ severity, file, lines, count, column, clause, reason }: ReportedProblem): string {
  const place = [file, lines[0], column].filter((part) => part !== undefined && part !== '').join(':');
  const others =
    count > 1 ? ` (${plural(count, 'row')}${lines.length > 0 ? `: ${lines.join(', ')}${count > lines.length ? ', …' : ''}` : ''})` : '';
  return `  ${severity} ${place} ${reason}${clause ? ` [${clause}]` : ''}${others}`;
}

const plural = (count: number, noun: string): string => `${count.toLocaleString('en-CA')} ${noun}${count === 1 ? '' : 's'}`;
