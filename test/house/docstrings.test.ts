import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const files = readdirSync('src/rules', { recursive: true, encoding: 'utf8' }).flatMap((file) =>
  file.endsWith('.ts') ? [join('src/rules', file)] : [],
);

/** An exported function, written as a declaration or as an arrow. */
const exportedFunction = /^export (?:function\*? (\w+)|const (\w+)(?:: [^=]+)? = (?:<[^(]*>)?\((?=.*(?:=>|\($|,$|\{$)|$))/;

/** The exported functions of a source that have no docstring right above them, as `file:line name`. */
function withoutDocstring(file: string, source: string): string[] {
  const lines = source.split('\n');
  return lines.flatMap((line, at) => {
    const [, declared, arrow] = exportedFunction.exec(line) ?? [];
    const name = declared ?? arrow;
    return name === undefined || lines[at - 1]?.trimEnd().endsWith('*/') ? [] : [`${file}:${at + 1} ${name}`];
  });
}

test('every exported function of the law has a docstring', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => withoutDocstring(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test('a function without a docstring is found, whether declared or an arrow', () => {
  const source = [
    'export function first(): void {}',
    'export const second = (day: Day): Day => day;',
    'export const third = <Value>(',
    '/** Says it. */',
    'export function fourth(): void {}',
    'export const fifth = { of: 1 };',
    'function sixth(): void {}',
  ].join('\n');
  expect(withoutDocstring('x.ts', source)).toEqual(['x.ts:1 first', 'x.ts:2 second', 'x.ts:3 third']);
});
