import type { ImportOutcome } from '../import/import.service.ts';
import type { ReportedProblem } from '../import/report.ts';

/** An import's outcome in the words of the person who waits for it. */
export function importSummary(outcome: ImportOutcome, isDryRun: boolean): string {
  return [headline(outcome, isDryRun), ...counts(outcome), ...problems(outcome)].join('\n');
}

function headline({ kept, badRows, timelines, warnings }: ImportOutcome, isDryRun: boolean): string {
  const also = warnings > 0 ? `, with ${plural(warnings, 'warning')}` : '';
  if (kept && badRows > 0)
    return `The good rows were imported${also}; ${plural(badRows, 'bad row')} left out. Standings computed: ${timelines}.`;
  if (kept) return `Imported${also}. Standings computed: ${timelines}.`;
  if (badRows > 0 && !isDryRun) return `Nothing was imported: ${plural(badRows, 'bad row')}. --partial would keep the good ones.`;
  return `Dry run, nothing kept: ${plural(badRows, 'bad row')}, ${plural(warnings, 'warning')}. Standings that would be computed: ${timelines}.`;
}

function counts({ files }: ImportOutcome): readonly string[] {
  const width = Math.max(0, ...files.map(({ file }) => file.length));
  return files.map(({ file, rows, bad, added, changed }) =>
    [
      `  ${file.padEnd(width)}`,
      `${cell(rows)} rows`,
      `${cell(added)} new`,
      `${cell(changed)} changed`,
      `${cell(Math.max(0, rows - bad - added - changed))} as before`,
      `${cell(bad)} bad`,
    ].join(' '),
  );
}

const cell = (count: number): string => count.toLocaleString('en-CA').padStart(9);

function problems({ problems: first, badRows, warnings, report }: ImportOutcome): readonly string[] {
  if (!report) return [];
  const more = badRows + warnings > first.length ? ['  …'] : [];
  return [...first.map(problemLine), ...more, `Every bad row and warning is in ${report}.`];
}

const problemLine = ({ severity, file, line, column, clause, reason }: ReportedProblem): string =>
  `  ${severity} ${[file, line, column].filter((part) => part !== null && part !== '').join(':')} ${reason}${clause ? ` [${clause}]` : ''}`;

const plural = (count: number, noun: string): string => `${count.toLocaleString('en-CA')} ${noun}${count === 1 ? '' : 's'}`;
