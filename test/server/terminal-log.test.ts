import { expect, test } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { faultOf } from '../../src/server/errors/client-errors.ts';
import { makeLog } from '../../src/server/telemetry/log.ts';
import { readable } from '../../src/server/telemetry/terminal-log.ts';

test('a log line on a terminal has its values by name, and a stack trace below', () => {
  const line = { level: 30, time: 0, requestId: 'r-1', status: 200, errors: [], keyId: null, cost: { points: 2 }, msg: 'request' };
  expect(readable(JSON.stringify(line))).toMatch(/^\d\d:\d\d:\d\d INFO {2}request requestId=r-1 status=200 cost=\{"points":2\}\n$/);
  const failed = readable(JSON.stringify({ level: 50, time: 0, err: { message: 'x', stack: 'Error: x\n    at y' } }));
  expect(failed).toMatch(/ERROR\n {2}Error: x\n {6}at y\n$/);
  expect(readable('not JSON\n')).toBe('not JSON\n');
});

test('a failed statement is logged without the values it was given or stored: a person may be among them', () => {
  const lines: string[] = [];
  const refused = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    detail: 'Key (email)=(ann@example.ca) already exists.',
  });
  const failed = new QueryFailedError('insert into person values ($1)', ['Ann Example'], refused);
  makeLog('error', { write: (line: string) => void lines.push(line) }).error({ err: failed }, 'failed');
  makeLog('error', { write: (line: string) => void lines.push(line) }).error({ err: 'thrown text' }, 'failed');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    err: {
      type: 'QueryFailedError',
      code: '23505',
      query: 'insert into person values ($1)',
      stack: expect.stringContaining('duplicate key'),
    },
  });
  expect(lines[0]).not.toMatch(/Ann|ann@/);
  expect(lines[1]).toContain('thrown text');
});

test.each([
  ['ECONNREFUSED', 'The database does not answer. Try again shortly.'],
  ['57P03', 'The database does not answer. Try again shortly.'],
  ['53300', 'The registry is busy. Try again shortly.'],
  ['55P03', 'The registry is busy. Try again shortly.'],
])('an error %s of the database is shown as what it is', (code, message) => {
  expect(faultOf(Object.assign(new Error('x'), { code }))).toMatchObject({ code: 'OVERLOADED', message });
});
