import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const filesIn = (folder: string): string[] =>
  readdirSync(join(project, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : entry.name.endsWith('.ts') ? [path] : [];
  });

const sources = [...filesIn('src'), ...filesIn('migrations')];

/** Each occurrence of a pattern outside comments, as `file:line text`, except in the files left out. */
function occurrences(pattern: RegExp, files: readonly string[], except: readonly string[] = []): string[] {
  return files
    .filter((path) => !except.includes(path))
    .flatMap((path) => {
      const text = readFileSync(join(project, path), 'utf8');
      return [...text.matchAll(new RegExp(pattern, 'gm'))]
        .filter(({ index }) => !isComment(text, index))
        .map((match) => `${path}:${text.slice(0, match.index).split('\n').length} ${match[0].trim()}`);
    });
}

function isComment(text: string, index: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', index) + 1, index);
  return /^\s*(\/\/|\/\*\*?|\*)/.test(before) || before.includes('// ');
}

describe('the house', () => {
  test('keeps its import law', async () => {
    const cruiser = join(project, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const folders = ['src', 'test', 'bench', 'migrations', 'scripts'];
    const run = promisify(execFile)(process.execPath, [cruiser, '--config', '.dependency-cruiser.cjs', ...folders], { cwd: project });
    const said = await run.then(
      () => '',
      ({ stdout }: { stdout: string }) => stdout,
    );
    expect(said).toBe('');
  }, 60_000);

  test('names no type with import(…), which the import law would miss', () => {
    expect(occurrences(/(?<!await )\bimport\(.*/, sources)).toEqual([]);
  });

  test('has no room named for leftovers', () => {
    const leftovers = /^(utils?|common|shared|helpers?|core|types|lib|misc)(\.ts)?$/i;
    const named = sources.flatMap((path) =>
      path
        .split('/')
        .filter((part) => leftovers.test(part))
        .map(() => path),
    );
    expect(named).toEqual([]);
  });

  test('reads the environment in config.ts only', () => {
    expect(occurrences(/\bprocess\.env\b/, sources, ['src/config.ts'])).toEqual([]);
  });

  test('reads the clock in clock.ts only', () => {
    expect(occurrences(/\bnew Date\(\)|\bDate\.now\b/, sources, ['src/clock.ts'])).toEqual([]);
  });

  test('has files of at most 250 lines', () => {
    const long = sources.filter((path) => readFileSync(join(project, path), 'utf8').split('\n').length > 251);
    expect(long).toEqual([]);
  });

  test('names its files in words joined by hyphens, with the role after a dot', () => {
    expect(sources.filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?(-[a-z]+)*\.ts$/.test(basename(path)))).toEqual([]);
  });
});

describe('decorators name their type', () => {
  const decorated = sources.filter((path) => /^\s*@[A-Z]/m.test(readFileSync(join(project, path), 'utf8')));

  test('of a GraphQL field, query, mutation or list of arguments', () => {
    expect(occurrences(/@(Field|Query|Mutation|Subscription|FieldResolver|Args)\((?!\s*\(\) =>).*/, decorated)).toEqual([]);
  });

  test('of an argument', () => {
    expect(occurrences(/@Arg\((?!\s*'\w+',\s*\(\) =>).*/, decorated)).toEqual([]);
  });

  test('of a column', () => {
    expect(occurrences(/@(Column|PrimaryColumn|VersionColumn)\((?!\s*\{\s*type: ').*/, decorated)).toEqual([]);
    expect(occurrences(/@(ManyToOne|OneToOne)\((?!\s*\(\) =>).*/, decorated)).toEqual([]);
  });
});

describe('the compiler’s checks are not bypassed', () => {
  test('by any', () => expect(occurrences(/(: |<|\bas )any\b/, sources)).toEqual([]));

  test('by a comment', () => {
    const told = sources.filter((path) => /@ts-(ignore|expect-error|nocheck)/.test(readFileSync(join(project, path), 'utf8')));
    expect(told).toEqual([]);
  });

  test('by a cast without a reason on the line above', () => {
    const lines = sources.flatMap((path) => {
      const text = readFileSync(join(project, path), 'utf8');
      const all = text.replace(/`[^`]*`/g, (template) => template.replace(/.+/g, "''")).split('\n');
      return all.filter((line, at) => isCast(line) && !/^\s*(\/\/|\*)/.test(all[at - 1] ?? '')).map((line) => `${path} ${line.trim()}`);
    });
    expect(lines).toEqual([]);
  });

  test('and no code is marked as unfinished', () => {
    expect(sources.filter((path) => /\b(TODO|FIXME|XXX)\b/.test(readFileSync(join(project, path), 'utf8')))).toEqual([]);
  });
});

/** `as` used as a cast: not in an import or export, a template, a sentence or SQL, and not `as const`. */
function isCast(line: string): boolean {
  const code = line.replace(/'[^']*'|"[^"]*"/g, "''").replace(/\/\/.*/, '');
  return / as (?!const\b)[A-Z]\w*/.test(code) && !/^\s*(import|export|\*|\/\*)/.test(code) && !/^\s*(type )?\w+ as \w+,?$/.test(code);
}
