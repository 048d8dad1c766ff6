import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyWordsOf, likeness, nameParts, wordsOf } from '../../src/organizations/name-likeness.ts';
import { abbreviations, commonWords, emptyWords, legalSuffixes } from '../../src/organizations/name-words.ts';

const like = (searched: string, name: string) => likeness(nameParts(searched), nameParts(name));

describe('the words of a name', () => {
  test.each([
    ...[
      'Inc',
      'inc.',
      'Inc',
      'Incorporated',
      'Ltd',
      'LTD.',
      'Limited',
      'Corp.',
      'Corporation',
      'Co.',
      'Company',
      'Co. Ltd.',
      'LLP',
      'L.L.P.',
    ],
    ...[
      'Ltée',
      'ltee',
      'Limitée',
      'Incorporée',
      'Cie',
      'et Cie',
      '& Cie Ltée',
      'Compagnie',
      'S.E.N.C.',
      's.e.n.c.r.l.',
      's.e.c.',
      'SENC',
      'enr.',
    ],
  ])('are the same with %j behind', (form) => {
    expect(wordsOf(`Alder Roofing ${form}`)).toEqual(['alder', 'roofing']);
  });

  test.each([
    ["L'Érable Const. Inc", 'erable construction'],
    ["L'Erable Construction Inc.", 'erable construction'],
    ['L’ÉRABLE   CONSTR', 'erable construction'],
    ['The Alder & Birch Co.', 'alder birch'],
    ['Alder et Birch', 'alder birch'],
    ['J. P. Roofing', 'jp roofing'],
    ['J.P. Roofing', 'jp roofing'],
    ['Bob’s Paving', 'bobs paving'],
    ['Les Entr. Tremblay et Fils', 'entreprises tremblay fils'],
    ['Maple Bldg. Svcs', 'maple building services'],
    ['Cedar Elec', 'cedar electric'],
    ['Cedar Mech.', 'cedar mechanical'],
    ['Œuvre Cœur Straße', 'oeuvre coeur strasse'],
    ['St-Laurent Béton', 'saint laurent beton'],
    ['9123-4567 Québec inc.', '9123 4567 quebec'],
    ['Inc.', 'inc'],
    ['The Company', 'the'],
    ['Et', 'et'],
  ])('%j are %j', (name, words) => {
    expect(wordsOf(name).join(' ')).toBe(words);
  });

  test('are found by those that not every name has', () => {
    expect(keyWordsOf("L'Érable Construction Inc.")).toEqual({ words: ['erable'], areCommon: false });
    expect(keyWordsOf('General Contracting Ltd')).toEqual({ words: ['general', 'contracting'], areCommon: true });
  });

  test('are written in the lists as they are compared', () => {
    const words = [
      ...legalSuffixes,
      ...emptyWords,
      ...commonWords,
      ...Object.entries(abbreviations).flatMap(([short, long]) => [short, ...long.split(' ')]),
    ];
    expect(words.filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
    expect(Object.keys(abbreviations).filter((word) => legalSuffixes.has(word) || emptyWords.has(word))).toEqual([]);
    expect(Object.values(abbreviations).filter((long) => Object.hasOwn(abbreviations, long))).toEqual([]);
  });
});

const someWord = fc.stringMatching(/^[a-zé]{4,10}$/).filter((word) => wordsOf(word).length === 1);
const someName = fc.array(someWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('likeness', () => {
  test('is greatest for the name itself, whatever its capitals, accents and punctuation', () => {
    fc.assert(
      fc.property(someName, someName, (name, other) => {
        expect(like(name, name)).toBe(1_000_000);
        expect(like(name, `${name.toUpperCase()}.`)).toBe(1_000_000);
        expect(like(name, other)).toBeLessThanOrEqual(1_000_000);
        expect(like(name, other)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('prefers the legal form searched for among names that are the same otherwise', () => {
    expect(like('Alder Paving Inc', 'Alder Paving Inc.')).toBeGreaterThan(like('Alder Paving Inc', 'Alder Paving Ltd.'));
    expect(like('Alder Paving Inc', 'Alder Paving Ltd.')).toBeGreaterThan(like('Alder Paving Inc', 'Alder Roofing Inc.'));
  });

  test('falls with every word that is another', () => {
    const searched = 'Maple Leaf Paving';
    const names = ['Maple Leaf Paving', 'Maple Leaf Pavng', 'Maple Leaf Roofing', 'Maple Syrup Roofing', 'Granite Roofing'];
    const ranks = names.map((name) => like(searched, name));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(new Set(ranks).size).toBe(ranks.length);
  });
});
