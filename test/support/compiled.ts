import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder of this run of the tests, within `dist`, from where npm's packages are found. The test files run in processes of their own, which inherit its name. */
export function prepareCompiled(): string {
  mkdirSync(join(project, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(project, 'dist/test-'));
  process.env.TEST_COMPILED = folder;
  return folder;
}

/** Where a file of the registry is that can be run as a process: `compiled('src/main.js')`. */
export function compiled(path: string): string {
  const { TEST_COMPILED: folder } = process.env;
  if (!folder) throw new Error('The folder for the compiled registry is made by test/support/run-begin.ts; run the tests with npm test.');
  compile(folder);
  return join(folder, path);
}

/** As `npm run build` does, once a run: the others wait for the first. Errors of types are printed and end nothing. */
export function compile(folder: string): void {
  const done = join(folder, 'done');
  if (!existsSync(done) && isFirst(folder)) {
    const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
    const options = ['-p', 'tsconfig.build.json', '--outDir', folder, '--incremental', 'false', '--tsBuildInfoFile', 'null'];
    spawnSync(process.execPath, [join(dirname(compiler), 'bin/tsc'), ...options], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(done, '');
  }
  while (!existsSync(done)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(join(folder, 'begun'));
    return true;
  } catch {
    return false;
  }
}

/** Removes what was compiled. */
export function removeCompiled(): void {
  const { TEST_COMPILED } = process.env;
  if (TEST_COMPILED) rmSync(TEST_COMPILED, { recursive: true, force: true });
}
