import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { clientError } from './errors/client-errors.ts';
import { mostTokens } from './limits/limits.ts';
import { operationPlugin } from './operation-plugin.ts';
import type { RequestContext } from './request/request-context.ts';
import type { Log } from './telemetry/log.ts';

/** Apollo Server as the registry runs it: nothing is on by default that is not needed, and nothing is sent to third parties. */
export function makeApollo(schema: GraphQLSchema, log: Log): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    schema,
    logger: apolloLogger(log),
    nodeEnv: 'production',
    introspection: true, // For keys; the guard refuses it to the others.
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: mostTokens },
    validationOptions: { maxErrors: 5 },
    formatError: clientError,
    stringifyResult: (result) => JSON.stringify(result),
    plugins: [
      operationPlugin(log),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

const apolloLogger = (log: Log) => ({
  debug: (message?: string) => log.debug(message),
  info: (message?: string) => log.debug(message),
  warn: (message?: string) => log.warn(message),
  error: (message?: string) => log.error(message),
});
