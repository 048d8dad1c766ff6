import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { duration, progressDisplay } from '../../src/cli/progress-display.ts';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

const screen = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY, columns: 120 });

const shownOn = (out: PassThrough): string => String(out.read() ?? '');

describe('progress', () => {
  test('is a line every five seconds where there is no terminal, with rate and time left', () => {
    const out = screen(false);
    const { onProgress, stop } = progressDisplay(out, false, 'en');
    onProgress({ phase: 'reading', done: 0, total: 1000, rows: 0 });
    jest.advanceTimersByTime(4999);
    onProgress({ phase: 'reading', done: 250, total: 1000, rows: 5000 });
    expect(shownOn(out)).toBe('');
    jest.advanceTimersByTime(1);
    expect(shownOn(out)).toBe('Reading rows: 25 %, 1,000 rows/s, 15 s left\n');
    onProgress({ phase: 'timelines', done: 0, total: 400 });
    jest.advanceTimersByTime(5000);
    expect(shownOn(out)).toBe('Computing standings: 0 %, 0 accounts/s, time left unknown\n');
    stop();
    jest.advanceTimersByTime(20_000);
    expect(shownOn(out)).toBe('');
  });

  test('is a bar on a terminal', () => {
    const out = screen(true);
    const { onProgress, stop } = progressDisplay(out, false, 'en');
    onProgress({ phase: 'reading', done: 0, total: 1000, rows: 0 });
    jest.advanceTimersByTime(2000);
    onProgress({ phase: 'reading', done: 500, total: 1000, rows: 2000 });
    stop();
    expect(shownOn(out)).toMatch(/Reading rows +\[█+░+\] 50 % \| 1,000 rows\/s \| 2 s left/);
  });

  test('leaves the terminal as it was when Ctrl-C ends the process', () => {
    const out = screen(true);
    const others = process.listeners('SIGINT');
    const { onProgress, stop } = progressDisplay(out, false, 'en');
    onProgress({ phase: 'reading', done: 0, total: 1000, rows: 0 });
    for (const listener of process.listeners('SIGINT').filter((each) => !others.includes(each))) listener('SIGINT');
    const shown = shownOn(out);
    expect(shown).toContain('[?7l');
    expect(shown.lastIndexOf('[?7h')).toBeGreaterThan(shown.lastIndexOf('[?7l'));
    stop();
  });

  test('is silent when asked to be', () => {
    const out = screen(true);
    const { onProgress, stop } = progressDisplay(out, true, 'en');
    onProgress({ phase: 'reading', done: 500, total: 1000, rows: 2000 });
    stop();
    expect(shownOn(out)).toBe('');
  });

  test('writes durations as people say them', () => {
    expect([0.2, 59, 60, 200, 3720].map(duration)).toEqual(['1 s', '59 s', '1 min 0 s', '3 min 20 s', '1 h 2 min']);
  });
});
