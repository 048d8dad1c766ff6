import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unlikeAccount } from '../../src/identifiers/looks-like.ts';

describe('a number under which nothing was found', () => {
  test('is read at once where it is seven or eight bare digits, as the forms would read it', () => {
    const digits = fc.stringMatching(/^[0-9]{7,8}$/);
    // A soft hyphen cannot be seen, and takes the number through all the forms.
    fc.assert(fc.property(digits, (number) => unlikeAccount(number) === unlikeAccount(`${number}\u00ad`)));
    for (const number of ['0000000', '00000000', '9999999', '1234567', '12345678'])
      expect([number, unlikeAccount(number)]).toEqual([number, unlikeAccount(`${number}\u00ad`)]);
  });
});
