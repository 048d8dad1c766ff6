import { Presets, SingleBar } from 'cli-progress';
import type { OnProgress, Phase, Progress } from '../import/progress.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { type Line, linesIn, numberIn } from './lines.ts';

/** Shows the progress of an import: a bar on a terminal, otherwise a line every few seconds, with rate and time left. */
export interface ProgressDisplay {
  readonly onProgress: OnProgress;
  /** Stops updating and leaves the last output. */
  stop(): void;
}

const SECONDS_BETWEEN_LINES = 5;

const silent: ProgressDisplay = { onProgress: () => {}, stop: () => {} };

/** Where progress is shown. */
export type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** The display for a stream, in a language; none if quiet was requested. */
export function progressDisplay(out: Screen, isQuiet: boolean, locale: Locale): ProgressDisplay {
  if (isQuiet) return silent;
  return out.isTTY ? barDisplay(out, locale) : lineDisplay(out, locale);
}

const titles: Readonly<Record<Phase, Line>> = {
  reading: 'Reading rows',
  checking: 'Checking them together',
  merging: 'Recording facts',
  timelines: 'Computing standings',
  writing: 'Writing files',
  accounts: 'Writing accounts',
  changes: 'Writing changes',
};

const units: Readonly<Record<Phase, Line>> = {
  reading: 'rows',
  checking: 'steps',
  merging: 'steps',
  timelines: 'accounts',
  writing: 'files',
  accounts: 'accounts',
  changes: 'changes',
};

function barDisplay(stream: Screen, locale: Locale): ProgressDisplay {
  // The bar switches off the terminal's line wrapping; Ctrl-C must restore it (gracefulExit).
  const format = '{title} [{bar}] {percentage} % | {rate} | {left}';
  const looks = { stream, format, hideCursor: null, barsize: 30, stopOnComplete: false, gracefulExit: true };
  const bar = new SingleBar(looks, Presets.shades_classic);
  let pace: Pace | undefined;
  return {
    onProgress: (progress) => {
      if (pace?.phase !== progress.phase) {
        if (pace) bar.stop();
        pace = new Pace(progress.phase, locale);
        bar.start(progress.total, 0, { title: linesIn(locale)(titles[progress.phase]).padEnd(22), rate: '', left: '' });
      }
      bar.update(progress.done, pace.of(progress));
    },
    stop: () => bar.stop(),
  };
}

function lineDisplay(out: Screen, locale: Locale): ProgressDisplay {
  let pace: Pace | undefined;
  let latest: Progress | undefined;
  const write = () => {
    if (!latest || !pace) return;
    const { rate, left } = pace.of(latest);
    const percent = Math.floor((100 * latest.done) / Math.max(latest.total, 1));
    const line = linesIn(locale);
    out.write(`${line('{}: {} %, {}, {}', line(titles[latest.phase]), percent, rate, left)}\n`);
  };
  const timer = setInterval(write, SECONDS_BETWEEN_LINES * 1000).unref();
  return {
    onProgress: (progress) => {
      if (pace?.phase !== progress.phase) pace = new Pace(progress.phase, locale);
      latest = progress;
    },
    stop: () => clearInterval(timer),
  };
}

/** The rate of a phase since its beginning. */
class Pace {
  readonly phase: Phase;
  readonly #locale: Locale;
  readonly #begun = performance.now();

  constructor(phase: Phase, locale: Locale) {
    this.phase = phase;
    this.#locale = locale;
  }

  of({ phase, done, total, rows }: Progress): { readonly rate: string; readonly left: string } {
    const seconds = (performance.now() - this.#begun) / 1000;
    const line = linesIn(this.#locale);
    const unit = line(units[phase]);
    const counted = phase === 'reading' ? (rows ?? 0) : done;
    const left = done > 0 ? Math.ceil((seconds * (total - done)) / done) : undefined;
    return {
      rate: seconds > 0.1 ? `${numberIn(this.#locale, Math.round(counted / seconds))} ${unit}/s` : `${counted} ${unit}`,
      left: left === undefined ? line('time left unknown') : line('{} left', duration(left)),
    };
  }
}

/** Seconds as `1 h 2 min`, `3 min 20 s` or `5 s`. */
export function duration(seconds: number): string {
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  return seconds >= 60 ? `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s` : `${Math.ceil(seconds)} s`;
}
