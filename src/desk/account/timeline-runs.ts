import { USUAL_NOTICE_DAYS } from '../../contract/notice-days.type.ts';
import { addDays, type Day, daysBetween } from '../../rules/calendar.ts';
import type { Obligation, TimelinePeriod } from '../operations.ts';
import { capitalized, toneOf } from '../standing-words.ts';
import type { Say } from '../words.ts';

/** What stands beside the bar on a day: a document that changed, something that is due, a notice of what comes, or today’s line. */
export interface Mark {
  readonly on: Day;
  readonly kind: 'document' | 'due' | 'notice' | 'today';
  readonly lines: readonly string[];
}

/** A run of days of one standing, with its marks in the order of their days. */
export interface Run {
  readonly standing: string;
  readonly lines: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly marks: readonly Mark[];
}

/** A mark with the height of its day. */
export interface PlacedMark {
  readonly mark: Mark;
  readonly y: number;
}

/** Letters of a line beside the bar: of a standing, and of a mark, which is smaller. */
const LETTERS = { standing: 22, mark: 30 } as const;

/** Heights in the picture: of a line of a standing’s words, and of a mark’s. */
export const LINE = { standing: 17, mark: 15 } as const;

/** The periods as runs of one standing each. */
export function runsOf(
  { say, today }: { readonly say: Say; readonly today: Day },
  timeline: readonly TimelinePeriod[],
  due: readonly Obligation[],
): readonly Run[] {
  const marks = [
    ...documentMarks(say, timeline),
    ...dueMarks(say, due),
    ...noticeMarks(say, timeline, today),
    { on: today, kind: 'today' as const, lines: [say('todayLine')] },
  ];
  const starts = timeline.filter(({ standing }, at) => timeline[at - 1]?.standing !== standing);
  return starts.map(({ from, standing, standingLabel }, at) => {
    const to = starts[at + 1]?.from ?? null;
    // What would be due after a loss is no longer due then.
    const isLost = from !== null && from > today && toneOf(standing) === 'bad';
    const isShown = ({ on, kind }: Mark) => (from ?? '') <= on && on < (to ?? '9999') && !(isLost && kind === 'due');
    const own = marks.filter(isShown).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    return { standing, lines: linesOf(capitalized(standingLabel), LETTERS.standing), from, to, marks: own };
  });
}

/** The document that begins a period in which the standing goes on; null where the standing changes, or nothing is shown of the document. */
export function newDocument(
  say: Say,
  period: TimelinePeriod,
  before: TimelinePeriod | undefined,
): { words: string; number: string } | null {
  if (before?.standing !== period.standing) return null;
  const { certificate, letterOfGoodStanding: letter } = period;
  if (letter && letter.number !== before.letterOfGoodStanding?.number)
    return { words: say('stepLetter', { year: letter.year }), number: letter.number };
  if (certificate && certificate.number !== before.certificate?.number)
    return { words: say('stepCertificate'), number: certificate.number };
  return null;
}

function documentMarks(say: Say, timeline: readonly TimelinePeriod[]): readonly Mark[] {
  return timeline.flatMap((period, at) => {
    const document = newDocument(say, period, timeline[at - 1]);
    const { from } = period;
    return document && from !== null ? [{ on: from, kind: 'document' as const, lines: linesOf(document.words, LETTERS.mark) }] : [];
  });
}

/** The notices before an expected day on which an account becomes pending, or loses its certification. */
export interface Notices {
  readonly days: readonly Day[];
  readonly standingLabel: string;
}

/** The notices of what a period leads to; null if the registry gives none: the period has ended, or what follows is no worse. */
export function noticesOf(period: TimelinePeriod, next: TimelinePeriod | undefined, today: Day): Notices | null {
  const from = next?.from ?? null;
  if (!next || from === null || from <= today || next.standing === period.standing) return null;
  if (!period.consideredCertified || !['warn', 'bad'].includes(toneOf(next.standing))) return null;
  const begins = period.from ?? from;
  const days = USUAL_NOTICE_DAYS.map((ahead) => addDays(from, -ahead)).filter((day) => day >= begins);
  return days.length === 0 ? null : { days, standingLabel: next.standingLabel };
}

function noticeMarks(say: Say, timeline: readonly TimelinePeriod[], today: Day): readonly Mark[] {
  return timeline.flatMap((period, at) => {
    const notices = noticesOf(period, timeline[at + 1], today);
    return (notices?.days ?? []).map((on, which) => {
      const count = daysBetween(on, timeline[at + 1]?.from ?? on);
      const words = say(which === 0 ? 'noticeMark' : 'noticeAgain', { what: notices?.standingLabel ?? '', count });
      return { on, kind: 'notice' as const, lines: linesOf(words, LETTERS.mark) };
    });
  });
}

const dueMarks = (say: Say, due: readonly Obligation[]): readonly Mark[] =>
  due.flatMap(({ state, dueOn, label }) =>
    dueOn === null || state === 'DONE'
      ? []
      : [{ on: dueOn, kind: 'due' as const, lines: linesOf(say('dueMark', { what: label }), LETTERS.mark) }],
  );

/** A label in as many lines as it needs. */
function linesOf(label: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const headOf = ({ lines }: Run): number => 22 + lines.length * LINE.standing;
const heightOfMark = ({ lines }: Mark): number => lines.length * LINE.mark + 6;
const heightOfMarks = (marks: readonly Mark[]): number => marks.reduce((sum, mark) => sum + heightOfMark(mark), 0);

/** From 44 pixels for a month to 150 for a few years, and room for its words and marks; a run without a beginning or an end counts as a year. */
export function heightOf(run: Run): number {
  const days = run.from === null || run.to === null ? 365 : daysBetween(run.from, run.to);
  const byDays = Math.min(150, 44 + 3.2 * Math.sqrt(days));
  return Math.round(Math.max(byDays, headOf(run) + heightOfMarks(run.marks)));
}

/** Each mark near its day’s share of the run, below the words of the run and clear of the other marks. */
export function placedMarks(run: Run, top: number, height: number): readonly PlacedMark[] {
  const from = run.from ?? addDays(run.to ?? run.marks[0]?.on ?? '2000-01-01', -365);
  const length = Math.max(1, run.to === null ? 365 : daysBetween(from, run.to));
  let free = top + headOf(run);
  return run.marks.map((mark, at) => {
    const share = Math.min(1, Math.max(0, daysBetween(from, mark.on) / length));
    const latest = top + height - heightOfMarks(run.marks.slice(at));
    const y = Math.round(Math.max(free, Math.min(latest, top + height * share)));
    free = y + heightOfMark(mark);
    return { mark, y };
  });
}
