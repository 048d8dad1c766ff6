import { expect, test } from '@jest/globals';
import { loadConfig } from '../../src/config.ts';
import { faultOf } from '../../src/server/errors/client-errors.ts';

const failing = (code: string) => Object.assign(new Error('could not extend file "base/5/1": No space left on device'), { code });

test.each([
  ['53100', 'a full disk'],
  ['53200', 'no memory left'],
  ['53300', 'no connection left'],
  ['57P01', 'a database that stops'],
  ['25006', 'a replica that is not promoted yet'],
  ['25P03', 'a transaction that waited for us too long'],
  ['58030', 'a disk that fails'],
  ['08006', 'a connection that was lost'],
  ['40001', 'a transaction to begin again'],
  ['40P01', 'a deadlock'],
  ['55P03', 'a lock not had in time'],
  ['ECONNRESET', 'a connection that was reset'],
  ['ETIMEDOUT', 'a network that is away'],
  ['3D000', 'a database under another name'],
  ['42501', 'a right that the role lacks'],
  ['28P01', 'a password that was changed'],
])('%s, %s, is a reason to come back, and reveals nothing about the machine', (code) => {
  const fault = faultOf(failing(code));
  expect([fault.code, fault.status]).toEqual(['OVERLOADED', 503]);
  expect(fault.message).not.toContain('base/5/1');
});

test.each([
  ['57014', 'TIMED_OUT'],
  ['23505', 'INTERNAL'],
  ['42P01', 'INTERNAL'],
  ['EACCES', 'INTERNAL'],
])('%s is %s', (code, expected) => {
  expect(faultOf(failing(code)).code).toBe(expected);
});

test.each([
  ['postgres://u:p@one,two/cor', 'several hosts'],
  ['postgres://u:p@one:5432,two:5432/cor', 'several hosts'],
])('DATABASE_URL %s is refused in one line, without its password', (url, word) => {
  const start = () => loadConfig({ DATABASE_URL: url });
  expect(start).toThrow(word);
  expect(start).not.toThrow('u:p');
});
