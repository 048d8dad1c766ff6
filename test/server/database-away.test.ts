import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { unlessSilent } from '../../src/database/silence.ts';
import { oncePossible } from '../../src/main-rejections.ts';
import { isOfServerGone } from '../../src/server/errors/client-errors.ts';
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

const gone = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

/** A step of the start whose attempts end in these errors, and then in success. */
const stepAfter = (...errors: Error[]) => {
  const said: string[] = [];
  const step = async () => {
    const error = errors.shift();
    if (error) throw error;
    return 'done';
  };
  const take = (isEnding: () => boolean) => oncePossible(step, { error: (_, message) => said.push(message) }, isEnding, 1);
  return { take, said };
};

test('a start that already answers requests goes on when the database is back', async () => {
  const { take, said } = stepAfter(gone(), gone());
  expect(await take(() => false)).toBe('done');
  expect(said).toHaveLength(2);
});

test('it does not wait where the process is ending, nor for a bug', async () => {
  await expect(stepAfter(gone()).take(() => true)).rejects.toThrow('ECONNREFUSED');
  await expect(stepAfter(new TypeError('a bug')).take(() => false)).rejects.toThrow('a bug');
});

test('a database that says nothing counts as away for callers that cannot wait', async () => {
  const error: unknown = await unlessSilent(new Promise(() => {}), 5).catch((thrown: unknown) => thrown);
  expect(isOfServerGone(error)).toBe(true);
  expect(await unlessSilent(Promise.resolve('DEMO'), 5)).toBe('DEMO');
  await expect(unlessSilent(Promise.reject(new TypeError('a bug')), 5)).rejects.toThrow('a bug');
});
