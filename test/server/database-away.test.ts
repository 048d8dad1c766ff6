import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { compiled } from '../support/compiled.ts';

/** A process with an unhandled rejection, as a library may cause. */
const failingBy = (error: string) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { outliveDatabase } = await import(${JSON.stringify(compiled('src/main-rejections.js'))});
       outliveDatabase({ error: (_, message) => console.log(message) });
       Promise.reject(${error});
       setTimeout(() => console.log('alive'), 50);`,
    ],
    { encoding: 'utf8' },
  );

test.each([
  ["Object.assign(new Error('the database system is shutting down'), { code: '57P03' })"],
  ["Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })"],
  ["new Error('Connection terminated unexpectedly')"],
  ["new Error('timeout exceeded when trying to connect')"],
])('a promise that nobody handles ends no process while the database is away: %s', (error) => {
  expect(failingBy(error)).toMatchObject({
    status: 0,
    stdout: 'A background task failed because the database is away; it will be tried again.\nalive\n',
  });
});

test.each([["new TypeError('a bug')"], ["Object.assign(new Error('duplicate key'), { code: '23505' })"]])(
  'an unhandled rejection ends the process for any other reason: %s',
  (error) => {
    const { status, stdout } = failingBy(error);
    expect([status, stdout]).toEqual([1, '']);
  },
);
