import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** This test run's folder, within `dist` so that npm packages resolve. The test files run in separate processes, which inherit its name. */
export function prepareCompiled(): string {
  mkdirSync(join(project, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(project, 'dist/test-'));
  process.env.TEST_COMPILED = folder;
  return folder;
}

/** The path of a compiled file of the registry, to run as a process: `compiled('src/main.js')`. */
export function compiled(path: string): string {
  const { TEST_COMPILED: folder } = process.env;
  if (!folder) throw new Error('The folder for the compiled registry is made by test/support/run-begin.ts; run the tests with npm test.');
  compile(folder);
  return join(folder, path);
}

/** Compiles like `npm run build`, once per run: the others wait for the first. Type errors are printed and do not fail the run. */
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

/** Removes the compiled files. */
export function removeCompiled(): void {
  const { TEST_COMPILED } = process.env;
  if (TEST_COMPILED) rmSync(TEST_COMPILED, { recursive: true, force: true });
}
