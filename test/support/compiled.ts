import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where a file of the registry is that was compiled for this run of the tests, to be run as a process: `compiled('src/main.js')`. */
export function compiled(path: string): string {
  const { TEST_COMPILED } = process.env;
  if (!TEST_COMPILED) throw new Error('Nothing was compiled before the tests.');
  return join(TEST_COMPILED, path);
}

/** Compiles the sources as `npm run build` does, into a folder of the run's own within `dist`, from where npm's packages are found. */
export async function compile(): Promise<void> {
  mkdirSync(join(project, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(project, 'dist/test-'));
  // The test files run in processes of their own, which inherit this.
  process.env.TEST_COMPILED = folder;
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
  const options = ['-p', 'tsconfig.build.json', '--outDir', folder, '--incremental', 'false', '--tsBuildInfoFile', 'null'];
  await ended(
    spawn(process.execPath, [join(dirname(compiler), 'bin/tsc'), ...options], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] }),
  );
}

/** Removes what was compiled. */
export function removeCompiled(): void {
  const { TEST_COMPILED } = process.env;
  if (TEST_COMPILED) rmSync(TEST_COMPILED, { recursive: true, force: true });
}

const ended = (child: ReturnType<typeof spawn>): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve));
