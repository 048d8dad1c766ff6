// Mercurius on Fastify, compiled by graphql-jit from the first request on.
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { ready } from './ready.mjs';
import { resolvers } from './resolvers.mjs';

const app = Fastify({ logger: false });
app.register(mercurius, { schema: readFileSync(new URL('peers.graphql', import.meta.url), 'utf8'), resolvers, jit: 1, graphiql: false });
await app.listen({ port: 0, host: '127.0.0.1' });
ready(app.server.address().port);
