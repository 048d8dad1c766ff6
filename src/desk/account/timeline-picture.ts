import { addDays, type Day, daysBetween } from '../../rules/calendar.ts';
import { type Locale, writeDay } from '../../rules/messages/messages.ts';
import { type Html, html } from '../html.ts';
import type { TimelinePeriod } from '../operations.ts';
import { capitalized, signOf, type Tone, toneOf } from '../standing-words.ts';
import type { Say } from '../words.ts';

/** What the picture is drawn in. */
export interface PictureOf {
  readonly locale: Locale;
  readonly say: Say;
  readonly today: Day;
}

/** A run of days of one standing, with the days on which its documents changed. */
interface Run {
  readonly standing: string;
  readonly label: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly steps: readonly Day[];
}

const WIDTH = 360;
const BAR = { x: 118, width: 28 };
const TOP = 12;

/**
 * The standing from top to bottom, the future below today’s line. Longer runs are taller, but not in proportion, so that a month beside ten years can
 * be read. Each standing has its own pattern and sign beside its colour.
 */
export function timelinePicture({ locale, say, today }: PictureOf, timeline: readonly TimelinePeriod[]): Html {
  const runs = runsOf(timeline);
  let y = TOP;
  const placed = runs.map((run) => {
    const height = heightOf(run, today);
    const at = { run, y, height };
    y += height;
    return at;
  });
  const [first, last] = [runs[0]?.to ?? runs[0]?.from ?? today, runs.at(-1)?.from ?? today];
  const label = say('timelinePicture', { from: writeDay(locale, first), to: writeDay(locale, last < today ? today : last) });
  return html`<svg class="picture" viewBox="0 0 ${WIDTH} ${y + TOP}" role="img" aria-label="${label}" xmlns="http://www.w3.org/2000/svg">
${patterns}
${placed.map((each) => runPicture(locale, each))}
${placed.map((each) => todayLine(say, today, each))}
</svg>`;
}

function runsOf(timeline: readonly TimelinePeriod[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { from, to, standing, standingLabel } of timeline) {
    const before = runs.at(-1);
    if (before?.standing === standing)
      runs[runs.length - 1] = { ...before, to, steps: from === null ? before.steps : [...before.steps, from] };
    else runs.push({ standing, label: standingLabel, from, to, steps: [] });
  }
  return runs;
}

/** From 44 pixels for a month to 150 for a few years; a run without a beginning or an end counts as a year. */
function heightOf({ from, to }: Run, today: Day): number {
  const days = from === null || to === null ? 365 : daysBetween(from, to);
  const holdsToday = (from ?? today) <= today && today < (to ?? addDays(today, 1));
  return Math.round(Math.min(150, 44 + 3.2 * Math.sqrt(days))) + (holdsToday ? 24 : 0);
}

interface PlacedRun {
  readonly run: Run;
  readonly y: number;
  readonly height: number;
}

function runPicture(locale: Locale, { run, y, height }: PlacedRun): Html {
  const { standing, label, from } = run;
  const tone: Tone = toneOf(standing);
  const { x, width } = BAR;
  return html`<rect class="run ${tone}" x="${x}" y="${y}" width="${width}" height="${height}"/>
<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#pattern-${tone})"/>
<circle class="sign-back" cx="${x + width / 2}" cy="${y + 20}" r="11"/>
<text class="sign" x="${x + width / 2}" y="${y + 25}" text-anchor="middle">${signOf(standing)}</text>
${linesOf(capitalized(label)).map((line, at) => html`<text class="words" x="${x + width + 12}" y="${y + 25 + at * 17}">${line}</text>`)}
${from !== null && html`<line class="edge" x1="${x - 8}" y1="${y}" x2="${x + width + 8}" y2="${y}"/><text class="day" x="${x - 12}" y="${y + 5}" text-anchor="end">${shortDay(locale, from)}</text>`}
${steps({ run, y, height })}`;
}

/** How many letters stand beside the bar. */
const LETTERS = 22;

/** A label in as many lines as it needs. */
function linesOf(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LETTERS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A notch for each day on which a letter or certificate changed what the standing rests on. */
function steps({ run: { from, to, steps: days }, y, height }: PlacedRun): readonly Html[] {
  if (from === null || to === null) return [];
  const length = Math.max(1, daysBetween(from, to));
  return days.map((day) => {
    const at = y + (height * daysBetween(from, day)) / length;
    return html`<path class="step" d="M${BAR.x - 7} ${at} l7 -4 v8 z"/>`;
  });
}

function todayLine(say: Say, today: Day, { run: { from, to }, y, height }: PlacedRun): Html | false {
  if ((from ?? today) > today || (to !== null && to <= today)) return false;
  const passed = from === null ? 0.5 : to === null ? 0.5 : daysBetween(from, today) / Math.max(1, daysBetween(from, to));
  // Clear of the words at the top of the run.
  const at = Math.round(y + Math.min(height - 8, Math.max(56, height * passed)));
  return html`<line class="today" x1="${BAR.x - 30}" y1="${at}" x2="${WIDTH - 4}" y2="${at}"/>
<text class="today-words" x="${WIDTH - 6}" y="${at - 5}" text-anchor="end">${say('todayLine')}</text>`;
}

const monthNames: Readonly<Record<Locale, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
};

function shortDay(locale: Locale, day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const first = locale === 'fr' && date === '01' ? '1er' : Number(date);
  return `${first} ${monthNames[locale][Number(month) - 1] ?? ''} ${year}`;
}

/** Good is plain, pending hatched, for bidding only and registered dotted, lost crossed. */
const patterns = html`<defs>
<pattern id="pattern-good" width="8" height="8" patternUnits="userSpaceOnUse"></pattern>
<pattern id="pattern-warn" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="M-2 10 L10 -2 M-2 2 L2 -2 M6 10 L10 6"/></pattern>
<pattern id="pattern-info" width="8" height="8" patternUnits="userSpaceOnUse"><circle class="dot" cx="4" cy="4" r="1.4"/></pattern>
<pattern id="pattern-bad" width="10" height="10" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 0 L10 10 M10 0 L0 10"/></pattern>
<pattern id="pattern-open" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 4 H8"/></pattern>
</defs>`;
