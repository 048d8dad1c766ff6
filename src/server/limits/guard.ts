import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Metered } from '../../access/rate-budget.ts';
import { documentId } from '../../access/trusted-documents.ts';
import type { Caller } from '../../contract/viewer.type.ts';
import { type Countable, faults } from '../../errors.ts';
import type { DocumentShape } from './document-shape.ts';
import { documentShape } from './document-shape.ts';
import { limitsOf } from './limits.ts';
import type { OperationCost, Variables } from './operation-cost.ts';
import { operationCost } from './operation-cost.ts';
import { sizesOf } from './variable-sizes.ts';

/** One valid operation of a request. */
export interface GuardedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
}

// They belong to a document that Apollo caches, and are dropped with it.
const shapes = new WeakMap<OperationDefinitionNode, DocumentShape>();
const fixedCosts = new WeakMap<OperationDefinitionNode, OperationCost>();
const costsBySizes = new WeakMap<OperationDefinitionNode, Map<string, OperationCost>>();

/** Costs kept for one operation: its lists come in a few lengths. */
const MOST_COSTS = 200;

/** What an operation asks of the caller's budget. */
export type AskedOfBudget = Metered<number>;

/** Points for introspection: it returns no registry objects but takes as long as some. */
const INTROSPECTION_COST = 50;

/** Where operations arrive: with one answer each, or staying connected for changes. */
export type Door = 'ANSWERS' | 'SUBSCRIPTIONS';

/** Throws a fault if the operation does not belong at this endpoint or exceeds the caller's limits; otherwise returns its cost. */
export function guard(request: GuardedOperation, caller: Caller, door: Door = 'ANSWERS'): AskedOfBudget {
  const { operation: kind } = request.operation;
  const isExpected = (kind === 'subscription') === (door === 'SUBSCRIPTIONS');
  if (!isExpected || !request.schema.getRootType(kind)) throw faults.BAD_REQUEST(`A ${kind} is not served here. ${elsewhere[door]}`);
  requireTrusted(request.document, caller);
  const limits = limitsOf(caller);
  const shape = shapeOf(request);
  if (shape.introspects && caller.keyId === null) throw faults.INTROSPECTION_REFUSED();
  allow('tokens', shape.tokens, limits.tokens);
  allow('levels of fields', shape.depth, limits.depth);
  allow('aliases', shape.aliases, limits.aliases);
  allow('root fields', shape.rootFields, limits.rootFields);
  allow('directives', shape.directives, limits.directives);
  const { cost, nestedLists, lookUps } = costOf(request);
  allow('lists within lists', nestedLists, limits.nestedLists);
  allow('cost points', cost, limits.cost);
  return { points: cost + (shape.introspects ? INTROSPECTION_COST : 0), lookUps };
}

const elsewhere: Readonly<Record<Door, string>> = {
  ANSWERS: 'Subscriptions are served by WebSocket at /graphql and as Server-Sent Events at /graphql/stream.',
  SUBSCRIPTIONS: 'Queries and mutations are served by HTTP at /graphql.',
};

// It belongs to a document that is kept, and is dropped with it.
const documentIds = new WeakMap<DocumentNode, string>();

/** Throws a fault if the key is held to documents and this is none of them, letter by letter. */
function requireTrusted(document: DocumentNode, { documents }: Caller): void {
  if (!documents) return;
  const text = document.loc?.source.body;
  const id = text === undefined ? null : (documentIds.get(document) ?? documentId(text));
  if (id !== null) documentIds.set(document, id);
  if (id === null || !documents.has(id)) throw faults.DOCUMENT_NOT_TRUSTED(id);
}

function allow(what: Countable, asked: number, most: number): void {
  if (!(asked <= most)) throw faults.TOO_COMPLEX(what, asked, most);
}

function shapeOf({ document, operation }: GuardedOperation): DocumentShape {
  const known = shapes.get(operation);
  if (known) return known;
  const shape = documentShape(document, operation);
  shapes.set(operation, shape);
  return shape;
}

function costOf(guarded: GuardedOperation): OperationCost {
  const { schema, document, operation, variables } = guarded;
  const known = fixedCosts.get(operation);
  if (known) return known;
  const sizes = sizesOf(operation, variables);
  const bySizes = costsBySizes.get(operation) ?? new Map<string, OperationCost>();
  costsBySizes.set(operation, bySizes);
  const cost = bySizes.get(sizes) ?? operationCost(schema, document, operation, variables);
  if (cost.isFixed) fixedCosts.set(operation, cost);
  else if (bySizes.size < MOST_COSTS && sizes.length < LONGEST_SIZES) bySizes.set(sizes, cost);
  return cost;
}

/** Characters of the longest text of sizes that is kept: its names are the caller's. */
const LONGEST_SIZES = 200;
