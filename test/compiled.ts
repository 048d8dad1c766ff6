import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** The registry compiled for one test file, to be run as a process: `join(compiled.folder, 'src/main.js')`. */
export interface Compiled {
  readonly folder: string;
  remove(): void;
}

/** Compiles the sources as `npm run build` does, into a folder of its own within `dist`, from where npm's packages are found. */
export async function compile(): Promise<Compiled> {
  mkdirSync(join(project, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(project, 'dist/test-'));
  const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
  const options = ['-p', 'tsconfig.build.json', '--outDir', folder, '--incremental', 'false', '--tsBuildInfoFile', 'null'];
  await ended(
    spawn(process.execPath, [join(dirname(compiler), 'bin/tsc'), ...options], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const ended = (child: ReturnType<typeof spawn>): Promise<unknown> => new Promise((resolve) => child.once('exit', resolve));
