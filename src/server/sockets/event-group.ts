import { type DocumentNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import type { Variables } from '../limits/operation-cost.ts';

/** The operation that runs for each event. */
export interface AskedOfEvents {
  /** Stands for the text of the document. */
  readonly number: number;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
}

/** Text that is equal for subscriptions that ask for the same of each event, wherever each one starts. */
export function groupOf({ number, document, operation, variables }: AskedOfEvents): string {
  const start = startVariable(operation);
  const rest = start !== null && usesOf(document, start) === 1 ? { ...variables, [start]: null } : variables;
  return JSON.stringify([number, operation.name?.value, rest]);
}

/** The variable that says after which change to begin; null if there is none. */
function startVariable({ selectionSet }: OperationDefinitionNode): string | null {
  const [root] = selectionSet.selections;
  const given = root?.kind === Kind.FIELD ? root.arguments?.find(({ name }) => name.value === 'after')?.value : undefined;
  return given?.kind === Kind.VARIABLE ? given.name.value : null;
}

// A variable that is also used elsewhere, for example in a condition, affects what is sent for an event.
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
