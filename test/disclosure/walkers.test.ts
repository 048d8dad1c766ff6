import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { walkers } from './walk/worlds.ts';

/** The walkers that the files of tests name, with one entry for each time. */
function named(): string[] {
  const folder = import.meta.dirname;
  const texts = readdirSync(folder).flatMap((name) => (name.startsWith('walk-') ? [readFileSync(join(folder, name), 'utf8')] : []));
  const lists = texts.flatMap((text) => /^walkAs\((.*)\);$/m.exec(text)?.[1] ?? []);
  return lists.flatMap((list) => [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name));
}

test('every walker walks, in one file of tests', () => {
  expect(named().sort()).toEqual(Object.keys(walkers).sort());
});
