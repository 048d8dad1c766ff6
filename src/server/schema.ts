import type { GraphQLInputObjectType } from 'graphql';
import { assertValidSchema, GraphQLSchema, isInputObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { resolvers } from '../resolvers.ts';
import { validateInput } from './errors/input-validation.ts';
import { resolveAtOnce } from './field-resolvers.ts';

/** A list of resolver classes, never empty. */
export type ResolverClasses = Parameters<typeof buildSchema>[0]['resolvers'];

/** Builds a schema from resolver classes. Default: those of the API. */
export async function makeSchema(classes: ResolverClasses = [...resolvers]): Promise<GraphQLSchema> {
  // type-graphql would check it by a whole introspection; `assertValidSchema` below finds the same faults for a tenth of the work.
  const built = await buildSchema({ resolvers: classes, validateFn: validateInput, pubSub: noPubSub, skipCheck: true });
  resolveAtOnce(built, classes);
  for (const type of Object.values(built.getTypeMap())) if (isInputObjectType(type)) markOneOf(type);
  const schema = new GraphQLSchema(built.toConfig());
  assertValidSchema(schema);
  return schema;
}

// type-graphql's own way, a directive in the SDL, changes nothing in the executable schema.
function markOneOf(type: GraphQLInputObjectType): void {
  if (type.extensions.oneOf === true) type.isOneOf = true;
}

const noPubSub = {
  publish: () => {
    throw new Error('Changes are published through the outbox, never by publish().');
  },
  subscribe: () => {
    throw new Error('Subscriptions follow the feed of changes.');
  },
};

/** The schema as text, sorted by name, with every description: what schema.graphql holds and /schema.graphql serves. */
export async function schemaSdl(): Promise<string> {
  return printSdl(await makeSchema());
}

/** A schema as text, sorted by name. */
export const printSdl = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;
