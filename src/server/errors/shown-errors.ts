import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError, Kind } from 'graphql';
import type { Fault } from '../../errors.ts';
import type { Locale } from '../../rules/messages/messages.ts';
import type { Log } from '../telemetry/log.ts';
import { clientError } from './client-errors.ts';
import { type FailedRequest, refineErrors } from './error-details.ts';
import { inLanguage } from './error-language.ts';

/** An error as its caller sees it, whichever transport sends it. */
class ShownError extends GraphQLError {
  private readonly shown: GraphQLFormattedError;

  constructor(shown: GraphQLFormattedError) {
    super(shown.message, { extensions: shown.extensions ?? {} });
    this.shown = shown;
  }

  override toJSON(): GraphQLFormattedError {
    return this.shown;
  }
}

/** Errors of a subscription as over HTTP: masked, with the field at fault, without values that were sent. */
export function shownErrors(failed: FailedRequest, log: Log): GraphQLError[] {
  const errors = (failed.errors ?? []).map(withCode);
  const formatted = errors.map((error) => clientError(error.toJSON(), error));
  return refineErrors({ ...failed, errors }, formatted, log).map((each) => new ShownError(each));
}

/** A fault as an error that its caller sees. */
export const shownFault = ({ message, extensions }: Fault, locale: Locale): GraphQLError =>
  new ShownError(inLanguage(locale, { message, extensions }));

/** Whatever was thrown, as an error of GraphQL. */
export const graphqlError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(error instanceof Error ? error.message : '', {
        originalError: error instanceof Error ? error : new Error(String(error)),
      });

// Apollo gives the errors about variables their code; GraphQL itself gives none.
function withCode(error: GraphQLError): GraphQLError {
  const isAboutVariable = error.nodes?.length === 1 && error.nodes[0]?.kind === Kind.VARIABLE_DEFINITION;
  return isAboutVariable ? coded(error, 'BAD_USER_INPUT') : error;
}

/** An error of GraphQL with the code that Apollo would give it. */
export const coded = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    extensions: { code },
  });
