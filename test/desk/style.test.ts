import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const css = readFileSync('desk/desk.css', 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** The colours that the style sheet names. */
const colours = new Map([...css.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));

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

const colourOf = (text: string): string => colours.get(/var\((--[\w-]+)\)/.exec(text)?.[1] ?? '') ?? text;

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
const grounds = ['--paper', '--wash', '--info-wash'].map((name) => colourOf(`var(${name})`));

describe('the style sheet', () => {
  test('computes contrast as WCAG defines it', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  test('sets a background with every text colour', () => {
    expect(rules.length).toBeGreaterThan(25);
    expect(rules.filter(({ background }) => background === null).map(({ selector }) => selector)).toEqual([]);
  });

  test('has a contrast of at least 4.5 for every text, on each background it may have', () => {
    const low = rules.flatMap(({ selector, color, background }) => {
      const on = background === 'transparent' ? grounds : [colourOf(background ?? '')];
      return on.filter((ground) => contrast(colourOf(color ?? ''), ground) < 4.5).map((ground) => `${selector} on ${ground}`);
    });
    expect(low).toEqual([]);
  });

  test('has a contrast of at least 3 for the edges of fields and for the focus', () => {
    const pairs = [
      ['--edge', '--paper'],
      ['--focus', '--paper'],
      ['--brand', '--paper'],
      ['--on-brand', '--brand'],
      ['--focus', '--wash'],
    ] as const;
    const low = pairs.filter(([a, b]) => contrast(colourOf(`var(${a})`), colourOf(`var(${b})`)) < 3);
    expect(low).toEqual([]);
  });
});
