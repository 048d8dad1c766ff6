import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { guideline } from '../../src/rules/guideline.ts';

const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'src/rules/README.md', 'clients/typescript/README.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((file) => (file.endsWith('.md') ? [join('docs', file)] : [])),
];

/** The project's paths that a text names, in code or in a diagram, starting with one of our folders. */
function pathsIn(text: string): string[] {
  const named = text.matchAll(
    /(?<![\w./:<-])((?:src|test|docs|migrations|scripts|bench|explorer|clients)\/[\w./-]*\w\/?)(?![\w*…/]|<(?!br))/g,
  );
  return [...new Set([...named].map(([, path = '']) => path))];
}

/** The files of the project that a page links to. */
function linksIn(text: string): string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*$/, ''));
  return [...new Set(links)].filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

describe('each file that the documentation names exists', () => {
  test.each(pages)('in %s', (page) => {
    const text = readFileSync(page, 'utf8');
    expect(pathsIn(text).filter((path) => !existsSync(path))).toEqual([]);
    expect(linksIn(text).filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
  });
});

test('a path is found in code, in a link and in a diagram; a pattern is not a path', () => {
  const text =
    '`src/main.ts` [here](docs/rules.md) a["src/cli/registry.ts<br>x"] `test/rules/*/*.cases.yaml` `dist/src/main.js` `src/rules/`, `src/rules/<rule>.ts`';
  expect(pathsIn(text)).toEqual(['src/main.ts', 'docs/rules.md', 'src/cli/registry.ts', 'src/rules/']);
});

test('docs/rules.md prints each clause and each reading once', () => {
  const rules = readFileSync('docs/rules.md', 'utf8');
  const counts = Object.entries(guideline).map(([id, { text }]) => [id, rules.split(text).length - 1]);
  expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
});

test('docs/changes.md says of each mutation of the schema what the feed tells of it, once', () => {
  const [, body = ''] = /^type Mutation \{\n([\s\S]*?)^\}/m.exec(readFileSync('schema.graphql', 'utf8')) ?? [];
  const mutations = [...body.matchAll(/^ {2}([a-z]\w+)\(/gm)].map(([, name]) => name);
  const [, table = ''] = readFileSync('docs/changes.md', 'utf8').split('## What each mutation tells');
  const rows = [...(table.split('\n## ')[0]?.matchAll(/^\| (`.*?`) \|/gm) ?? [])];
  const named = rows.flatMap(([, names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named.toSorted()).toEqual(mutations.toSorted());
});
