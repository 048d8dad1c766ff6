// Before the first test of each process.
import 'reflect-metadata';

// Elsewhere than in production graphql-js checks each type twice, which takes a tenth of the tests' time. It reads the setting once, when it is loaded;
// the registry's own setting stays as it is, since in production it demands a database.
const { NODE_ENV } = process.env;
process.env.NODE_ENV = 'production';
await import('graphql');
process.env.NODE_ENV = NODE_ENV;

// After the last test the runner only disconnects; something that a test left open must not keep the process.
process.once('disconnect', () => process.exit());
