// Rounds in which every contender is asked in turn, so that all meet the same moods of the machine.
import { loadavg } from 'node:os';
import { worksFor } from './check.mjs';
import { load } from './load.mjs';
import { cpuOf, cpuOfPostgres, memoryOf } from './processes.mjs';

/** Measures every work with every number of connections. */
export async function measure(entrants, works, { rounds, seconds, connections, postmaster, start }) {
  const running = [];
  for (const entrant of entrants) running.push({ ...entrant, target: await start(entrant) });
  const results = [];
  try {
    for (const name of Object.keys(works))
      for (const count of connections) {
        const able = running.flatMap((entrant) => {
          const work = Object.fromEntries(worksFor(entrant, works))[name];
          return work ? [{ ...entrant, work }] : [];
        });
        results.push({
          work: name,
          connections: count,
          ...(await roundsOf(able, name, { rounds, seconds, connections: count, postmaster })),
        });
        process.stderr.write(`${name} with ${count} connections: done\n`);
      }
  } finally {
    await Promise.all(running.map(({ target }) => target.stop()));
  }
  return results;
}

async function roundsOf(entrants, name, { rounds, postmaster, ...how }) {
  const seen = new Map(entrants.map((entrant) => [entrant.name, []]));
  const loads = [];
  // The first round warms up and does not count.
  for (let round = 0; round <= rounds; round++) {
    const order = entrants.map((_, at) => entrants[(at + round) % entrants.length]);
    for (const entrant of order) {
      const figures = await once(entrant, name, { ...how, from: round * 100_003 }, postmaster);
      if (round > 0) seen.get(entrant.name).push(figures);
    }
    if (round > 0) loads.push(loadavg()[0]);
  }
  return { load: median(loads), contenders: Object.fromEntries([...seen].map(([contender, figures]) => [contender, medians(figures)])) };
}

async function once({ target, work }, name, how, postmaster) {
  const node = cpuOf(target.pid);
  const postgres = cpuOfPostgres(postmaster);
  const { took, refused, seconds } = await load(target, name, work, how);
  const sorted = took.toSorted((a, b) => a - b);
  return {
    perSecond: took.length / seconds,
    p50: sorted[Math.floor(sorted.length / 2)],
    p99: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))],
    nodeUs: (cpuOf(target.pid) - node) / took.length,
    postgresUs: (cpuOfPostgres(postmaster) - postgres) / took.length,
    refused: refused / (refused + took.length),
    megabytes: memoryOf(target.pid).now,
  };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const medians = (figures) =>
  Object.fromEntries(Object.keys(figures[0]).map((each) => [each, Math.round(median(figures.map((figure) => figure[each])) * 100) / 100]));
