import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { walkers } from './walk/worlds.ts';

/** The walkers named in the test files, one entry each time. */
function named(): string[] {
  const folder = import.meta.dirname;
  const texts = readdirSync(folder).flatMap((name) => (name.startsWith('walk-') ? [readFileSync(join(folder, name), 'utf8')] : []));
  const lists = texts.flatMap((text) => /^walkAs\((.*)\);$/m.exec(text)?.[1] ?? []);
  return lists.flatMap((list) => [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name));
}

test('every walker walks in exactly one test file', () => {
  expect(named().sort()).toEqual(Object.keys(walkers).sort());
});
