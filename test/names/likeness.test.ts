import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparedName, likeness } from '../../src/names/likeness.ts';
import { nameKeysOf } from '../../src/names/name-keys.ts';
import { readName } from '../../src/names/read-name.ts';
import { wordsOf } from '../../src/names/reading.ts';
import { scoreOf, searchedParts } from '../../src/names/score.ts';

const like = (searched: string, name: string) => likeness(comparedName(searched), comparedName(name));

const someWord = fc.stringMatching(/^[a-zé]{4,10}$/u).filter((word) => wordsOf(word).length === 1);
const someName = fc.array(someWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('likeness', () => {
  test('is greatest for the name itself, ignoring capitals, accents and punctuation', () => {
    fc.assert(
      fc.property(someName, someName, (name, other) => {
        expect(like(name, name)).toBe(1_000_000);
        expect(like(name, `${name.toUpperCase()}.`)).toBe(1_000_000);
        expect(like(name, other)).toBeLessThanOrEqual(1_000_000);
        expect(like(name, other)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('is greatest for the name itself, even if the first letters of its words are one of its words', () => {
    expect(like('Apex Paving Energy Xylo Apex', 'Apex Paving Energy Xylo Apex')).toBe(1_000_000);
    expect(like('Eeee Eeea Eeee Eaae', 'Eeee Eeea Eeee Eaae')).toBe(1_000_000);
  });

  test('prefers the legal ending searched for among names that are otherwise the same', () => {
    expect(like('Alder Paving Inc', 'Alder Paving Inc.')).toBeGreaterThan(like('Alder Paving Inc', 'Alder Paving Ltd.'));
    expect(like('Alder Paving Inc', 'Alder Paving Ltd.')).toBeGreaterThan(like('Alder Paving Inc', 'Alder Roofing Inc.'));
  });

  test('falls with every different word', () => {
    const names = ['Maple Leaf Paving', 'Maple Leaf Pavng', 'Maple Leaf Roofing', 'Maple Syrup Roofing', 'Granite Roofing'];
    const ranks = names.map((name) => like('Maple Leaf Paving', name));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(new Set(ranks).size).toBe(ranks.length);
  });

  test('of numbered companies is that of their numbers', () => {
    expect(like('1093847 Ontario Ltd.', '1093847 Ontario Inc.')).toBeGreaterThan(like('1093847 Ontario Ltd.', '1093848 Ontario Ltd.'));
    expect(like('1093847 Ontario Ltd.', '1093848 Ontario Ltd.')).toBeGreaterThan(0);
    expect(like('1093847 Ontario Ltd.', '1093858 Ontario Ltd.')).toBe(0);
  });

  test('says why: the exact legal name, the same with another ending, or the trading name', () => {
    const firm = { legalName: 'Alder Paving Ltd.', operatingName: 'Harbour Stone', formerNames: ['Old Quarry Ltd.'] };
    const why = (text: string) => scoreOf(searchedParts(readName(text).firms.flatMap(nameKeysOf)), firm).why;
    expect(why('ALDER PAVING LIMITED')).toBe('EXACT_LEGAL_NAME');
    expect(why('Alder Paving')).toBe('SAME_NAME_OTHER_ENDING');
    expect(why('Aldr Paving Ltd.')).toBe('SIMILAR_LEGAL_NAME');
    expect(why('Harbour Stone')).toBe('OPERATING_NAME');
    expect(why('Old Quarry')).toBe('FORMER_NAME');
  });

  test('is higher for the very name that a firm had than for names of others that are only similar, and lower than for one it has', () => {
    const score = (legalName: string, formerNames: readonly string[]) =>
      scoreOf(searchedParts(readName('Old Quarry Ltd.').firms.flatMap(nameKeysOf)), { legalName, operatingName: null, formerNames }).score;
    const former = score('Alder Paving Inc.', ['Old Quarry Ltd.']);
    expect(former).toBeGreaterThan(score('Old Quarry Inc.', []));
    expect(former).toBeGreaterThan(score('Old Quarrey Ltd.', []));
    expect(former).toBeLessThan(score('Old Quarry Limited', []));
    expect(score('Alder Paving Inc.', ['Old Quarrey Ltd.'])).toBeLessThan(score('Old Quarrey Ltd.', []));
  });

  test('takes a name and the words before it as one word or several', () => {
    for (const [typed, name] of [
      ['De La Cruz Roofing Ltd.', 'Delacruz Roofing Ltd.'],
      ['Delarosa Masonry', 'De La Rosa Masonry'],
      ['Vandenberg Drainage', 'Van den Berg Drainage'],
      ['StPierre Excavation', 'St-Pierre Excavation'],
    ] as const)
      expect(like(typed, name)).toBeGreaterThan(900_000);
    expect(like('Constructor Paving Ltd.', 'Constructor Paving Ltd.')).toBe(1_000_000);
  });
});
