import { setTimeout } from 'node:timers/promises';
import type * as jestGlobals from '@jest/globals';

// What tests import from '@jest/globals': the runner's own functions, which know no limit of time, each with one.

/** How long a test or a hook may take, in milliseconds, where it does not say so itself. */
const limit = 90_000;

// The runner puts these on globalThis before it loads a test.
const runner = globalThis as unknown as typeof jestGlobals;

type Run = (...given: never[]) => unknown;
type Limited = (...given: never[]) => Promise<void>;
type Named = (name: string, run: Run, ms?: number) => void;
type Tests = Named & { readonly each: (...table: never[]) => Named };

/** The same function, which fails if it is not done after so many milliseconds. */
function limited(run: Run, ms = limit): Limited {
  return async (...given) => {
    const done = new AbortController();
    const late = setTimeout(ms, undefined, { signal: done.signal }).then(() => {
      throw new Error(`This is not done after ${ms / 1000} seconds.`);
    });
    // Within a promise of its own: what it throws at once must not leave the limit behind.
    const running = Promise.resolve().then(() => run(...given));
    await Promise.race([running, late]).finally(() => done.abort());
  };
}

const named =
  (bare: Named): Named =>
  (name, run, ms) =>
    bare(name, limited(run, ms));

// Jest's types describe every form of a table; only the function at the end is of interest here.
const limitedTests = (bare: unknown): Tests => {
  const tests = bare as Tests;
  return Object.assign(named(tests), { each: (...table: never[]) => named(tests.each(...table)) });
};

const hook =
  (bare: (run: () => Promise<void>) => void) =>
  (run: () => unknown, ms?: number): void =>
    bare(limited(run, ms));

export const test = Object.assign(limitedTests(runner.test), {
  only: limitedTests(runner.test.only),
  skip: limitedTests(runner.test.skip),
});
export const beforeAll = hook(runner.beforeAll);
export const afterAll = hook(runner.afterAll);
export const beforeEach = hook(runner.beforeEach);
export const afterEach = hook(runner.afterEach);
export const { describe, expect, jest } = runner;
