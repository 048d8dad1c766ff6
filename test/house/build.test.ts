import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
// @ts-expect-error Plain JavaScript, because it runs before anything is compiled.
import { build, isBuilt } from '../../scripts/build.mjs';

let root: string;
/** Stands in for the compiler: writes a .js for each source of this project. */
const compile = jest.fn((): boolean => {
  for (const source of sources) emit(source);
  return true;
});
let sources: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'build-'));
  compile.mockClear();
  sources = ['src/main.ts', 'src/cli/registry.ts', 'migrations/1-first.ts'];
  for (const file of [...sources, 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json', 'explorer/explorer.js'])
    put(file, `// ${file}`);
  for (const gathered of ['explorer/graphiql.min.js', 'desk/desk.css']) put(`dist/${gathered}`, '');
  expect(build(root, compile)).toBe(true);
  compile.mockClear();
});
afterEach(() => rmSync(root, { recursive: true }));

function put(file: string, text: string): void {
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

function emit(source: string): void {
  const js = `dist/${source.replace(/\.ts$/, '.js')}`;
  put(js, readFileSync(join(root, source), 'utf8'));
  put(`${js}.map`, '{}');
}

const rebuilds = (): number => {
  build(root, compile);
  return compile.mock.calls.length;
};

describe('a build', () => {
  test('does nothing when nothing changed', () => {
    expect(rebuilds()).toBe(0);
  });

  test.each(['src/main.ts', 'migrations/1-first.ts', 'tsconfig.build.json', 'package.json', 'package-lock.json', 'explorer/explorer.js'])(
    'notices that %s was edited',
    (file) => {
      put(file, '// edited, and of another size');
      expect(rebuilds()).toBe(1);
      expect(rebuilds()).toBe(1);
    },
  );

  test('notices an edit that keeps the size', () => {
    utimesSync(join(root, 'src/main.ts'), new Date(), new Date(Date.UTC(2030, 0, 1)));
    expect(rebuilds()).toBe(1);
  });

  test('notices a source that was added', () => {
    put('src/letters/letter.ts', '');
    expect(rebuilds()).toBe(1);
  });

  test('notices a source that was removed, and removes what was compiled from it', () => {
    sources = ['src/main.ts', 'src/cli/registry.ts'];
    rmSync(join(root, 'migrations/1-first.ts'));
    expect(rebuilds()).toBe(1);
    expect(existsSync(join(root, 'dist/migrations'))).toBe(false);
  });

  test('notices a source that was only renamed, and keeps only its new name', () => {
    sources = ['src/main.ts', 'src/cli/registry.ts', 'migrations/2-first.ts'];
    renameSync(join(root, 'migrations/1-first.ts'), join(root, 'migrations/2-first.ts'));
    expect(rebuilds()).toBe(1);
    const compiled = ['1-first.js', '1-first.js.map', '2-first.js', '2-first.js.map'];
    expect(compiled.map((file) => existsSync(join(root, 'dist/migrations', file)))).toEqual([false, false, true, true]);
  });

  test('keeps files in dist/ that are not compiled from a source', () => {
    put('dist/test-run/src/gone.js', '');
    put('src/main.ts', '// edited');
    rebuilds();
    expect(existsSync(join(root, 'dist/test-run/src/gone.js'))).toBe(true);
  });

  test('does not look at packages, which bench/peers has', () => {
    put('bench/peers/node_modules/pg/index.ts', '// not ours');
    expect(rebuilds()).toBe(0);
  });

  test('starts again after dist/ was emptied', () => {
    rmSync(join(root, 'dist'), { recursive: true });
    expect(rebuilds()).toBe(1);
  });

  test('that fails leaves no stamp: the next one compiles again', () => {
    put('src/main.ts', '// does not compile');
    compile.mockReturnValueOnce(false);
    expect(build(root, compile)).toBe(false);
    expect(isBuilt(root)).toBe(false);
    expect(rebuilds()).toBe(2);
  });

  test('builds what was edited while the compiler ran', () => {
    put('src/main.ts', '// edited');
    compile.mockImplementationOnce(() => {
      put('src/main.ts', '// edited once more, meanwhile');
      return true;
    });
    expect(rebuilds()).toBe(1);
    expect(rebuilds()).toBe(2);
  });

  test('without changes takes at most 50 ms on the sources of the registry', () => {
    for (const folder of ['src', 'migrations', 'scripts', 'bench', 'clients/typescript/src'])
      cpSync(folder, join(root, folder), { recursive: true, filter: (path) => !path.endsWith('node_modules') });
    sources = ['src/main.ts', 'src/cli/registry.ts'];
    build(root, compile);
    // CPU time, so that this does not fail on a busy machine.
    const costs = Array.from({ length: 10 }, () => {
      const begun = process.cpuUsage();
      expect(isBuilt(root)).toBe(true);
      const { user, system } = process.cpuUsage(begun);
      return (user + system) / 1000;
    });
    expect(Math.min(...costs)).toBeLessThan(50);
  });
});

describe('the image', () => {
  const [, built = '', kept = ''] = readFileSync('Dockerfile', 'utf8').split(/^FROM /m);
  const packages: Record<string, { optionalDependencies?: object }> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;

  test('is built with every package: the compiler is an optional one, for each platform', () => {
    expect(Object.keys(packages['node_modules/typescript']?.optionalDependencies ?? {})).toContain('@typescript/typescript-linux-x64');
    expect(built).toMatch(/^RUN npm ci\b/m);
    expect(built).not.toMatch(/--omit/);
  });

  test('keeps what it runs, without the PostgreSQL of npm', () => {
    expect(kept).toMatch(/^RUN npm ci .*--omit=dev --omit=optional/m);
  });
});
