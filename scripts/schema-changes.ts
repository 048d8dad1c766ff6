import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { deprecationIn } from '../src/contract/deprecation.ts';
import { breakingChanges } from './breaking-changes.ts';

/** Something deprecated: until which day it is kept at least, and what to use instead. */
interface Deprecated {
  readonly coordinate: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly instead: string | null;
}

/** What a version changes in the schema, by schema coordinates. Of a new or removed type, the type alone is listed. */
export interface SchemaChanges {
  /** `unreleased` for what the next release will have. */
  readonly version: string;
  readonly added: readonly string[];
  readonly deprecated: readonly Deprecated[];
  readonly removed: readonly string[];
  /** What else breaks a client, such as a field with another type. */
  readonly changed: readonly { readonly coordinate: string; readonly what: string }[];
}

/** The changes from a released schema to the current one, both as SDL. */
export async function schemaChanges(version: string, releasedSdl: string, currentSdl: string): Promise<SchemaChanges> {
  const [before, now] = [coordinatesOf(releasedSdl), coordinatesOf(currentSdl)];
  const removed = outermost(before, now);
  const broken = await breakingChanges(releasedSdl, currentSdl);
  return {
    version,
    added: outermost(now, before),
    deprecated: [...now].flatMap(([coordinate, reason]) =>
      reason === null || (before.get(coordinate) ?? null) === reason ? [] : [deprecated(coordinate, reason)],
    ),
    removed,
    changed: broken
      .filter(({ coordinate }) => before.has(coordinate) && now.has(coordinate))
      .map(({ coordinate, message }) => ({ coordinate, what: message })),
  };
}

/** What is in one and not in the other, without what belongs to something that is listed already. */
function outermost(these: ReadonlyMap<string, unknown>, those: ReadonlyMap<string, unknown>): string[] {
  const found = [...these.keys()].filter((coordinate) => !those.has(coordinate));
  const all = new Set(found);
  return found.filter((coordinate) => !ownersOf(coordinate).some((owner) => all.has(owner))).toSorted();
}

/** `Query.verify(on:)` belongs to `Query.verify`, and that to `Query`. */
function ownersOf(coordinate: string): string[] {
  const field = coordinate.replace(/\(.*$/, '');
  return [field, field.replace(/\..*$/, '')].filter((owner) => owner !== coordinate);
}

function deprecated(coordinate: string, reason: string): Deprecated {
  const { since = null, until = null, instead = reason } = deprecationIn(reason) ?? {};
  return { coordinate, since, until, instead };
}

/** Every schema coordinate with why it is deprecated; null if it is not. */
function coordinatesOf(sdl: string): ReadonlyMap<string, string | null> {
  const schema = buildSchema(sdl);
  return new Map([...typesIn(schema), ...directivesIn(schema)]);
}

type Entry = readonly [string, string | null];

const typesIn = (schema: GraphQLSchema): Entry[] =>
  Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => [[type.name, null] as const, ...membersOf(type)]);

function membersOf(type: ReturnType<GraphQLSchema['getTypeMap']>[string]): Entry[] {
  const { name } = type;
  if (isEnumType(type)) return type.getValues().map((value) => [`${name}.${value.name}`, value.deprecationReason ?? null]);
  if (isUnionType(type)) return type.getTypes().map((member) => [`${name}.${member.name}`, null]);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => [`${name}.${field.name}`, field.deprecationReason ?? null]);
  if (!(isObjectType(type) || isInterfaceType(type))) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    [`${name}.${field.name}`, field.deprecationReason ?? null] as const,
    ...argumentsIn(`${name}.${field.name}`, field.args),
  ]);
}

const directivesIn = (schema: GraphQLSchema): Entry[] =>
  schema.getDirectives().flatMap(({ name, args }) => [[`@${name}`, null] as const, ...argumentsIn(`@${name}`, args)]);

const argumentsIn = (owner: string, args: readonly GraphQLArgument[]): Entry[] =>
  args.map((arg) => [`${owner}(${arg.name}:)`, arg.deprecationReason ?? null]);
