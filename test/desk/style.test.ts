import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { unbroken, unbrokenPage } from '../../src/desk/unbroken.ts';

const css = readFileSync('desk/desk.css', 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

type Colours = ReadonlyMap<string, string>;

const named = (body = ''): Colours =>
  new Map([...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));

const light = named(/^:root \{([^}]*)\}/m.exec(css)?.[1]);
const dark = named(/@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(css)?.[1]);

/** The colours of each theme, by the names that the style sheet gives them. */
const themes: [theme: string, colours: Colours][] = [
  ['light', light],
  ['dark', new Map([...light, ...dark])],
];

interface Rule {
  readonly selector: string;
  readonly color: string | null;
  readonly background: string | null;
}

/** The rules that set a colour of text. */
const rules: Rule[] = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selector = '', body = '']) => {
  const of = (property: string) => new RegExp(`(?:^|;)\\s*${property}:\\s*([^;]+)`).exec(body)?.[1]?.trim() ?? null;
  const color = of('color');
  return color === null ? [] : [{ selector: selector.trim(), color, background: of('background') }];
});

const colourOf = (colours: Colours, text: string): string => colours.get(/(--[\w-]+)/.exec(text)?.[1] ?? '') ?? text;

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** The backgrounds that text without its own background may have. */
const grounds = ['--paper', '--wash', '--info-wash'];

describe('a day', () => {
  test('is divided by no line of a page or a paper, and stays as it was typed', () => {
    const typed = '<input value="issued on 4 May 2027"><textarea>\nMay Roofing 4 May 2027\n</textarea>';
    const page = (space: string) => `${typed}<td data-label="4 May 2027">4${space}May${space}2027, then 13${space}Sept${space}2027</td>`;
    expect(unbrokenPage(page(' '))).toBe(page('\u00A0'));
    expect(unbroken('Until 4 May 2027, or 14 days')).toBe('Until 4\u00A0May\u00A02027, or 14 days');
  });
});

describe('the style sheet', () => {
  test('computes contrast as WCAG defines it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  test('sets a background with every text colour', () => {
    expect(rules.length).toBeGreaterThan(25);
    expect(rules.filter(({ background }) => background === null).map(({ selector }) => selector)).toEqual([]);
  });

  test('has colours of its own for the dark, except for the band at the top', () => {
    expect([...light.keys()].filter((name) => !dark.has(name))).toEqual(['--top', '--on-top']);
  });

  test('is dark on a screen only, since paper is light', () => {
    expect(css.match(/prefers-color-scheme/g)).toHaveLength(1);
    expect(css).toContain('@media screen and (prefers-color-scheme: dark)');
  });

  test.each(themes)('has a contrast of at least 4.5 for every text, on each background it may have: %s', (_theme, colours) => {
    const low = rules.flatMap(({ selector, color, background }) => {
      const on = background === 'transparent' ? grounds : [background ?? ''];
      return on
        .filter((ground) => contrast(colourOf(colours, color ?? ''), colourOf(colours, ground)) < 4.5)
        .map((ground) => `${selector} on ${ground}`);
    });
    expect(low).toEqual([]);
  });

  test.each(themes)(
    'has a contrast of at least 3 for the edges of fields, the focus, and the signs of a timeline: %s',
    (_theme, colours) => {
      const pairs = [
        ['--edge', '--paper'],
        ['--focus', '--paper'],
        ['--brand', '--paper'],
        ['--on-brand', '--brand'],
        ['--on-top', '--top'],
        ['--focus', '--wash'],
        ...['good', 'warn', 'info', 'bad'].map((tone) => ['--ink', `--run-${tone}`] as const),
      ] as const;
      const low = pairs.filter(([a, b]) => contrast(colourOf(colours, a), colourOf(colours, b)) < 3);
      expect(low).toEqual([]);
    },
  );
});
