import { describe, expect, test } from '@jest/globals';
import { recordedAccount } from '../../src/identifiers/bare-number.ts';
import { businessNumber } from '../../src/identifiers/business-number.ts';
import { documentNumberForm, numbersMeant } from '../../src/identifiers/document-number.ts';
import { plainNumber, plainParagraphs, plainText } from '../../src/identifiers/plain-text.ts';
import { wsibAccount, wsibAccountForm } from '../../src/identifiers/wsib-account.ts';

describe('text', () => {
  test.each([
    ['a zero-width space', 'Zero\u200Bwide', 'Zerowide'],
    ['a direction mark', '\u200ELrmark', 'Lrmark'],
    ['a soft hyphen', 'Soft\u00ADhyphen', 'Softhyphen'],
    ['a byte order mark inside', 'Be\uFEFFfore', 'Before'],
    ['a variation selector', 'Paving\uFE0F', 'Paving'],
    ['a tag character', 'Paving\u{E0041}', 'Paving'],
    ['a no-break space, and one at the end', 'Nbspford\u00A0Paving\u202F', 'Nbspford Paving'],
    ['two spaces and a line break', 'two  words\r\nmore', 'two words more'],
    ['a decomposed accent', 'E\u0301rable', 'Érable'],
  ])('loses %s', (_, written, read) => expect(plainText(written)).toBe(read));

  test('of several lines keeps its line breaks', () => expect(plainParagraphs('one\u00A0line\nan\u200Bother ')).toBe('one line\nanother'));

  test('keeps a dash, which a number does not', () => {
    expect(plainText('Ottawa – Gatineau')).toBe('Ottawa – Gatineau');
    expect(plainNumber('ＮＢ－０００１')).toBe('NB-0001');
    for (const hyphen of '‐‑‒–—―−﹣－⁃') expect(plainNumber(`NB${hyphen}0001`)).toBe('NB-0001');
  });
});

describe('the number of a document', () => {
  test('is first looked up as typed, then as it looks', () => {
    expect(numbersMeant('NB-0001')).toEqual(['NB-0001']);
    expect(numbersMeant(' NB\u20110001\u00A0')).toEqual(['NB\u20110001', 'NB-0001']);
  });

  test('may have a soft hyphen in place of a hyphen', () => expect(numbersMeant('NB\u00AD0001')).toContain('NB-0001'));

  test('is invalid without a visible character, or with a control character', () => {
    for (const text of ['', '\u200B', ' \u00AD ', 'NB\u00000001', 'N\nB', 'x'.repeat(65)])
      expect(documentNumberForm.test(text)).toBe(false);
    for (const text of ['NB\u200B-0001', 'NB\u20110001', ' NB-0001 ']) expect(documentNumberForm.test(text)).toBe(true);
  });
});

test('the account recorded is the digits without what stands around them, unless letters are among them', () => {
  const typed = ['7200001', '720-0001.0', "'7200001", '７２０００１', 'WSIB # 7200001', '72O0001', '(72O0001)', 'TBD1', 'NO1'];
  expect(typed.map(recordedAccount)).toEqual(['7200001', '7200001', '7200001', '720001', '7200001', '72O0001', '72O0001', 'TBD1', 'NO1']);
});

test('WSIB accounts and business numbers have no separators, and nothing invisible', () => {
  expect(wsibAccount('720\u20110001\u200B \u00AD')).toBe('7200001');
  expect(wsibAccountForm.test('\u200E720\u22120001')).toBe(true);
  expect(wsibAccountForm.test('7'.repeat(41))).toBe(false);
  expect(businessNumber('123\u00A0456\u2011782 RT\u200B0001')).toBe('123456782RT0001');
});
