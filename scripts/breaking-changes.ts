import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** A change of the schema that breaks an existing client. */
export interface BreakingChange {
  /** Where, as a schema coordinate: `Type.field`, `Type.field(argument:)`, `ENUM.VALUE`, `@directive`. */
  readonly coordinate: string;
  readonly message: string;
}

/** The changes from a released schema to the current one, both as SDL, that break clients. Changes within a new type break nobody. */
export async function breakingChanges(releasedSdl: string, currentSdl: string): Promise<BreakingChange[]> {
  const [released, current] = [buildSchema(releasedSdl), buildSchema(currentSdl)];
  const changes = await diff(released, current);
  return changes
    .filter((change) => isBreaking(change) && !isOfNewType(change, released))
    .map(({ path, message }) => ({ coordinate: coordinateOf(path ?? ''), message }));
}

/** The breaking changes whose coordinate the section "Unreleased" of the changelog does not name in backticks. */
export function notNamed(changes: readonly BreakingChange[], changelog: string): BreakingChange[] {
  const unreleased = /^## Unreleased$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog)?.[1] ?? '';
  return changes.filter(({ coordinate }) => !unreleased.includes(`\`${coordinate}\``));
}

const isBreaking = ({ criticality }: Change): boolean => criticality.level === CriticalityLevel.Breaking;

const isOfNewType = ({ path }: Change, released: GraphQLSchema): boolean => {
  const [type = ''] = (path ?? '').split('.');
  return !type.startsWith('@') && !released.getType(type);
};

// GraphQL Inspector writes `Query.verify.on` and `@cost.weight` for an argument, `Subject.@oneOf` for a directive on a type.
function coordinateOf(path: string): string {
  const [directed] = path.split('.@');
  if (directed !== path) return directed ?? path;
  const parts = path.split('.');
  const argument = parts.length === (path.startsWith('@') ? 2 : 3) ? parts.pop() : undefined;
  return argument === undefined ? path : `${parts.join('.')}(${argument}:)`;
}
