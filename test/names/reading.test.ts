import { describe, expect, test } from '@jest/globals';
import { legalEndings } from '../../src/names/endings.ts';
import { mayMatchByPart } from '../../src/names/parts.ts';
import { readName } from '../../src/names/read-name.ts';
import { keyWordsOf, legalEndingOf, legalNameKey, numberedName, wordsOf } from '../../src/names/reading.ts';
import { isOneDigitOff } from '../../src/names/registers.ts';
import { abbreviations, commonWords, emptyWords, tradeWords } from '../../src/names/words.ts';

describe('the words of a name', () => {
  test.each([
    ...[
      'Inc',
      'inc.',
      'Incorporated',
      'Incorporée',
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
      'Cie',
      'et Cie',
      '& Cie Ltée',
      'Compagnie',
      'S.E.N.C.',
      's.e.n.c.r.l.',
      's.e.c.',
      'SENC',
      'enr.',
      'S.A.',
    ],
    ...['Limited Partnership', 'Société en commandite', 'Limited Liability Partnership', 'U.L.C.'],
  ])('are the same with %j behind', (form) => {
    expect(wordsOf(`Alder Roofing ${form}`)).toEqual(['alder', 'roofing']);
  });

  test.each([
    ["L'Érable Const. Inc", 'erable construction'],
    ['L’ÉRABLE   CONSTR', 'erable construction'],
    ['The Alder & Birch Co.', 'alder birch'],
    ['Alder et Birch', 'alder birch'],
    ['Alder +Birch', 'alder birch'],
    ['J. P. Roofing', 'jp roofing'],
    ['J.P. Roofing', 'jp roofing'],
    ['B & B Construction', 'bb construction'],
    ['B&B Construction', 'bb construction'],
    ['B and B Construction', 'bb construction'],
    ['H L F Builders', 'hlf builders'],
    ['Bob’s Paving', 'bobs paving'],
    ['O Brien Paving', 'obrien paving'],
    ["O'Brien Paving", 'obrien paving'],
    ['MacDonald Paving', 'mcdonald paving'],
    ['Mc Donald Paving', 'mcdonald paving'],
    ['Les Entr. Tremblay et Fils', 'entreprises tremblay fils'],
    ['Cedar Mech.', 'cedar mechanical'],
    ['Œuvre Cœur Straße', 'oeuvre coeur strasse'],
    ['St-Laurent Béton', 'saint laurent beton'],
    ['Ste. Anne Béton', 'sainte anne beton'],
    ['9123-4567 Québec inc.', '91234567 quebec'],
    ['9123 4567 Qc Inc', '91234567 quebec'],
    ['1,093,847 Ontario Ltd.', '1093847 ontario'],
    ['1O93847 Ontario Ltd.', '1093847 ontario'],
    ['Black &amp; Tanner Ltd.', 'black tanner'],
    ['M.C. Insulation Co. Ltd.', 'mc insulation'],
    ['MC Insulation', 'mc insulation'],
    ['Mc Isaac Insulation', 'mcisaac insulation'],
    ['3-D Formwork', '3d formwork'],
    ['9123 - 4567 Québec inc.', '91234567 quebec'],
    ['K-2 Rope Access', 'k2 rope access'],
    ['Zorra Twp. Drainage', 'zorra township drainage'],
    ['No. 1 Insulation', 'number one insulation'],
    ['1st Choice Roofing', 'first choice roofing'],
    ['SW Rebar', 'southwest rebar'],
    ['Zero\u200bwide Ma\u00adsonry', 'zerowide masonry'],
    ['Inc.', 'inc'],
    ['The Company', 'the'],
    ['Et', ''],
  ])('%j are %j', (name, words) => {
    expect(wordsOf(name).join(' ')).toBe(words);
  });

  test('are searched by the ones that not every name has', () => {
    expect(keyWordsOf("L'Érable Construction Inc.")).toEqual({ words: ['erable'], areCommon: false });
    expect(keyWordsOf('General Contracting Ltd')).toEqual({ words: ['general', 'contracting'], areCommon: true });
  });

  test('are listed as they are compared, each once', () => {
    const words = [...emptyWords, ...commonWords, ...tradeWords, ...Object.values(abbreviations).flatMap((long) => long.split(' '))];
    expect(words.filter((word) => !/^(?:[a-z]+|&)$/u.test(word))).toEqual([]);
    expect(Object.values(abbreviations).filter((long) => Object.hasOwn(abbreviations, long))).toEqual([]);
    const forms = legalEndings.flatMap((ending) => ending.forms);
    expect(new Set(forms).size).toBe(forms.length);
  });
});

describe('a legal name', () => {
  test.each([
    ['Alder Paving Ltd.', 'ALDER PAVING LIMITED'],
    ['Alder Paving Inc.', 'Alder Paving Incorporated'],
    ['Pavage Aulne inc.', 'Pavage Aulne Incorporée'],
    ['Pavage Aulne ltée', 'Pavage Aulne Limitée'],
    ['Alder Paving Corp.', 'Alder Paving Corporation'],
    ['Alder & Birch Co. Ltd.', 'Alder and Birch Company, Limited'],
    ['Érable Béton S.E.N.C.', 'ERABLE BETON, société en nom collectif'],
    ['A.B.C. Paving Ltd.', 'ABC Paving Ltd'],
    ['1093847 Ontario Ltd.', 'No. 1093847 Ontario Limited'],
    ['MacDonald Piling Corporation of Canada', 'MacDonald Piling Corp. of Canada'],
    ['Alder Paving Ltd. (Ontario)', 'Alder Paving Limited (Ontario)'],
    ['Alder Paving Limitée / Alder Paving Limited', 'Alder Paving ltée / Alder Paving Ltd.'],
  ])('%j is also written %j', (name, other) => {
    expect(legalNameKey(other)).toBe(legalNameKey(name));
    expect(legalNameKey(name)).not.toBeNull();
  });

  test.each([
    ['Alder Paving Ltd.', 'Alder Paving Inc.'],
    ['Alder Paving Ltd.', 'Alder Paving Ltée'],
    ['Alder Paving Ltd.', 'Alder Paving Corp.'],
    ['Alder Paving Ltd.', 'Alder Paving Co. Ltd.'],
    ['Alder Paving Ltd.', 'Alder Pavings Ltd.'],
    ['Alder Paving Ltd.', 'The Alder Paving Ltd.'],
    ['Alder Const. Ltd.', 'Alder Construction Ltd.'],
    ['Alder Piling Corp.', 'Alder Piling Corp. of Canada'],
    ['Alder Piling Corp.', 'Alder Piling Corp. and Sons'],
    ['MacDonald Ltd.', 'McDonald Ltd.'],
    ['1093847 Ontario Ltd.', '1093848 Ontario Ltd.'],
  ])('%j is another than %j', (name, other) => {
    expect(legalNameKey(other)).not.toBe(legalNameKey(name));
  });

  test('needs a legal ending', () => {
    expect(legalNameKey('Corporation de Pavage Aulne')).not.toBeNull();
    for (const name of ['Alder Paving', 'Limited Edition Homes', 'Alder Paving Co.', 'Alder Paving enr.', '1093847 Ontario'])
      expect(legalNameKey(name)).toBeNull();
    expect(legalEndingOf('Alder Paving L.P.')).toBe('LP');
  });
});

test('a numbered company may have its register in front', () => {
  expect(numberedName('Ontario 1776021 Limited')).toEqual({ number: '1776021', jurisdiction: 'ontario' });
  expect(numberedName('Ontario Paving Limited')).toBeNull();
});

describe('text typed for a firm', () => {
  const parts = (text: string) => readName(text).firms.map((firm) => firm.parts.map(({ role, text: part }) => `${role}: ${part}`));

  test.each([
    ['1093847 Ontario Ltd. o/a Cedar Gate Fencing', ['NAME: 1093847 Ontario Ltd.', 'OPERATING_NAME: Cedar Gate Fencing']],
    ['1093847 Ontario Ltd. Operating As: Cedar Gate Fencing', ['NAME: 1093847 Ontario Ltd.', 'OPERATING_NAME: Cedar Gate Fencing']],
    ['1093847 Ontario Ltd (Cedar Gate Fencing)', ['NAME: 1093847 Ontario Ltd', 'ASIDE: Cedar Gate Fencing']],
    ['1093847 Ontario Ltd (o/a Cedar Gate)', ['NAME: 1093847 Ontario Ltd', 'OPERATING_NAME: Cedar Gate']],
    ['2019483 Ontario Limited d.b.a. Shoreline Docks', ['NAME: 2019483 Ontario Limited', 'OPERATING_NAME: Shoreline Docks']],
    ['Halpern Roofing, a division of 1847362 Ontario Inc.', ['OPERATING_NAME: Halpern Roofing', 'NAME: 1847362 Ontario Inc.']],
    ['Birch Inc. (formerly Birch Bros. Ltd.)', ['NAME: Birch Inc.', 'FORMER_NAME: Birch Bros. Ltd.']],
    ['Pavage Aulne ltée faisant affaires sous le nom de Aulnaie', ['NAME: Pavage Aulne ltée', 'OPERATING_NAME: Aulnaie']],
    ['Alder Paving Ltd., Sudbury ON', ['NAME: Alder Paving Ltd.', 'NOTE: Sudbury ON']],
    ['Alder Paving Ltd. (Sudbury)', ['NAME: Alder Paving Ltd.', 'NOTE: Sudbury']],
    ['Alder (1998) Ltd.', ['NAME: Alder (1998) Ltd.']],
    ['Limited Edition Homes Inc.', ['NAME: Limited Edition Homes Inc.']],
    ['12. Alder Paving', ['NAME: Alder Paving']],
    ['Alder-Birch JV Inc.', ['NAME: Alder-Birch JV Inc.']],
    ['Alder Joint Venture Limited', ['NAME: Alder Joint Venture Limited']],
    ['JV Paving Inc.', ['NAME: JV Paving Inc.']],
    ['Consortium Bridge Builders', ['NAME: Consortium Bridge Builders']],
    ['Joint Venture Scaffolds', ['NAME: Joint Venture Scaffolds']],
    ['Grand & Toy Inc. and Partners LLP', ['NAME: Grand & Toy Inc. and Partners LLP']],
    ['Alder Paving Limited / Pavage Alder Limitée', ['NAME: Alder Paving Limited / Pavage Alder Limitée']],
    ['FAS Construction Ltd.', ['NAME: FAS Construction Ltd.', 'OPERATING_NAME: Construction Ltd.']],
    ['o/a Alder Inc.', ['NAME: o/a Alder Inc.', 'OPERATING_NAME: Alder Inc.']],
    ['MacDonald Piling Corp. and Sons', ['NAME: MacDonald Piling Corp.', 'NOTE: and Sons']],
    ['Bay and Bay J.V. Holdings', ['NAME: Bay and Bay J.V. Holdings']],
    ['Cedar Gate (1093847 Ontario Ltd.)', ['ASIDE: Cedar Gate', 'NAME: 1093847 Ontario Ltd.']],
    ['Alder Ltd. JV', ['NAME: Alder Ltd.', 'NOTE: JV']],
    ['Smith & Wesson Ltd. JV', ['NAME: Smith & Wesson Ltd.', 'NOTE: JV']],
    ['Alder Paving Ltd. (60%)', ['NAME: Alder Paving Ltd.']],
    ['Alder Paving Ltd. [33,3 % share]', ['NAME: Alder Paving Ltd.']],
    ['Alder Paving Ltd. 60%', ['NAME: Alder Paving Ltd.']],
    ['110% Paving Ltd.', ['NAME: 110% Paving Ltd.']],
    ['Alder Paving (formerly Oak Boring Inc.)', ['NAME: Alder Paving', 'FORMER_NAME: Oak Boring Inc.']],
    ['Alder (synthetic) Inc. o/a Cedar Gate', ['NAME: Alder (synthetic) Inc.', 'OPERATING_NAME: Cedar Gate']],
    ['A & B Paving Ltd. JV', ['NAME: A & B Paving Ltd.', 'NOTE: JV']],
    ['Alder Paving\nLtd.', ['NAME: Alder Paving Ltd.']],
    ['Hostile Ltd., a division of Alder Inc.', ['OPERATING_NAME: Hostile Ltd.', 'NAME: Alder Inc.']],
  ])('%j is read in its parts', (text, expected) => {
    expect(parts(text)).toEqual([expected]);
    expect(readName(text).isJointVenture).toBe(false);
  });

  test.each([
    ['Alder Ltd. / Birch Inc. JV', ['Alder Ltd.', 'Birch Inc.']],
    ['Alder Paving Ltd. & Birch Roofing Inc.', ['Alder Paving Ltd.', 'Birch Roofing Inc.']],
    ['A joint venture of Alder Ltd. and Birch Inc.', ['Alder Ltd.', 'Birch Inc.']],
    ['Alder Inc. in joint venture with Birch Ltd.', ['Alder Inc.', 'Birch Ltd.']],
    ['Alder/Birch Joint Venture', ['Alder', 'Birch']],
    ['Aulne ltée et Bouleau inc. en coentreprise', ['Aulne ltée', 'Bouleau inc.']],
    ['Alder Ltd. + Birch Inc. + Cedar Corp. J.V.', ['Alder Ltd.', 'Birch Inc.', 'Cedar Corp.']],
    ['A Ltd. / B Ltd. JV', ['A Ltd.', 'B Ltd.']],
    ['Alder Ltd./Birch Inc.', ['Alder Ltd.', 'Birch Inc.']],
    ['Alder Ltd., Birch Inc., and Cedar Corp. (JV)', ['Alder Ltd.', 'Birch Inc.', 'Cedar Corp.']],
    ['Alder Paving Ltd., Birch Roofing Inc.', ['Alder Paving Ltd.', 'Birch Roofing Inc.']],
    ['JV of Alder, Birch & Cedar', ['Alder', 'Birch', 'Cedar']],
    ['Consortium of Alder Ltd., Birch Inc. & Cedar Corp.', ['Alder Ltd.', 'Birch Inc.', 'Cedar Corp.']],
    ['Alder Paving in association with Birch Roofing', ['Alder Paving', 'Birch Roofing']],
    ['Aulne ltée en association avec Bouleau inc.', ['Aulne ltée', 'Bouleau inc.']],
    ['Alder Ltd. w/ Birch Inc. JV', ['Alder Ltd.', 'Birch Inc.']],
    ['1093847 Ontario Ltd. o/a Cedar Gate / Birch Inc. JV', ['1093847 Ontario Ltd. o/a Cedar Gate', 'Birch Inc.']],
    ['B & B Construction and Birch Roofing JV', ['B & B Construction', 'Birch Roofing']],
    ['Smith and Sons and Birch JV', ['Smith and Sons', 'Birch']],
    ['Alder Ltd., Sudbury / Birch Inc., Toronto JV', ['Alder Ltd., Sudbury', 'Birch Inc., Toronto']],
    ['Alder Ltd. (Sudbury/Timmins) & Birch Inc.', ['Alder Ltd. (Sudbury/Timmins)', 'Birch Inc.']],
    ['FAS Construction Ltd. / JV Paving Inc. in joint venture', ['FAS Construction Ltd.', 'JV Paving Inc.']],
    ['Alder-Birch JV', ['Alder', 'Birch']],
    ['Alder Corp. / FAS Construction Ltd. JV', ['Alder Corp.', 'FAS Construction Ltd.']],
    ['Alder Corp. & T/A Tiling Inc. JV', ['Alder Corp.', 'T/A Tiling Inc.']],
    ['Nova Ltd. and B & B Construction Ltd.', ['Nova Ltd.', 'B & B Construction Ltd.']],
    ['Nova Ltd., B & B Construction Ltd. JV', ['Nova Ltd.', 'B & B Construction Ltd.']],
    ['JV: Nova Ltd. (60%), B & B Construction Ltd. (40%)', ['Nova Ltd. (60%)', 'B & B Construction Ltd. (40%)']],
    ['Nova Ltd.\nB & B Construction Ltd.', ['Nova Ltd.', 'B & B Construction Ltd.']],
    ['Nova Ltd.\r\nB et B Construction Ltd.\r\nJV', ['Nova Ltd.', 'B et B Construction Ltd.']],
    [
      'A Ltd., B Ltd., Elm Inc., R & R Excavating Limited and H and L Piling Inc.',
      'A Ltd.|B Ltd.|Elm Inc.|R & R Excavating Limited|H and L Piling Inc.'.split('|'),
    ],
    ['R+R Paving Inc. + J.D. & R.D. Roofing Ltd. JV', ['R+R Paving Inc.', 'J.D. & R.D. Roofing Ltd.']],
    ['Aulne S.A. et B. Bouleau inc.', ['Aulne S.A.', 'B. Bouleau inc.']],
    ['JV of ABC and DEF', ['ABC', 'DEF']],
    ['Nova Ltd. and Smith & Wesson Ltd.', ['Nova Ltd.', 'Smith & Wesson Ltd.']],
    ['Nova Ltd., Smith & Wesson Ltd. JV', ['Nova Ltd.', 'Smith & Wesson Ltd.']],
    ['Nova (synthetic) Inc.-Birch Ltd. JV', ['Nova (synthetic) Inc.', 'Birch Ltd.']],
    ['Kolo Roofing ULC–Birch Ltd. JV', ['Kolo Roofing ULC', 'Birch Ltd.']],
    ['JV (Kolo Roofing ULC; Birch Ltd.)', ['Kolo Roofing ULC', 'Birch Ltd.']],
    ['Alder Ltd. / Birch Inc. JV, Toronto', ['Alder Ltd.', 'Birch Inc., Toronto']],
    ['Alder Corp., o/a Cedar Gate Inc., and Birch Ltd. JV', ['Alder Corp., o/a Cedar Gate Inc.', 'Birch Ltd.']],
  ])('%j names each partner', (text, firms) => {
    const read = readName(text);
    expect(read.isJointVenture).toBe(true);
    expect(read.firms.map((firm) => firm.text)).toEqual(firms);
  });

  test('with one firm in two languages is one firm, and & within a name does not split it', () => {
    for (const text of ['Alder Ltd. / Alder Ltée', 'Alder & Birch Ltd.', 'Alder, Birch and Sons Inc.', 'Smith Co. & Sons Ltd.'])
      expect(readName(text).firms).toHaveLength(1);
  });

  test('may begin with the name of the joint venture itself', () => {
    const { firms, ownName } = readName('Harbour Constructors (a joint venture of Alder Ltd. and Birch Inc.)');
    expect([ownName, ...firms.map(({ text }) => text)]).toEqual(['Harbour Constructors', 'Alder Ltd.', 'Birch Inc.']);
  });

  test.each([
    ['1093847 Ontario Ltd. o/a Cedar Gate', true],
    ['1093847 Ontario Ltd (Cedar Gate)', true],
    ['Alder Inc. formerly Birch Inc.', true],
    ['Cedar Gate, a division of Alder Inc.', true],
    ['Alder Inc. (Cedar Gate)', false],
    ['Cedar Gate (1093847 Ontario Ltd.)', true],
    ['Cedar Gate (Alder Inc.)', false],
    ['Alder Corp. of Canada', false],
    ['Alder Inc., Sudbury', false],
    ['Alder Inc. (Sudbury)', false],
    ['Birch Ltd., a division of Alder Inc.', false],
  ])('%j names its firm by a part alone: %j', (text, may) => {
    expect(mayMatchByPart(readName(text).firms[0]?.parts ?? [])).toBe(may);
  });

  test('names no firm if it is empty', () => {
    for (const text of ['', '   ', '--', '&', '( )', '/']) expect(readName(text).firms).toEqual([]);
  });
});

describe('a numbered company', () => {
  test.each([
    ['1093847 Ontario Ltd.', '1093847', 'ontario'],
    ['12345678 Canada Inc.', '12345678', 'canada'],
    ['12345678 CDN Inc.', '12345678', 'canada'],
    ['1234567 MB Ltd.', '1234567', 'manitoba'],
    ['Ontario Inc. 1734882', '1734882', 'ontario'],
    ['001734882 Ontario Inc.', '1734882', 'ontario'],
    ['9123-4567 Québec inc.', '91234567', 'quebec'],
    ['1093847', '1093847', null],
  ])('%j has a number and a register', (name, number, jurisdiction) => {
    expect(numberedName(name)).toEqual({ number, jurisdiction });
  });

  test('is not every name that begins with digits', () => {
    for (const name of ['360 Paving Ltd.', '1093847 Paving Ltd.', 'Alder 1998 Ltd.']) expect(numberedName(name)).toBeNull();
  });

  test('is one digit off if one digit is changed, added, left out or swapped with its neighbour, and no more', () => {
    for (const other of ['1093848', '109384', '10938477', '1093874', '0193847']) expect(isOneDigitOff('1093847', other)).toBe(true);
    for (const other of ['1093847', '1093858', '10938', '7483901', '1039874']) expect(isOneDigitOff('1093847', other)).toBe(false);
  });
});
