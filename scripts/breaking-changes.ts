import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

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
    .filter((change) => (isBreaking(change) || isRequiredNow(change, current)) && !isOfNewType(change, released))
    .map(({ path, message }) => ({ coordinate: coordinateOf(path ?? ''), message }));
}

/** The breaking changes whose coordinate the section "Unreleased" of the changelog does not name in backticks. */
export function notNamed(changes: readonly BreakingChange[], changelog: string): BreakingChange[] {
  const unreleased = /^## Unreleased$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(changelog)?.[1] ?? '';
  return changes.filter(({ coordinate }) => !unreleased.includes(`\`${coordinate}\``));
}

const isBreaking = ({ criticality }: Change): boolean => criticality.level === CriticalityLevel.Breaking;

/** GraphQL Inspector calls each change of a default dangerous; without one, what must not be null is required. */
function isRequiredNow({ type, path = '' }: Change, current: GraphQLSchema): boolean {
  const [parent = '', name = '', argument] = path.split('.');
  switch (type) {
    case 'FIELD_ARGUMENT_DEFAULT_CHANGED':
      return isRequired(argumentsOf(current, parent, name).find((one) => one.name === argument));
    case 'DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED':
      return isRequired(current.getDirective(parent.slice(1))?.args.find((one) => one.name === name));
    case 'INPUT_FIELD_DEFAULT_VALUE_CHANGED': {
      const input = current.getType(parent);
      return isInputObjectType(input) && isRequiredField(input.getFields()[name]);
    }
    default:
      return false;
  }
}

const isRequired = (argument: GraphQLArgument | undefined): boolean => argument !== undefined && isRequiredArgument(argument);

const isRequiredField = (field: GraphQLInputField | undefined): boolean => field !== undefined && isRequiredInputField(field);

function argumentsOf(schema: GraphQLSchema, type: string, field: string): readonly GraphQLArgument[] {
  const parent = schema.getType(type);
  return isObjectType(parent) || isInterfaceType(parent) ? (parent.getFields()[field]?.args ?? []) : [];
}

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
