import type { DocumentNode, ExecutionResult, GraphQLFormattedError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { execute, GraphQLError, getOperationAST, Kind, parse, print, validate, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { DeprecatedUses } from '../access/deprecated-uses.ts';
import type { PlacedChange, Selected, SelectingFor, Selections } from '../contract/selections.ts';
import type { Caller } from '../contract/viewer.type.ts';
import { Fault, faults } from '../errors.ts';
import { clientError, faultOf } from './errors/client-errors.ts';
import { coded, shownErrors } from './errors/shown-errors.ts';
import { inTime } from './limits/deadline.ts';
import { type AskedOfBudget, guard } from './limits/guard.ts';
import { mostTokens } from './limits/limits.ts';
import { RateLimit, type RateLimits } from './limits/rate-limit.ts';
import { type DeprecatedIn, deprecatedIn, shownDeprecated } from './request/deprecated-in.ts';
import { type ContextParts, RequestContext } from './request/request-context.ts';
import type { Log } from './telemetry/log.ts';

/** What selections are answered with. */
export interface ChangeSelectionsParts extends ContextParts {
  readonly schema: GraphQLSchema;
  readonly log: Log;
  /** Null where nothing is metered. */
  readonly limits: RateLimits | null;
  /** Counts what is deprecated and still used. */
  readonly uses: DeprecatedUses;
}

/** A selection within the query that asks for it, or what is wrong with it. */
type Framed = { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } | { readonly problem: string };

/** Selections that are remembered parsed and validated, some 10 KB each. */
const MOST_REMEMBERED = 500;

/** Answers selections by a query for the one change, through the same checks as a request. */
export class ChangeSelections implements Selections {
  private readonly framed = new LRUCache<string, Framed>({ max: MOST_REMEMBERED });
  private readonly parts: ChangeSelectionsParts;

  constructor(parts: ChangeSelectionsParts) {
    this.parts = parts;
  }

  problem(selection: string, caller: Caller): string | null {
    const asked = this.askedBy(selection, caller);
    return 'problem' in asked ? asked.problem : null;
  }

  deprecated(selection: string): DeprecatedIn {
    const framed = this.frame(selection);
    return 'problem' in framed ? new Map() : deprecatedIn(this.parts.schema, framed.document, framed.operation, {});
  }

  async select(selection: string, change: PlacedChange, { caller, requestId }: SelectingFor): Promise<Selected> {
    const asked = this.askedBy(selection, caller);
    if ('problem' in asked) return { kind: 'INVALID' };
    const rate = this.rateOf(caller);
    const seconds = rate?.takeEvent(asked.cost.points) ?? 0;
    if (seconds > 0) return { kind: 'WAIT', seconds };
    const context = new RequestContext({ ...this.parts, reader: null, locale: 'en' }, caller, requestId, rate);
    const { after, cursor, filter } = change;
    const { schema, uses } = this.parts;
    const { document } = asked;
    const deprecated = this.deprecated(selection);
    uses.note(caller.keyId, deprecated.keys(), context.wallNow);
    const work = execute({ schema, document, variableValues: { after, filter }, contextValue: context });
    const { data, errors = [] } = await inTime(Promise.resolve(work), caller);
    const shown = this.shown(asked, errors, context);
    const found = data && changeIn(data, cursor);
    if (!found) throw errors.length > 0 ? faultOf(errors[0], requestId) : faults.OVERLOADED();
    return { kind: 'DATA', data: found, errors: shown, deprecated: shownDeprecated(deprecated) };
  }

  /** Errors as a caller sees them. Throws if the registry failed, rather than send a message with holes in it. */
  private shown(
    { document, operation }: Extract<Framed, { operation: unknown }>,
    errors: readonly GraphQLError[],
    context: RequestContext,
  ): GraphQLFormattedError[] {
    const ours = errors.map((error) => faultOf(error, context.requestId)).find(({ status }) => status >= 500);
    const shown = shownErrors(
      { schema: this.parts.schema, document, operation, request: {}, contextValue: context, errors },
      this.parts.log,
    ).map((error) => error.toJSON());
    if (ours) throw ours;
    return shown;
  }

  private rateOf(caller: Caller): RateLimit | null {
    const { limits } = this.parts;
    return limits && new RateLimit(limits, caller, '');
  }

  /** A selection with what it costs, or what is wrong with it for this caller. */
  private askedBy(
    selection: string,
    caller: Caller,
  ): (Extract<Framed, { operation: unknown }> & { readonly cost: AskedOfBudget }) | { readonly problem: string } {
    const framed = this.frame(selection);
    if ('problem' in framed) return framed;
    try {
      const cost = guard({ schema: this.parts.schema, ...framed, variables: {} }, caller);
      this.rateOf(caller)?.quote(cost);
      return { ...framed, cost };
    } catch (error) {
      if (error instanceof Fault) return { problem: `${FORM} ${error.message}` };
      throw error;
    }
  }

  private frame(selection: string): Framed {
    const known = this.framed.get(selection);
    if (known) return known;
    const framed = framedIn(this.parts.schema, selection);
    this.framed.set(selection, framed);
    return framed;
  }
}

const FORM = 'must be a selection of fields of Change, such as { cursor kind }:';

function framedIn(schema: GraphQLSchema, selection: string): Framed {
  try {
    const document = parse(textAround(parse(selection, { maxTokens: mostTokens })), { maxTokens: mostTokens });
    const [error] = validate(schema, document, undefined, { maxErrors: 1 });
    if (error) throw coded(error, 'GRAPHQL_VALIDATION_FAILED');
    const operation = getOperationAST(document);
    return operation ? { document, operation } : { problem: notOne };
  } catch (error) {
    if (error instanceof NotASelection) return { problem: error.message };
    if (!(error instanceof GraphQLError)) throw error;
    const shown = error.extensions.code ? error : coded(error, 'GRAPHQL_PARSE_FAILED');
    return { problem: `${FORM} ${clientError(shown.toJSON(), shown).message}` };
  }
}

class NotASelection extends Error {
  override readonly name = 'NotASelection';
}

const notOne = `${FORM} no query, mutation or name before its first brace, and after its last one only fragments.`;
const noVariables = `${FORM} it has variables, and nothing can give them values.`;

/** The query for one change that a selection is part of. It is printed from what was parsed, so that no text can end it early. */
function textAround(own: DocumentNode): string {
  const [first, ...fragments] = own.definitions;
  const isOne =
    first?.kind === Kind.OPERATION_DEFINITION &&
    first.operation === 'query' &&
    !first.name &&
    !first.variableDefinitions?.length &&
    !first.directives?.length &&
    fragments.every(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  if (!isOne) throw new NotASelection(notOne);
  visit(own, {
    Variable: () => {
      throw new NotASelection(noVariables);
    },
  });
  return `query ($after: String!, $filter: ChangeFilter) {
    changes(after: $after, first: 1, filter: $filter) { edges { cursor } nodes ${print(first.selectionSet)} } }
    ${fragments.map((each) => print(each)).join('\n')}`;
}

/** The change in an answer, if it is the one that was meant. */
function changeIn(data: NonNullable<ExecutionResult['data']>, cursor: string): unknown {
  // As the query has it.
  const { edges, nodes } = data.changes as { edges: { cursor: string }[]; nodes: unknown[] };
  return edges[0]?.cursor === cursor ? nodes[0] : null;
}
