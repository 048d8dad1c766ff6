import { afterAll, beforeAll, test } from '@jest/globals';
import type { GraphQLSchema } from 'graphql';
import { type Limits, limitsOf } from '../../../src/server/limits/limits.ts';
import { makeSchema } from '../../../src/server/schema.ts';
import { Asker } from './asking.ts';
import { Coverage } from './coverage.ts';
import { documentsIn, hiddenValues, idsIn, knownValues, receiptsIn, wsibAccountsIn } from './known.ts';
import { Walk } from './operations.ts';
import { Packer, type Question } from './packer.ts';
import { makeWorlds, type Walker, type Worlds, walkers } from './worlds.ts';

const asker = new Asker();

let schema: GraphQLSchema;
let worlds: Worlds;
let coverage: Coverage;
let packers: Readonly<Record<'withKey' | 'withoutKey' | 'mutations', Packer>>;

const hasHidden = (walker: Walker): boolean => walkers[walker].hidden.length > 0;

/** Registers the tests of these walkers, in this order. Each test file has a few, so that Jest's workers share the walk; `walkers.test.ts` checks that none is left out. */
export function walkAs(...names: readonly Walker[]): void {
  const { stackTraceLimit } = Error;
  beforeAll(() => begin(names), 60_000);
  afterAll(async () => {
    Error.stackTraceLimit = stackTraceLimit;
    asker.end();
    await worlds.stop();
  });
  test.each(names)('%s gets the same answers, whatever is hidden from it', walkQueries, 300_000);
  const others = names.filter(hasHidden);
  if (others.length > 0) {
    test.each(others)('%s gets the same refusals, whatever it tries on what is hidden from it', walkMutations, 300_000);
  }
}

async function begin(names: readonly Walker[]): Promise<void> {
  // Thousands of refusals each map a stack trace to its source, which takes a twentieth of the time. What fails here says what was asked.
  Error.stackTraceLimit = 0;
  schema = await makeSchema();
  worlds = await makeWorlds(names);
  coverage = new Coverage(schema);
  const limits = (keyId: string | null): Limits => limitsOf({ scope: 'public', holder: null, keyId, organizationId: null });
  packers = {
    withKey: new Packer(schema, limits('any'), 'query'),
    withoutKey: new Packer(schema, limits(null), 'query'),
    mutations: new Packer(schema, { ...limits(null), rootFields: 1 }, 'mutation'),
  };
}

async function walkQueries(walker: Walker): Promise<void> {
  const { one } = worlds;
  const key = worlds.keys[walker];
  const numbers = [...(await wsibAccountsIn(one)), ...(await documentsIn(one)), ...(await receiptsIn(one))];
  const there = [...Object.values(await idsIn(one)).flat(), ...numbers].map((each) => `"${each}"`);
  const values = await knownValues(schema, one, worlds.secondOf(walker));
  const walk = new Walk(schema, values, { deep: key === null ? 3 : 4, usual: 3, flat: 2 }, (given) =>
    there.some((each) => given.includes(each)),
  );
  const questions = walk.questions(key === null ? packers.withoutKey : packers.withKey, schema.getQueryType());
  const answered: Question[] = [];
  for (const question of questions) answered.push(...(await compare(walker, question)));
  // Without a key the limits are too low to reach every field. Other walkers may be refused a field; an admin must get an answer.
  const unvisited = key === null ? [] : coverage.unvisited(questions, walker === 'admin' ? answered : questions);
  // Dates and labels are about no firm, in any language.
  const missed = unvisited.filter((name) => name !== 'PublicHoliday.name(locale)');
  if (missed.length > 0) throw new Error(notVisited(missed));
}

async function walkMutations(walker: Walker): Promise<void> {
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
}

/** An answer without the random parts of created records and without the end of the feed. */
const withoutNew = (answer: string, ids: readonly string[]): string =>
  answer
    .replace(/"(secret|createdAt|deliveredUpTo|keptAt|knownAt)":"[^"]*"/g, '')
    .replace(/"number":"REC-[^"]*"|"path":"\/calendars\/[^"]*"/g, '')
    .replace(/"id":"([^"]*)"/g, (given, id: string) => (ids.includes(id) ? given : ''));

const mutationOf = ({ query }: Question): string => /r0: (\w+)/.exec(query)?.[1] ?? '';

const notAccepted = (missed: readonly string[]): string => `Nothing that the walk gives these mutations is accepted: ${missed.join(', ')}.
Give \`hiddenValues\` in test/disclosure/walk/known.ts values for their inputs that are, under 'Input.field' or the name of the field.`;

/** The mutations that a scope may use on an account hidden from it, each with the reason. */
const permitted: Readonly<Partial<Record<Walker, readonly string[]>>> = {
  // An employer recognized by the ministry has applied to it. The report is the ministry's own and shows no other data of the account.
  ministry: ['reportSoseRecognition'],
  // The application at the portal is the applicant's consent.
  sose: ['recordSoseApplication'],
  'sose with an application': ['recordSoseApplication'],
};

/**
 * Asks both worlds, and fails if their answers or SQL statements differ; returns the questions answered without a fault. If several root fields
 * are asked, chance decides whose fault ends the answer and hides the rest: then each is asked alone.
 */
async function compare(walker: Walker, question: Question): Promise<readonly Question[]> {
  const key = worlds.keys[walker];
  const servers = hasHidden(walker) ? [worlds.secondOf(walker), worlds.one] : [worlds.secondOf(walker)];
  const [theirs, ours = theirs] = await Promise.all(servers.map((server) => asker.ask(server, question, key)));
  if (!theirs || !ours) throw new Error('Each world gives an answer.');
  const faults = [...theirs.faults, ...ours.faults];
  if (!faults.every(isOfTheQuestion)) throw new Error(fault(question, theirs.answer));
  // Such a fault would prevent its sibling fields from being compared.
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

/** Whether a fault comes from the question or the key, not from the registry's data. */
const isOfTheQuestion = (code: string): boolean => ['BAD_USER_INPUT', 'FORBIDDEN', 'NOT_FOUND'].includes(code);

const fault = ({ query, variables }: Question, answer: string): string =>
  `Unexpected fault:\n${query}\n${JSON.stringify(variables)}\n\n${answer.slice(0, 1_000)}`;

const notVisited = (missed: readonly string[]): string => `The walk leaves out:
  ${missed.join('\n  ')}
An argument or a field of an input: no known value is accepted, or there is none. Add one to \`knownValues\` in test/disclosure/walk/known.ts under its name.
A field: no operation reaches it, or an admin gets nothing but faults. Add a record of its kind to the worlds (test/disclosure/walk/worlds.ts).`;

/** Fails for equal answers of which one took more work: its time would reveal what is hidden. */
function otherWork({ query, variables }: Question, ours: readonly string[], theirs: readonly string[]): string {
  const without = ours.filter((each) => !theirs.includes(each)).join('\n');
  const only = theirs.filter((each) => !ours.includes(each)).join('\n');
  return `A leak in time:\n${query}\n${JSON.stringify(variables)}\n\nonly without:\n${without}\n\nonly with:\n${only}`;
}

/** Fails with the operation and the first place where the answers differ. */
function leak({ query, variables }: Question, ours: string, theirs: string): string {
  const at = [...ours].findIndex((character, index) => character !== theirs[index]);
  const around = (text: string): string => text.slice(Math.max(0, at - 300), at + 300);
  return `A leak:\n${query}\n${JSON.stringify(variables)}\n\nwithout:\n${around(ours)}\n\nwith:\n${around(theirs)}`;
}
