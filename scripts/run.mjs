// node scripts/run.mjs FILE [ARGUMENTS]: builds if something changed, then runs a compiled file in the same process, which saves a second start.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [, , file = ''] = process.argv;

if (!build(root)) process.exit(1);
process.argv.splice(1, 2, join(root, 'dist', file));
await import(pathToFileURL(process.argv[1]).href);
