import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { Variables } from '../limits/operation-cost.ts';

/** What is asked of each event, as it was sent and as it was read. */
export interface AskedOfEvents {
  readonly query: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
}

/** Text that is the same for subscriptions that ask for the same of each event; from where on each follows is no matter for that. */
export function groupOf({ query, document, operation, variables }: AskedOfEvents): string {
  const start = startVariable(operation);
  const rest = start !== null && usesOf(document, start) === 1 ? { ...variables, [start]: null } : variables;
  return JSON.stringify([query, operation.name?.value, rest]);
}

/** The variable that says after which change to begin; null where none does. */
function startVariable({ selectionSet }: OperationDefinitionNode): string | null {
  const [root] = selectionSet.selections;
  const given = root?.kind === Kind.FIELD ? root.arguments?.find(({ name }) => name.value === 'after')?.value : undefined;
  return given?.kind === Kind.VARIABLE ? given.name.value : null;
}

// A variable that is used elsewhere too, such as in a condition, alters what is told of an event.
function usesOf(document: DocumentNode, variable: string): number {
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      if (name.value === variable) uses += 1;
    },
  });
  return uses;
}
