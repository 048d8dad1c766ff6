import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unlikeAccount } from '../../src/identifiers/looks-like.ts';
import { isNumberPlaceholder, isPlaceholder } from '../../src/identifiers/placeholder.ts';

describe('a number under which nothing was found', () => {
  test('is read at once where it is seven or eight bare digits, as the forms would read it', () => {
    const digits = fc.stringMatching(/^[0-9]{7,8}$/);
    // A soft hyphen cannot be seen, and takes the number through all the forms.
    fc.assert(fc.property(digits, (number) => unlikeAccount(number) === unlikeAccount(`${number}\u00ad`)));
    for (const number of ['0000000', '00000000', '9999999', '1234567', '12345678'])
      expect([number, unlikeAccount(number)]).toEqual([number, unlikeAccount(`${number}\u00ad`)]);
  });
});

describe('words for no number', () => {
  test.each([
    ...[
      'en attente 2026',
      'en cours 2026',
      'nouveau 2026',
      'pas encore 1',
      'manquant 3',
      'sans compte 1',
      'voir note 2',
      'idem 9000',
      'compte 1',
    ],
    ...[
      'ligne 12',
      'néant1',
      'NE\u0301ANT 1',
      'à venir 2026',
      'S/O 1',
      'N/D 2',
      'À confirmer',
      'ENCOURS2026',
      'ENATTENTE1',
      'aucun compte 1',
    ],
    ...[
      'see note 2',
      'same 9000',
      'line 12',
      'missing 3',
      'new 2026',
      'new account 1',
      'no account yet 1',
      'see notes 2 and 3',
      'N/A 1',
      'account 3',
    ],
    ...[
      'pending (2026)',
      'PENDING 2026-11-30',
      'PENDING20261130',
      'TBD-30112026',
      'pending 11302026',
      'en attente mars 2026',
      'not yet',
      'TBD-123456',
      '0000000',
      '000-0000',
      '-',
      '???',
      'x',
    ],
  ])('include %s', (text) => {
    expect(isNumberPlaceholder(text)).toBe(true);
  });

  // seven digits may be an account, whatever stands before them; so may other letters, and four digits behind a word for the number.
  test.each([
    ...[
      '7200013',
      '0720003',
      'TBD7200013',
      'NEW 7200013',
      'compte 7200013',
      'WSIB 12345',
      'compte 12345',
      'ON123456',
      'A1',
      'ABC123',
      'L12',
    ],
    ...['NA-1234', 'COR-2026-0001', 'NOVA 12', 'SOMEWHERE 1', 'Newton 12', 'Notley 3', '2026-11-30', ''],
  ])('do not include %j', (text) => {
    expect(isNumberPlaceholder(text)).toBe(false);
  });

  test('do not take long to tell from the longest that are none', () => {
    for (const word of ['pasde', 'nan', 'sansobjet', 'enattente', 'compte', 'nonumber'])
      expect(isNumberPlaceholder(`${word.repeat(20).slice(0, 62)}9z`)).toBe(false);
  });

  test('for no value at all have accents or none', () => {
    for (const text of ['Néant', 'NEANT', 'N/D', 'n.d.', 'à venir', 'A DÉTERMINER', 'En attente'])
      expect([text, isPlaceholder(text)]).toEqual([text, true]);
    for (const text of ['Nouveau', 'Idem', 'Nadeau', 'Néantville inc.']) expect([text, isPlaceholder(text)]).toEqual([text, false]);
  });
});
