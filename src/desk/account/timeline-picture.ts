import type { Day } from '../../rules/calendar.ts';
import { type Locale, writeDay } from '../../rules/messages/messages.ts';
import { type Html, html } from '../html.ts';
import type { Obligation, TimelinePeriod } from '../operations.ts';
import { shortDay, signOf, type Tone, toneOf } from '../standing-words.ts';
import type { Say } from '../words.ts';
import { heightOf, LINE, type PlacedMark, placedMarks, type Run, runsOf } from './timeline-runs.ts';

/** What the picture is drawn in. */
export interface PictureOf {
  readonly locale: Locale;
  readonly say: Say;
  readonly today: Day;
}

const WIDTH = 360;
const BAR = { x: 118, width: 28 };
const WORDS = BAR.x + BAR.width + 12;
const TOP = 12;

/**
 * The standing from top to bottom, the future below today’s line, with letters, certificates and what is due on their days. Longer runs are taller,
 * but not in proportion, so that a month beside ten years can be read. Each standing has its own pattern and sign beside its colour.
 */
export function timelinePicture({ locale, say, today }: PictureOf, timeline: readonly TimelinePeriod[], due: readonly Obligation[]): Html {
  const runs = runsOf({ say, today }, timeline, due);
  let y = TOP;
  const placed = runs.map((run) => {
    const at = { run, y, height: heightOf(run) };
    y += at.height;
    return at;
  });
  const [first, last] = [runs[0]?.to ?? runs[0]?.from ?? today, runs.at(-1)?.from ?? today];
  const label = say('timelinePicture', { from: writeDay(locale, first), to: writeDay(locale, last < today ? today : last) });
  return html`<svg class="picture" viewBox="0 0 ${WIDTH} ${y + TOP}" role="img" aria-label="${label}" xmlns="http://www.w3.org/2000/svg">
${patterns}
${placed.map((each) => runPicture(locale, each))}
${placed.map(({ run, y, height }) => placedMarks(run, y, height).map((each) => markPicture(locale, each)))}
</svg>`;
}

interface PlacedRun {
  readonly run: Run;
  readonly y: number;
  readonly height: number;
}

function runPicture(locale: Locale, { run, y, height }: PlacedRun): Html {
  const { standing, lines, from } = run;
  const tone: Tone = toneOf(standing);
  const { x, width } = BAR;
  return html`<rect class="run ${tone}" x="${x}" y="${y}" width="${width}" height="${height}"/>
<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#pattern-${tone})"/>
<circle class="sign-back" cx="${x + width / 2}" cy="${y + 20}" r="11"/>
<text class="sign" x="${x + width / 2}" y="${y + 25}" text-anchor="middle">${signOf(standing)}</text>
${lines.map((line, at) => html`<text class="words" x="${WORDS}" y="${y + 25 + at * LINE.standing}">${line}</text>`)}
${from !== null && html`<line class="edge" x1="${x - 8}" y1="${y}" x2="${x + width + 8}" y2="${y}"/><text class="day" x="${x - 12}" y="${y + 5}" text-anchor="end">${shortDay(locale, from)}</text>`}`;
}

/** A document has a notch before the bar, what is due a flag behind it, a notice a ring, and today a line across it. */
function markPicture(locale: Locale, { mark: { on, kind, lines }, y }: PlacedMark): Html {
  const { x } = BAR;
  if (kind === 'today')
    return html`<line class="today" x1="${x - 30}" y1="${y + 5}" x2="${WIDTH - 4}" y2="${y + 5}"/>
<text class="today-words" x="${WIDTH - 6}" y="${y}" text-anchor="end">${lines[0]}</text>`;
  return html`${signAt(kind, y)}<text class="day" x="${x - 12}" y="${y + 4}" text-anchor="end">${shortDay(locale, on)}</text>
${lines.map((line, at) => html`<text class="note" x="${WORDS}" y="${y + 4 + at * LINE.mark}">${line}</text>`)}`;
}

function signAt(kind: Exclude<PlacedMark['mark']['kind'], 'today'>, y: number): Html {
  const { x, width } = BAR;
  if (kind === 'document') return html`<path class="step" d="M${x - 7} ${y} l7 -4 v8 z"/>`;
  if (kind === 'due') return html`<path class="flag" d="M${x + width} ${y} l8 -4 v8 z"/>`;
  return html`<circle class="notice" cx="${x + width + 5}" cy="${y}" r="3.5"/>`;
}

/** Good is plain, pending hatched, for bidding only and registered dotted, lost crossed. */
const patterns = html`<defs>
<pattern id="pattern-good" width="8" height="8" patternUnits="userSpaceOnUse"></pattern>
<pattern id="pattern-warn" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="M-2 10 L10 -2 M-2 2 L2 -2 M6 10 L10 6"/></pattern>
<pattern id="pattern-info" width="8" height="8" patternUnits="userSpaceOnUse"><circle class="dot" cx="4" cy="4" r="1.4"/></pattern>
<pattern id="pattern-bad" width="10" height="10" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 0 L10 10 M10 0 L0 10"/></pattern>
<pattern id="pattern-open" width="8" height="8" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 4 H8"/></pattern>
</defs>`;
