import type { ValidationError } from 'class-validator';
import { validateSync } from 'class-validator';
import { exactlyOneOfRule } from '../../contract/exactly-one-of.ts';
import { type Fault, type FieldProblem, faults } from '../../errors.ts';
import { passes } from './input-check.ts';

const most = 20;

/** Checks an instance of an input class (or a list of them) by its class-validator decorators; null and absent fields are skipped. */
export function inputProblems(input: unknown): FieldProblem[] {
  if (Array.isArray(input))
    return input.flatMap((each, at) => inputProblems(each).map((problem) => under(`[${at}]`, problem))).slice(0, most);
  if (typeof input !== 'object' || input === null || passes(input)) return [];
  const errors = validateSync(input, {
    skipMissingProperties: true,
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  return errors.flatMap(problemsOf).slice(0, most);
}

/** For type-graphql: throws BAD_USER_INPUT with every field at fault. */
export function validateInput(input: unknown): void {
  if (typeof input !== 'object') return;
  const problems = inputProblems(input);
  if (problems.length === 0) return;
  const fault = faults.BAD_FIELDS(isOfMutation(input) ? problems.map((problem) => under('input', problem)) : problems);
  beforeResolvers.add(fault);
  throw fault;
}

const beforeResolvers = new WeakSet<Fault>();

/** Whether a fault is of arguments that were checked before their resolver ran. */
export const isBeforeResolver = (fault: Fault): boolean => beforeResolvers.has(fault);

/** The same check for the arguments of a subscription, which type-graphql does not validate; the input is at `path`. */
export function checkInput(input: object, path: string): void {
  const problems = inputProblems(input);
  if (problems.length > 0) throw faults.BAD_FIELDS(path === '' ? problems : problems.map((problem) => under(path, problem)));
}

// type-graphql does not pass the argument's name. Every mutation takes one argument, `input`, of a class named …Input; the fields of …Args
// are arguments.
const isOfMutation = (input: object | null): boolean => input?.constructor.name.endsWith('Input') ?? false;

function problemsOf({ property, constraints, children }: ValidationError): FieldProblem[] {
  const field = property === exactlyOneOfRule ? '' : property;
  const own = Object.values(constraints ?? {}).map((message) => ({ field, message: sentence(message, property) }));
  return [...own, ...(children ?? []).flatMap(problemsOf).map((problem) => under(property, problem))];
}

// class-validator starts its sentences with the property's name, which the caller already reads in `field`.
function sentence(message: string, property: string): string {
  const text = message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
  const own = lengths.reduce((said, [theirs, ours]) => said.replace(theirs, ours), text);
  return own.endsWith('.') ? own : `${own}.`;
}

/** What class-validator says of a length, and what we say, which has French. */
const lengths: readonly (readonly [RegExp, string])[] = [
  [/^each value in \S+ must be (?=longer|shorter)/, 'each value must be '],
  [/must be longer than or equal to (\d+) and shorter than or equal to (\d+) characters$/, 'must have from $1 to $2 characters'],
  [/must be longer than or equal to 1 characters$/, 'must not be empty'],
  [/must be longer than or equal to (\d+) characters$/, 'must have at least $1 characters'],
  [/must be shorter than or equal to (\d+) characters$/, 'must have at most $1 characters'],
];

function under(parent: string, { field, message }: FieldProblem): FieldProblem {
  const at = /^\d+$/.test(parent) ? `[${parent}]` : parent;
  return { field: field === '' || field.startsWith('[') ? `${at}${field}` : `${at}.${field}`, message };
}
