import 'reflect-metadata';

export { schemaSdl } from '../src/server/schema.ts';
