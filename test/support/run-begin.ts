import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, prepareCompiled } from './compiled.ts';
import databaseUp from './database-up.ts';

const tests = join(import.meta.dirname, '..');

/** Before the first test: starts the database, and compiles the registry if a selected test runs it as a process. */
export default async function runBegin({ nonFlagArgs }: { readonly nonFlagArgs: readonly string[] }): Promise<void> {
  const folder = prepareCompiled();
  if (nonFlagArgs.length === 0 || nonFlagArgs.some(runsProcesses)) compile(folder);
  await databaseUp();
}

function runsProcesses(pattern: string): boolean {
  const files = readdirSync(tests, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.test.ts'));
  return files.some(
    (path) => join('test', path).includes(pattern) && readFileSync(join(tests, path), 'utf8').includes('support/compiled.ts'),
  );
}
