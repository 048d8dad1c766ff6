import { compile } from './compiled.ts';
import databaseUp from './database-up.ts';

/** Before the first test: the database, and the registry compiled for those who run it as a process. */
export default async function runBegin(): Promise<void> {
  await Promise.all([databaseUp(), compile()]);
}
