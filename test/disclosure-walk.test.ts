import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import type { Limits } from '../src/graphql/limits.ts';
import type { Packer, Question } from './walk/packer.ts';
import type { Walker, Worlds } from './walk/worlds.ts';

// Elsewhere than in production graphql-js looks twice at every type it meets, which takes a third of the walk's time. It asks where it is once, when it is loaded.
process.env.NODE_ENV = 'production';
const { limitsOf } = await import('../src/graphql/limits.ts');
const { makeSchema } = await import('../src/graphql/schema.ts');
const { Asker } = await import('./walk/asking.ts');
const { unvisited } = await import('./walk/coverage.ts');
const { documentsIn, hiddenValues, idsIn, knownValues, wsibAccountsIn } = await import('./walk/known.ts');
const { Walk } = await import('./walk/operations.ts');
const { Packer: QuestionPacker } = await import('./walk/packer.ts');
const { makeWorlds, walkers } = await import('./walk/worlds.ts');

const names = Object.keys(walkers).filter((name): name is Walker => name in walkers);
const told = names.filter((name) => walkers[name].hidden.length > 0);
const asker = new Asker();

let schema: GraphQLSchema;
let worlds: Worlds;
let packers: Readonly<Record<'withKey' | 'withoutKey' | 'mutations', Packer>>;

beforeAll(async () => {
  schema = await makeSchema();
  worlds = await makeWorlds();
  const limits = (keyId: string | null): Limits => limitsOf({ scope: 'public', holder: null, keyId, organizationId: null });
  packers = {
    withKey: new QuestionPacker(schema, limits('any'), 'query'),
    withoutKey: new QuestionPacker(schema, limits(null), 'query'),
    mutations: new QuestionPacker(schema, { ...limits(null), rootFields: 1 }, 'mutation'),
  };
}, 60_000);

afterAll(async () => {
  asker.end();
  await worlds.stop();
});

test.each(names)(
  '%s is answered alike, whatever it may not know',
  async (walker) => {
    const { one } = worlds;
    const key = worlds.keys[walker];
    const there = [...Object.values(await idsIn(one)).flat(), ...(await wsibAccountsIn(one)), ...(await documentsIn(one))].map(
      (each) => `"${each}"`,
    );
    const values = await knownValues(schema, one, worlds.secondOf(walker));
    const walk = new Walk(schema, values, key === null ? { deep: 3, wide: 3, flat: 2 } : { deep: 4, wide: 4, flat: 2 }, (given) =>
      there.some((each) => given.includes(each)),
    );
    const questions = walk.questions(key === null ? packers.withoutKey : packers.withKey, schema.getQueryType());
    const answered: Question[] = [];
    for (const question of questions) answered.push(...(await compare(walker, question)));
    // Without a key too little may be asked at once; and whatever others are refused, an admin is answered.
    if (key !== null) expect(unvisited(schema, questions, walker === 'admin' ? answered : questions)).toEqual([]);
  },
  120_000,
);

test.each(told)(
  '%s is refused alike what it may not do',
  async (walker) => {
    const key = worlds.keys[walker];
    const [one, two] = [worlds.one, worlds.secondOf(walker)];
    const walk = new Walk(schema, await hiddenValues(one, two), { deep: 1, wide: 1, flat: 2 }, () => false);
    const questions = walk.questions(packers.mutations, schema.getMutationType(), (name) => !permitted[walker]?.includes(name));
    for (const [at, asked] of questions.entries()) {
      const question = { ...asked, variables: JSON.parse(JSON.stringify(asked.variables).replace('"walk"', `"walk ${at}"`)) };
      const [ours, theirs] = await Promise.all([asker.ask(one, question, key), asker.ask(two, question, key)]);
      if (ours.answer !== theirs.answer) throw new Error(leak(question, ours.answer, theirs.answer));
      if (!theirs.faults.every(isOfTheQuestion)) throw new Error(fault(question, theirs.answer));
    }
  },
  120_000,
);

/** What a scope may do on what it may not know, each with its reason. */
const permitted: Readonly<Partial<Record<Walker, readonly string[]>>> = {
  // Whom the ministry recognizes has applied; its report stands under its name, and shows it nothing of the account.
  ministry: ['reportSoseRecognition'],
  // It is the applicant's consent that the portal knows of the account.
  sose: ['recordSoseApplication'],
  'sose with an application': ['recordSoseApplication'],
};

/**
 * Asks both worlds, and fails where their answers or statements part; gives what was answered without a fault. Where a fault keeps from seeing the
 * rest, each root field is asked alone.
 */
async function compare(walker: Walker, question: Question): Promise<readonly Question[]> {
  const key = worlds.keys[walker];
  const servers = told.includes(walker) ? [worlds.secondOf(walker), worlds.one] : [worlds.secondOf(walker)];
  const [theirs, ours = theirs] = await Promise.all(servers.map((server) => asker.ask(server, question, key)));
  if (!theirs || !ours) throw new Error('Each world gives an answer.');
  if (ours.answer !== theirs.answer) throw new Error(leak(question, ours.answer, theirs.answer));
  if (!theirs.faults.every(isOfTheQuestion)) throw new Error(fault(question, theirs.answer));
  if (theirs.faults.length === 0) {
    if (theirs.statements.join() !== ours.statements.join()) expect({ question, ...theirs }).toEqual({ question, ...ours });
    return [question];
  }
  await asker.quiet(servers);
  const answered: Question[] = [];
  for (const one of isForbidden(theirs.faults) ? [] : question.alone) answered.push(...(await compare(walker, one)));
  return answered;
}

const isForbidden = (faults: readonly string[]): boolean => faults.every((code) => code === 'FORBIDDEN');

/** Whether a fault tells of the question or the key, and not of the registry. */
const isOfTheQuestion = (code: string): boolean => ['BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND'].includes(code);

const fault = ({ query, variables }: Question, answer: string): string =>
  `Not to be expected:\n${query}\n${JSON.stringify(variables)}\n\n${answer.slice(0, 1_000)}`;

/** What to look at: the operation and where the answers part. */
function leak({ query, variables }: Question, ours: string, theirs: string): string {
  const at = [...ours].findIndex((character, index) => character !== theirs[index]);
  const around = (text: string): string => text.slice(Math.max(0, at - 300), at + 300);
  return `A leak:\n${query}\n${JSON.stringify(variables)}\n\nwithout:\n${around(ours)}\n\nwith:\n${around(theirs)}`;
}
