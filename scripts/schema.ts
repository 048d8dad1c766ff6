import 'reflect-metadata';

export { schemaSdl } from '../src/graphql/schema.ts';
