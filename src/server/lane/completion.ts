import type { GraphQLField, GraphQLLeafType, GraphQLNamedType, GraphQLOutputType, GraphQLResolveInfo } from 'graphql';
import { GraphQLBoolean, GraphQLID, GraphQLString, isLeafType, isListType, isNonNullType } from 'graphql';
import { readerOf, shapeOf } from '../../database/shape.ts';
import { argumentsOf } from './arguments.ts';
import { NotAnswered } from './not-answered.ts';

/** One request for a compiled operation. */
export interface Run {
  readonly context: object;
  /** As GraphQL coerced them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** What each resolver is called with, by its place in the document: the same for every object of a list. */
  readonly calls: (Call | undefined)[];
}

interface Call {
  readonly args: Record<string, unknown>;
  readonly info: GraphQLResolveInfo;
}

/** Makes what an answer shows of what a resolver returned; a promise where something in it takes time. Throws for anything that is an error. */
export type Complete = (value: unknown, run: Run) => unknown;

/** A field of an object: the key under which an answer shows it, and how to read it. */
export interface CompiledField {
  readonly key: string;
  readonly read: (source: object, run: Run) => unknown;
}

/** The field `__typename`. */
export const typeNameField = (key: string, name: string): CompiledField => ({ key, read: () => name });

/** A field that is a property of its object. */
export function propertyField(key: string, name: string, complete: Complete): CompiledField {
  // Reflect.get would take several times as long, and an answer has thousands.
  const property = readerOf(name);
  const read: CompiledField['read'] = (source, run) => {
    const value = property(source);
    return typeof value === 'object' || typeof value === 'function' ? inTurn(value, run, complete) : complete(value, run);
  };
  return { key, read };
}

/** A field with a resolver, the n-th of its document; `info` is all that a resolver may read of its field, save the variables. */
export function computedField(
  key: string,
  place: number,
  field: GraphQLField<unknown, unknown>,
  info: Omit<GraphQLResolveInfo, 'variableValues'>,
  complete: Complete,
): CompiledField {
  const { resolve } = field;
  const [node] = info.fieldNodes;
  if (!resolve || !node) throw new Error('A compiled field has a resolver and a node.');
  const makeArguments = argumentsOf(field, node);
  // By the place in the document: one field under two names may have other arguments.
  const callOf = ({ calls, variables }: Run): Call => {
    const known = calls[place];
    if (known) return known;
    const call = { args: makeArguments(variables), info: infoOf(info, variables) };
    calls[place] = call;
    return call;
  };
  const read: CompiledField['read'] = (source, run) => {
    const { args, info: its } = callOf(run);
    return inTurn(resolve(source, args, run.context, its), run, complete);
  };
  return { key, read };
}

// Written out: to spread an object that a resolver is called with costs more than the rest of the call.
const infoOf = (field: Omit<GraphQLResolveInfo, 'variableValues'>, variableValues: Run['variables']): GraphQLResolveInfo => ({
  fieldName: field.fieldName,
  fieldNodes: field.fieldNodes,
  returnType: field.returnType,
  parentType: field.parentType,
  path: field.path,
  schema: field.schema,
  fragments: field.fragments,
  rootValue: field.rootValue,
  operation: field.operation,
  variableValues,
});

/** How values of a type are completed; `objects` says it of an object type. */
export function completeAs(type: GraphQLOutputType, objects: (type: GraphQLNamedType) => Complete): Complete {
  const bare = isNonNullType(type) ? type.ofType : type;
  const complete = isListType(bare) ? listOf(completeAs(bare.ofType, objects)) : isLeafType(bare) ? leafOf(bare) : objects(bare);
  return isNonNullType(type) ? required(complete) : nullable(complete);
}

const nullable =
  (complete: Complete): Complete =>
  (value, run) =>
    value === null || value === undefined ? null : complete(value, run);

const required =
  (complete: Complete): Complete =>
  (value, run) => {
    if (value === null || value === undefined) throw new NotAnswered();
    return complete(value, run);
  };

function leafOf(type: GraphQLLeafType): Complete {
  const plain = plainOf.get(type);
  return (value) => {
    if (typeof value === plain) return value;
    const shown = type.serialize(value);
    if (shown === null || shown === undefined) throw new NotAnswered();
    return shown;
  };
}

/** What a scalar of the specification shows as it is. */
const plainOf = new Map<GraphQLLeafType, string>([
  [GraphQLString, 'string'],
  [GraphQLID, 'string'],
  [GraphQLBoolean, 'boolean'],
]);

function listOf(complete: Complete): Complete {
  return (value, run) => {
    if (!Array.isArray(value)) throw new NotAnswered();
    const answers: unknown[] = [];
    try {
      for (const each of value) answers.push(inTurn(each, run, complete));
    } catch (error) {
      abandon(answers);
      throw error;
    }
    return answers.some(isPromise) ? Promise.all(answers) : answers;
  };
}

/** Objects of some fields. A field that takes time holds its place, so that the fields stay in their order. */
export function objectOf(fields: readonly CompiledField[]): Complete {
  const keys = fields.map(({ key }) => key);
  const shaped = shapeOf(keys);
  const later = (values: readonly unknown[]) => whole(values).then(shaped);
  const make = new Function('refuse', 'abandon', 'later', ...keys.map((_, at) => `read${at}`), textOf(keys));
  // The text makes such a function.
  return make(refuse, abandon, later, ...fields.map(({ read }) => read)) as Complete;
}

/** The text of a function that reads fields and makes an object of them: a loop takes twice as long, and an answer has thousands. The keys are GraphQL names. */
function textOf(keys: readonly string[]): string {
  const values = keys.map((_, at) => `value${at}`);
  return `
    return (source, run) => {
      if (typeof source !== 'object' || source === null) refuse();
      let ${values.join(', ')};
      try {
        ${values.map((value, at) => `${value} = read${at}(source, run);`).join(' ')}
      } catch (error) {
        abandon([${values.join(', ')}]);
        throw error;
      }
      if (${values.map((value) => `${value} instanceof Promise`).join(' || ')}) return later([${values.join(', ')}]);
      return { ${keys.map((key, at) => `${JSON.stringify(key)}: ${values[at]}`).join(', ')} };
    };`;
}

function refuse(): never {
  throw new NotAnswered();
}

/** The values of an object once each of them is there. */
async function whole(values: readonly unknown[]): Promise<readonly unknown[]> {
  return values.length === 1 ? [await values[0]] : Promise.all(values);
}

/** Completes a value now, or once it is there. */
function inTurn(value: unknown, run: Run, complete: Complete): unknown {
  if (isThenable(value)) return Promise.resolve(value).then((there) => inTurn(there, run, complete));
  if (value instanceof Error || typeof value === 'function') throw new NotAnswered();
  return complete(value, run);
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** Whether a completed value takes time; of ours, nothing else has a `then`. */
const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;

/** Of values that nobody waits for any more: a promise among them may fail without ending the process. */
function abandon(values: readonly unknown[]): void {
  for (const each of values) if (isPromise(each)) each.then(undefined, () => {});
}
