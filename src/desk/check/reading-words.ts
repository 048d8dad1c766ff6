import type { Say } from '../words.ts';
import type { CheckedList } from './checked-list.ts';

/** What of a list was not read, in sentences. */
export function notReadWords(say: Say, { left, above, badLines, otherSheets }: NonNullable<CheckedList['read']>): readonly string[] {
  return [
    ...(left.length > 0 ? [say('columnsLeft', { columns: left.join(', ') })] : []),
    ...(otherSheets.length > 0 ? [say('sheetsLeftOut', { sheets: otherSheets.join(', ') })] : []),
    ...(above.length > 0 ? [say('aboveLeftOut', { lines: above.join('; ') })] : []),
    ...(badLines.length > 0 ? [say('rowsLeftOut', { count: badLines.length, lines: badLines.slice(0, 10).join(', ') })] : []),
  ];
}
