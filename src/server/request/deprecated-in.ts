import type { DocumentNode, GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getNamedType, isEnumType, isInputObjectType, TypeInfo, typeFromAST, visit, visitWithTypeInfo } from 'graphql';
import { deprecationIn } from '../../contract/deprecation.ts';

/** What an operation uses that is deprecated: the reasons by schema coordinate. */
export type DeprecatedIn = ReadonlyMap<string, string>;

// It belongs to a document that Apollo caches, and is dropped with it.
const ofDocuments = new WeakMap<DocumentNode, DeprecatedIn>();

/** What an operation with these variables uses that is deprecated, in any of the operations of its document. */
export function deprecatedIn(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): DeprecatedIn {
  const known = ofDocuments.get(document) ?? inDocument(schema, document);
  ofDocuments.set(document, known);
  if (!hasDeprecatedInput(schema)) return known;
  const given = new Map<string, string>();
  for (const { variable, type } of operation.variableDefinitions ?? []) {
    const of = typeFromAST(schema, type);
    // A variable has an input type: the document was validated.
    if (of) inValue(of as GraphQLInputType, variables[variable.name.value], given);
  }
  return given.size === 0 ? known : new Map([...known, ...given]);
}

const ofSchemas = new WeakMap<GraphQLSchema, boolean>();

/** Whether any value of a variable can be deprecated: otherwise long lists of them need not be walked. */
function hasDeprecatedInput(schema: GraphQLSchema): boolean {
  const known = ofSchemas.get(schema);
  if (known !== undefined) return known;
  const inputs = Object.values(schema.getTypeMap()).flatMap(
    (type): readonly { readonly deprecationReason?: string | null | undefined }[] => {
      if (isInputObjectType(type)) return Object.values(type.getFields());
      return isEnumType(type) ? type.getValues() : [];
    },
  );
  const has = inputs.some(({ deprecationReason }) => typeof deprecationReason === 'string');
  ofSchemas.set(schema, has);
  return has;
}

function inDocument(schema: GraphQLSchema, document: DocumentNode): DeprecatedIn {
  const found = new Map<string, string>();
  const add = (coordinate: string, reason: string | null | undefined) => void (reason && found.set(coordinate, reason));
  const info = new TypeInfo(schema);
  const visitor = {
    Field: () => add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}`, info.getFieldDef()?.deprecationReason),
    Argument: () => {
      const [parent, field, argument] = [info.getParentType(), info.getFieldDef(), info.getArgument()];
      add(`${parent?.name}.${field?.name}(${argument?.name}:)`, argument?.deprecationReason);
    },
    ObjectField: ({ name }: { readonly name: { readonly value: string } }) => {
      const input = getNamedType(info.getParentInputType());
      if (isInputObjectType(input)) add(`${input.name}.${name.value}`, input.getFields()[name.value]?.deprecationReason);
    },
    EnumValue: () => add(`${getNamedType(info.getInputType())?.name}.${info.getEnumValue()?.name}`, info.getEnumValue()?.deprecationReason),
  };
  visit(document, visitWithTypeInfo(info, visitor));
  return found;
}

function inValue(type: GraphQLInputType, value: unknown, found: Map<string, string>): void {
  if (Array.isArray(value)) {
    for (const each of value) inValue(type, each, found);
    return;
  }
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const reason = typeof value === 'string' ? named.getValue(value)?.deprecationReason : null;
    if (reason) found.set(`${named.name}.${value}`, reason);
  }
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    const field = named.getFields()[name];
    if (field?.deprecationReason) found.set(`${named.name}.${name}`, field.deprecationReason);
    if (field) inValue(field.type, each, found);
  }
}

/**
 * The headers that warn a client: since when the first of them is deprecated (RFC 9745), and from when on one of them may be gone (RFC 8594).
 */
export function deprecationHeaders(used: DeprecatedIn): Record<string, string> {
  const days = [...used.values()].map(deprecationIn).filter((each) => each !== null);
  const [since] = days.map((each) => each.since).toSorted();
  const [until] = days.map((each) => each.until).toSorted();
  if (!since || !until) return {};
  return { deprecation: `@${Date.parse(`${since}T00:00:00Z`) / 1000}`, sunset: new Date(`${until}T00:00:00Z`).toUTCString() };
}

/** What `extensions.deprecated` of an answer says. */
export const shownDeprecated = (used: DeprecatedIn): { readonly coordinate: string; readonly reason: string }[] =>
  [...used].map(([coordinate, reason]) => ({ coordinate, reason }));
