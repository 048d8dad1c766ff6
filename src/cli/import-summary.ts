import { severities } from '../import/bad-rows.ts';
import type { FileOutcome, ImportOutcome } from '../import/import.service.ts';
import type { ReportedProblem } from '../import/report.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { counted, countedInColumn, linesIn, type Noun, numberIn } from './lines.ts';

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
  return files.map((each) => `  ${each.file.padEnd(width)} ${cells(each)}`.trimEnd());
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

function problems({ problems: first, unlisted, report, kept, badRows, files }: ImportOutcome, locale: Locale): readonly string[] {
  if (!report) return [];
  const line = linesIn(locale);
  const of = (severity: ReportedProblem['severity']): readonly string[] => {
    const { count, kinds } = unlisted[severity];
    const listed = first.filter((each) => each.severity === severity).map((each) => problemLine(each, locale));
    if (kinds === 0) return listed;
    return [...listed, `  … ${line('{}, of {}', counted(locale, count, moreOf[severity]), counted(locale, kinds, 'kind'))}`];
  };
  const isToMend = !kept && badRows > 0 && files.length > 0 && /\.xlsx$/i.test(report);
  return [
    ...of('error'),
    ...of('warning'),
    line('Every bad row and warning is in {}.', report),
    ...(isToMend ? [line('It has only the bad rows: record the good ones with --partial before you import it.')] : []),
  ];
}

const moreOf = { error: 'more error', warning: 'more warning' } as const;

function problemLine(problem: ReportedProblem, locale: Locale): string {
  const { severity, file, lines, column, clause, reason } = problem;
  const place = [file, lines[0], column].filter((part) => part !== undefined && part !== '').join(':');
  return `  ${severities[locale][severity]} ${place} ${reason}${clause ? ` [${clause}]` : ''}${others(problem, locale)}`;
}

/** The other rows with the problem: `(30 rows: 2, 3, 4, 5, 6 and 25 more)`; of those with numbers of their own only that they are of the kind. */
function others({ count, lines, varies }: ReportedProblem, locale: Locale): string {
  if (count === 1) return '';
  const line = linesIn(locale);
  const shown =
    lines.length < count && lines.length > 0
      ? line('{} and {} more', lines.join(', '), numberIn(locale, count - lines.length))
      : lines.join(', ');
  const rows = counted(locale, count, 'row');
  const kind = varies ? line('{} of this kind', rows) : rows;
  return ` (${lines.length > 0 ? line('{}: {}', kind, shown) : kind})`;
}
