import { readFileSync } from 'node:fs';
import { breakingChanges, notNamed } from './breaking-changes.ts';

// Fails if schema.graphql breaks clients of schema.released.graphql and CHANGELOG.md does not say so.

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const changes = await breakingChanges(read('schema.released.graphql'), read('schema.graphql'));
const unnamed = notNamed(changes, read('CHANGELOG.md'));

if (unnamed.length > 0) {
  const list = unnamed.map(({ coordinate, message }) => `  \`${coordinate}\`: ${message}`).join('\n');
  console.error(`These changes of the schema break clients, and CHANGELOG.md does not name them under "Unreleased":\n${list}`);
  process.exitCode = 1;
}
