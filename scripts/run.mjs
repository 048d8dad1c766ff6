// node scripts/run.mjs FILE [ARGUMENTS]: builds if something changed, then runs a compiled file in the same process, which saves a second start.
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [, , file = ''] = process.argv;

if (!build(root)) process.exit(1);
// Node.js 22 and newer keep what they compile, so that the next start need not; where the folder cannot be written, nothing is kept.
module.enableCompileCache?.(join(root, 'dist/.compiled'));
process.argv.splice(1, 2, join(root, 'dist', file));
await import(pathToFileURL(process.argv[1]).href);
