import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fuzzImports } from '../../bench/fuzz/csv.ts';
import { fuzz, type Target } from '../../bench/fuzz/fuzz.ts';
import { targetAt } from '../../bench/fuzz/target.ts';
import { CANARY } from '../../bench/fuzz/values.ts';
import { loadDemo } from '../../src/demo/demo.service.ts';
import { makeSchema } from '../../src/server/schema.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

const SEED = 20261120;

let server: TestServer;
let target: Target;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await loadDemo(server.dataSource, { accounts: 80, today: '2026-11-20' });
  target = await targetAt(server.url, await makeSchema(), server.dataSource);
}, 60_000);
afterAll(() => server.stop());

describe('random operations of every scope, and random bytes', () => {
  test('get no 500, no stack, none of their values in an error or the log, and nothing hidden', async () => {
    const findings = await fuzz(target, { operations: 400, seed: SEED });
    expect(findings.harms).toEqual([]);
    expect(server.logged.filter((line) => JSON.stringify(line).toLowerCase().includes(CANARY))).toEqual([]);
    expect(server.logged.filter(({ level }) => level === 50)).toEqual([]);
    // Proves that it asked something: every scope was used, and some answers have data.
    expect(Object.keys(findings.scopes)).toHaveLength(9);
    expect(findings.answered).toBeGreaterThan(60);
    expect(target.secrets.length).toBeGreaterThan(0);
  }, 120_000);
});

describe('folders of damaged CSV files', () => {
  test('are imported, or refused in words that repeat no value, and never fail otherwise', async () => {
    const other = await startTestServer();
    const { kept, refused, harms } = await fuzzImports(other.dataSource, { folders: 40, seed: SEED });
    await other.stop();
    expect(harms).toEqual([]);
    expect([kept > 0, refused > 0, kept + refused]).toEqual([true, true, 40]);
  }, 120_000);
});
