import { severities } from '../import/bad-rows.ts';
import type { FileOutcome, ImportOutcome } from '../import/import.service.ts';
import type { ReportedProblem } from '../import/report.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { counted, countedInColumn, linesIn, type Noun } from './lines.ts';

/** The summary of an import for the operator, in a language. */
export function importSummary(outcome: ImportOutcome, isDryRun: boolean, locale: Locale): string {
  return [headline(outcome, isDryRun, locale), ...counts(outcome, locale), ...problems(outcome, locale)].join('\n');
}

function headline({ kept, files, badRows, timelines, warnings }: ImportOutcome, isDryRun: boolean, locale: Locale): string {
  const line = linesIn(locale);
  // Without a readable header there are no rows, good or bad.
  if (badRows > 0 && files.length === 0) return line('Nothing was imported: the columns of the files do not match the format.');
  const bad = counted(locale, badRows, 'bad row');
  const warned = counted(locale, warnings, 'warning');
  const also = warnings > 0 ? line(', with {}', warned) : '';
  if (kept && badRows > 0) return line('The good rows were imported{}; {} left out. Standings computed: {}.', also, bad, timelines);
  if (kept) return line('Imported{}. Standings computed: {}.', also, timelines);
  if (badRows > 0 && !isDryRun) return line('Nothing was imported: {}. --partial would keep the good ones.', bad);
  return line('Dry run, nothing kept: {}, {}. Standings that would be computed: {}.', bad, warned, timelines);
}

function counts({ files, compared }: ImportOutcome, locale: Locale): readonly string[] {
  const width = Math.max(0, ...files.map(({ file }) => file.length));
  const cells = (each: FileOutcome): string =>
    countsOf(each, compared)
      .map(([noun, count]) => countedInColumn(locale, count, noun))
      .join(' ');
  return files.map((each) => `  ${each.file.padEnd(width)}${cells(each)}`.trimEnd());
}

function countsOf({ rows, bad, added, changed }: FileOutcome, compared: boolean): readonly (readonly [Noun, number])[] {
  if (!compared)
    return [
      ['row', rows],
      ['good', rows - bad],
      ['bad', bad],
    ];
  return [
    ['row', rows],
    ['new', added],
    ['changed', changed],
    ['as before', Math.max(0, rows - bad - added - changed)],
    ['bad', bad],
  ];
}

function problems({ problems: first, badRows, warnings, report }: ImportOutcome, locale: Locale): readonly string[] {
  if (!report) return [];
  const shown = first.reduce((total, { count }) => total + count, 0);
  const more = first.length >= 10 && shown < badRows + warnings ? ['  …'] : [];
  const where = linesIn(locale)('Every bad row and warning is in {}.', report);
  return [...first.map((each) => problemLine(each, locale)), ...more, where];
}

function problemLine({ severity, file, lines, count, column, clause, reason }: ReportedProblem, locale: Locale): string {
  const place = [file, lines[0], column].filter((part) => part !== undefined && part !== '').join(':');
  const first = lines.length > 0 ? `${locale === 'fr' ? '\u00A0' : ''}: ${lines.join(', ')}${count > lines.length ? ', …' : ''}` : '';
  const others = count > 1 ? ` (${counted(locale, count, 'row')}${first})` : '';
  return `  ${severities[locale][severity]} ${place} ${reason}${clause ? ` [${clause}]` : ''}${others}`;
}
