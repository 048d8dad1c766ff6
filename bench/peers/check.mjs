// Before anything is timed: every contender gives the same answer, and what it asks PostgreSQL is counted.
import { isDeepStrictEqual } from 'node:util';
import { answersOf } from './load.mjs';
import { startRelay } from './relay.mjs';

/** How many requests of a work are compared. */
const COMPARED = 25;

/**
 * Compares the answers of every contender with those of the first, and throws where two differ. Returns how many statements a request of each work
 * takes for each contender, once its connections have been used.
 */
export async function checkAnswers(entrants, works, url, startWith) {
  const expected = {};
  const statements = {};
  for (const entrant of entrants) {
    const relay = await startRelay(url);
    const target = await startWith(relay.url)(entrant);
    for (const [name, work] of worksFor(entrant, works)) {
      const counts = [];
      const data = (await answersOf(target, name, work, COMPARED, () => counts.push(relay.count()))).map(dataOf(work));
      statements[name] = { ...statements[name], [entrant.name]: usual(counts) };
      expected[name] ??= data;
      compare(name, entrant.name, expected[name], data);
    }
    await target.stop();
    relay.stop();
  }
  return statements;
}

/** The median of the statements between two answers: now and then a registry also does work of its own. */
const usual = (counts) =>
  counts
    .slice(1)
    .map((count, at) => count - counts[at])
    .sort((a, b) => a - b)[Math.floor(counts.length / 2)];

/** The works that a contender has, as it is asked them. */
export const worksFor = ({ works: its, asked }, works) =>
  Object.entries(works)
    .filter(([name]) => its?.includes(name) ?? true)
    .map(([name, work]) => [name, asked?.(name, work) ?? work]);

const dataOf =
  ({ read = (data) => data }) =>
  ({ data, errors }, turn) => {
    if (errors) throw new Error(JSON.stringify(errors).slice(0, 500));
    return read(data, turn);
  };

function compare(work, name, expected, data) {
  const at = data.findIndex((each, index) => !isDeepStrictEqual(each, expected[index]));
  if (at < 0) return;
  const show = (value) => JSON.stringify(value).slice(0, 1500);
  throw new Error(`${work}: request ${at} is answered otherwise by ${name}:\n${show(data[at])}\nexpected:\n${show(expected[at])}`);
}
