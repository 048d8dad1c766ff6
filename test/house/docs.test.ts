import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { TOKEN_SECONDS } from '../../src/access/access-token.ts';
import { misses } from '../../src/access/rate-budget.ts';
import { settings } from '../../src/config.ts';
import { ENTRIES } from '../../src/credentials/bitstring.ts';
import { MOST_SKEW_SECONDS } from '../../src/database/primary-clock.ts';
import { timetable } from '../../src/jobs/tasks.ts';
import { KEPT_DAYS } from '../../src/public-list/kept-lists.ts';
import { guideline } from '../../src/rules/guideline.ts';
import { MOST_DAYS } from '../../src/sandbox/sandbox.input.ts';
import { usualRates } from '../../src/server/limits/limits.ts';
import { usualSocketLimits } from '../../src/server/sockets/socket-limits.ts';
import { MOST_BYTES } from '../../src/uploads/upload-folder.ts';
import { retryGaps } from '../../src/webhooks/retry.ts';

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

const minute = 60_000;
const { perKey, perAddress, subscriptions, initMs, heartbeatMs, patienceMs, messageBytes } = usualSocketLimits;
const [first = 0, second = 0, third = 0, ...hours] = retryGaps;
const { lookUps } = usualRates.public;
const madeAt = timetable.find(({ task }) => task === 'makePublicList')?.match;

describe('a figure of the documentation is that of the code', () => {
  test.each([
    ['README.md', `without a key ${lookUps.capacity} look-ups at once and one more`],
    ['README.md', `for a buyer ${usualRates.buyer.lookUps.capacity.toLocaleString('en-CA')} (`],
    ['README.md', `a token of ${TOKEN_SECONDS / 60} minutes`],
    ['docs/subscriptions.md', `Pings come every ${heartbeatMs / 1_000} seconds`],
    ['docs/subscriptions.md', `no \`connection_init\` within ${initMs / 1_000} seconds`],
    ['docs/subscriptions.md', `a message of more than ${messageBytes / 1_024} KiB`],
    ['docs/subscriptions.md', `not taken within ${patienceMs / 1_000} seconds`],
    ['docs/subscriptions.md', `more than ${perKey} sockets and streams of your key`],
    ['docs/subscriptions.md', `have ${perAddress} sockets and streams without a key, and a socket ${subscriptions} subscriptions`],
    ['docs/webhooks.md', `again after ${first / 1_000} seconds, ${second / minute} and ${third / minute} minutes`],
    ['docs/webhooks.md', `minutes, ${hours.map((gap) => gap / (60 * minute)).join(', ')} hours`.replace(/, (\d+) hours/, ' and $1 hours')],
    ['docs/tokens.md', `"expires_in": ${TOKEN_SECONDS}`],
    ['docs/tokens.md', `valid for ${TOKEN_SECONDS} seconds`],
    ['docs/sandbox.md', `at most ${MOST_DAYS.toLocaleString('en-CA')} days at once`],
    ['docs/public-list.md', `for ${KEPT_DAYS} days`],
    ['docs/public-list.md', madeAt === '30 6 * * *' ? 'made at 6:30 UTC' : `made at ${madeAt}`],
    ['docs/operations.md', `| public lists | ${KEPT_DAYS} days |`],
    ['docs/operations.md', `looked up ${misses.most} numbers without a result`],
    ['docs/operations.md', `| \`REGISTRY_WORKERS\` | \`${settings.workers.fallback}\` |`],
    ['docs/requests.md', `of at most ${MOST_BYTES / 1_048_576} MiB`],
    ['docs/clocks.md', MOST_SKEW_SECONDS === 60 ? 'more than a minute from the database' : `more than ${MOST_SKEW_SECONDS} seconds`],
    ['docs/receipts.md', `has ${ENTRIES.toLocaleString('en-CA')} places`],
  ])('in %s: %s', (page, figure) => {
    expect(readFileSync(page, 'utf8').replace(/\s+/g, ' ')).toContain(figure);
  });
});

const [, mutationType = ''] = /^type Mutation \{\n([\s\S]*?)^\}/m.exec(readFileSync('schema.graphql', 'utf8')) ?? [];
const mutations = [...mutationType.matchAll(/^ {2}([a-z]\w+)\(/gm)].map(([, name]) => name);
const namesIn = (cells: Iterable<RegExpMatchArray>) =>
  [...cells].flatMap(([, names = '']) => [...names.matchAll(/`([a-z]\w+)`/g)].map(([, name]) => name));

test('docs/changes.md says of each mutation of the schema what the feed tells of it, once', () => {
  const [, table = ''] = readFileSync('docs/changes.md', 'utf8').split('## What each mutation tells');
  const rows = table.split('\n## ')[0]?.matchAll(/^\| (`.*?`) \|/gm) ?? [];
  expect(namesIn(rows).toSorted()).toEqual(mutations.toSorted());
});

test.each(['docs/recording.md', 'docs/requests.md'])('%s names in its tables of steps only mutations of the schema', (page) => {
  const named = namesIn(readFileSync(page, 'utf8').matchAll(/^\| [^|`]* \| (`[^|]*) \|/gm));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !mutations.includes(name))).toEqual([]);
});
