import { compile, prepareCompiled } from './compiled.ts';
import databaseUp from './database-up.ts';

/** Before the first test: the database, and the registry compiled. A run of a few test files compiles when one of them asks for it. */
export default async function runBegin({ nonFlagArgs }: { readonly nonFlagArgs: readonly string[] }): Promise<void> {
  const folder = prepareCompiled();
  if (nonFlagArgs.length === 0) compile(folder);
  await databaseUp();
}
