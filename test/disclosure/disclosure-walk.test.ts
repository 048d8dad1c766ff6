import { afterAll, beforeAll, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import type { Limits } from '../../src/server/limits/limits.ts';
import type { Packer, Question } from './walk/packer.ts';
import type { Walker, Worlds } from './walk/worlds.ts';

// Elsewhere than in production graphql-js looks twice at every type it meets, which takes a third of the walk's time. It asks where it is once, when it is loaded.
process.env.NODE_ENV = 'production';
const { limitsOf } = await import('../../src/server/limits/limits.ts');
const { makeSchema } = await import('../../src/server/schema.ts');
const { Asker } = await import('./walk/asking.ts');
const { Coverage } = await import('./walk/coverage.ts');
const { documentsIn, hiddenValues, idsIn, knownValues, wsibAccountsIn } = await import('./walk/known.ts');
const { Walk } = await import('./walk/operations.ts');
const { Packer: QuestionPacker } = await import('./walk/packer.ts');
const { makeWorlds, walkers } = await import('./walk/worlds.ts');

const names = Object.keys(walkers).filter((name): name is Walker => name in walkers);
const told = names.filter((name) => walkers[name].hidden.length > 0);
const asker = new Asker();

let schema: GraphQLSchema;
let worlds: Worlds;
let coverage: InstanceType<typeof Coverage>;
let packers: Readonly<Record<'withKey' | 'withoutKey' | 'mutations', Packer>>;

beforeAll(async () => {
  schema = await makeSchema();
  worlds = await makeWorlds();
  coverage = new Coverage(schema);
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
  '%s gets the same answers, whatever is hidden from it',
  async (walker) => {
    const { one } = worlds;
    const key = worlds.keys[walker];
    const there = [...Object.values(await idsIn(one)).flat(), ...(await wsibAccountsIn(one)), ...(await documentsIn(one))].map(
      (each) => `"${each}"`,
    );
    const values = await knownValues(schema, one, worlds.secondOf(walker));
    const walk = new Walk(schema, values, { deep: key === null ? 3 : 4, usual: 3, flat: 2 }, (given) =>
      there.some((each) => given.includes(each)),
    );
    const questions = walk.questions(key === null ? packers.withoutKey : packers.withKey, schema.getQueryType());
    const answered: Question[] = [];
    for (const question of questions) answered.push(...(await compare(walker, question)));
    // Without a key too little may be asked at once; and whatever others are refused, an admin is answered.
    const unvisited = key === null ? [] : coverage.unvisited(questions, walker === 'admin' ? answered : questions);
    // The calendar is about nobody, in any language.
    const missed = unvisited.filter((name) => name !== 'PublicHoliday.name(locale)');
    if (missed.length > 0) throw new Error(notVisited(missed));
  },
  300_000,
);

test.each(told)(
  '%s gets the same refusals, whatever it tries on what is hidden from it',
  async (walker) => {
    const key = worlds.keys[walker];
    const [one, two] = [worlds.one, worlds.secondOf(walker)];
    const walk = new Walk(schema, await hiddenValues(one, two), { deep: 2, usual: 2, flat: 2 }, () => false);
    const questions = walk.questions(packers.mutations, schema.getMutationType(), (name) => !permitted[walker]?.includes(name));
    const ids = [...Object.values(await idsIn(two)).flat()];
    const reached = new Set<string>();
    for (const [at, asked] of questions.entries()) {
      const question = { ...asked, variables: JSON.parse(JSON.stringify(asked.variables).replace('"walk"', `"walk-${at}"`)) };
      const [ours, theirs] = await Promise.all([asker.ask(one, question, key), asker.ask(two, question, key)]);
      if (withoutNew(ours.answer, ids) !== withoutNew(theirs.answer, ids)) throw new Error(leak(question, ours.answer, theirs.answer));
      if (!theirs.faults.every(isOfTheQuestion)) throw new Error(fault(question, theirs.answer));
      if (!theirs.faults.includes('BAD_USER_INPUT')) reached.add(mutationOf(question));
    }
    const missed = [...new Set(questions.map(mutationOf))].filter((name) => !reached.has(name));
    if (missed.length > 0) throw new Error(notAccepted(missed));
  },
  300_000,
);

/** An answer without random parts of created records, and without the end of the feed. */
const withoutNew = (answer: string, ids: readonly string[]): string =>
  answer
    .replace(/"(secret|createdAt|deliveredUpTo|keptAt|knownAt)":"[^"]*"/g, '')
    .replace(/"number":"REC-[^"]*"/g, '')
    .replace(/"id":"([^"]*)"/g, (given, id: string) => (ids.includes(id) ? given : ''));

const mutationOf = ({ query }: Question): string => /r0: (\w+)/.exec(query)?.[1] ?? '';

const notAccepted = (missed: readonly string[]): string => `Nothing that the walk gives these mutations is accepted: ${missed.join(', ')}.
Give \`hiddenValues\` in test/walk/known.ts values for their inputs that are, under 'Input.field' or the name of the field.`;

/** What a scope may do on what it may not know, each with its reason. */
const permitted: Readonly<Partial<Record<Walker, readonly string[]>>> = {
  // An employer that the ministry recognizes has applied; its report is under its own name, and shows it no other data of the account.
  ministry: ['reportSoseRecognition'],
  // It is the applicant's consent that the portal knows of the account.
  sose: ['recordSoseApplication'],
  'sose with an application': ['recordSoseApplication'],
};

/**
 * Asks both worlds, and fails where their answers or statements part; gives what was answered without a fault. Of several root fields it is chance
 * which one's fault ends the answer, and it hides the rest: then each is asked alone.
 */
async function compare(walker: Walker, question: Question): Promise<readonly Question[]> {
  const key = worlds.keys[walker];
  const servers = told.includes(walker) ? [worlds.secondOf(walker), worlds.one] : [worlds.secondOf(walker)];
  const [theirs, ours = theirs] = await Promise.all(servers.map((server) => asker.ask(server, question, key)));
  if (!theirs || !ours) throw new Error('Each world gives an answer.');
  const faults = [...theirs.faults, ...ours.faults];
  if (!faults.every(isOfTheQuestion)) throw new Error(fault(question, theirs.answer));
  // It would keep all that is asked beside it from being compared.
  if (theirs.faultsWithin.includes('BAD_USER_INPUT')) throw new Error(fault(question, theirs.answer));
  if (faults.length > 0) await asker.quiet(servers);
  if (faults.some((code) => code !== 'FORBIDDEN') && question.alone.length > 0) return compareAlone(walker, question);
  if (theirs.answer !== ours.answer) throw new Error(leak(question, ours.answer, theirs.answer));
  if (faults.length > 0) return [];
  if (theirs.statements.join() !== ours.statements.join()) throw new Error(otherWork(question, ours.statements, theirs.statements));
  return [question];
}

async function compareAlone(walker: Walker, { alone }: Question): Promise<readonly Question[]> {
  const answered: Question[] = [];
  for (const one of alone) answered.push(...(await compare(walker, one)));
  return answered;
}

/** Whether a fault depends on the question or the key, and not on the registry. */
const isOfTheQuestion = (code: string): boolean => ['BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND'].includes(code);

const fault = ({ query, variables }: Question, answer: string): string =>
  `Not to be expected:\n${query}\n${JSON.stringify(variables)}\n\n${answer.slice(0, 1_000)}`;

const notVisited = (missed: readonly string[]): string => `The walk leaves out:
  ${missed.join('\n  ')}
Of an argument or an input's field: no value given for it is accepted, or none is known. Add one to \`knownValues\` in test/walk/known.ts under its name.
Of a field: no operation gets as far, or an admin gets nothing but faults. Put something of its kind into the worlds (test/walk/worlds.ts).`;

/** The answers are the same, but one took work that the other did not: the time reveals what is hidden. */
function otherWork({ query, variables }: Question, ours: readonly string[], theirs: readonly string[]): string {
  const without = ours.filter((each) => !theirs.includes(each)).join('\n');
  const only = theirs.filter((each) => !ours.includes(each)).join('\n');
  return `A leak in time:\n${query}\n${JSON.stringify(variables)}\n\nonly without:\n${without}\n\nonly with:\n${only}`;
}

/** What to look at: the operation and where the answers part. */
function leak({ query, variables }: Question, ours: string, theirs: string): string {
  const at = [...ours].findIndex((character, index) => character !== theirs[index]);
  const around = (text: string): string => text.slice(Math.max(0, at - 300), at + 300);
  return `A leak:\n${query}\n${JSON.stringify(variables)}\n\nwithout:\n${around(ours)}\n\nwith:\n${around(theirs)}`;
}
