import { readFileSync, writeFileSync } from 'node:fs';
import { rulesDocs } from './rules-docs.ts';
import { schemaSdl } from './schema.ts';
import { schemaChanges } from './schema-changes.ts';

/** A generated file of the repository: `npm run generate` writes it, `npm run check` compares it. */
interface Generated {
  readonly path: string;
  readonly contents: () => string | Promise<string>;
}

const root = new URL('../../', import.meta.url);

const generated: readonly Generated[] = [
  { path: 'docs/rules.md', contents: () => rulesDocs(root) },
  { path: 'schema.graphql', contents: schemaSdl },
  { path: 'explorer/schema-changes.json', contents: changesOfVersions },
];

const isCheck = process.argv.includes('--check');
const stale: string[] = [];

for (const { path, contents } of generated) {
  const wanted = await contents();
  if (wanted === written(path)) continue;
  stale.push(path);
  if (!isCheck) writeFileSync(new URL(path, root), wanted);
}

if (stale.length > 0) console.error(isCheck ? `Out of date: ${stale.join(', ')}. Run: npm run generate` : `Written: ${stale.join(', ')}`);
if (isCheck && stale.length > 0) process.exitCode = 1;

/** The feed of schema changes: what the next release changes, then what each earlier one did, as it was when it was released. */
async function changesOfVersions(): Promise<string> {
  const feed: unknown[] = JSON.parse(written('explorer/schema-changes.json') ?? '[]');
  const earlier = feed.filter((each) => !(typeof each === 'object' && each !== null && 'version' in each && each.version === 'unreleased'));
  const next = await schemaChanges('unreleased', written('schema.released.graphql') ?? '', await schemaSdl());
  return `${JSON.stringify([next, ...earlier], null, 1)}\n`;
}

function written(path: string): string | null {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return null;
  }
}
