// GraphQL Yoga on node:http, with its caches of parsed and validated documents, as it comes.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';
import { ready } from './ready.mjs';
import { resolvers } from './resolvers.mjs';

const typeDefs = readFileSync(new URL('peers.graphql', import.meta.url), 'utf8');
const server = createServer(
  createYoga({ schema: createSchema({ typeDefs, resolvers }), logging: false, graphiql: false, landingPage: false }),
);
server.listen(0, '127.0.0.1', () => ready(server.address().port));
