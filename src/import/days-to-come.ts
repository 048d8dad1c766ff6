import type { Day } from '../rules/calendar.ts';
import type { Column, ImportFile } from './column.ts';

/** The same files; a day after today is a doubt in each column of days that records what has happened (decision 0374). */
export const doubtingDaysToCome = (files: readonly ImportFile[], today: Day): readonly ImportFile[] =>
  files.map((file) => ({ ...file, columns: file.columns.map((column) => doubting(column, today)) }));

const doubting = (column: Column, today: Day): Column =>
  column.type === 'date' && !column.mayLieAhead ? { ...column, doubts: (day) => (day > today ? [toCome(day)] : []) } : column;

const toCome = (day: Day): string => `is a day to come (${day}): it is kept, and counts from that day`;
