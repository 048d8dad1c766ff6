// A registry of made-up firms and a list of their names as a clerk types them. The rules here do not use the registry's own reading of names: they were
// written from bid opening lists, and stay the same when that reading changes.

/** A firm on record. */
export interface ListedFirm {
  readonly reference: string;
  readonly legalName: string;
  readonly operatingName: string | null;
}

/** A name as typed, the intended firm, and the rule that spoiled the name. */
export interface MessyName {
  readonly typed: string;
  readonly meant: string;
  readonly rule: string;
}

/** Random-looking numbers that are the same in every run (mulberry32). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below = (most: number): number => Math.floor(this.next() * most);

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }
}

const onsets = [
  'B',
  'Br',
  'C',
  'Ch',
  'D',
  'Dr',
  'F',
  'G',
  'Gr',
  'H',
  'J',
  'K',
  'L',
  'M',
  'N',
  'P',
  'Qu',
  'R',
  'S',
  'St',
  'T',
  'Tr',
  'V',
  'W',
  'Wh',
  'Z',
];
const middles = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou', 'al', 'er', 'or', 'an', 'in', 'en'];
const closes = [
  'bury',
  'dale',
  'den',
  'field',
  'ford',
  'gate',
  'ham',
  'hurst',
  'ley',
  'low',
  'mer',
  'mont',
  'nell',
  'nock',
  'ridge',
  'sby',
  'sen',
  'stead',
  'ston',
  'thorpe',
  'vane',
  'ville',
  'wick',
  'worth',
];
const frenchCloses = ['beau', 'champ', 'court', 'dière', 'gnac', 'lieu', 'mière', 'val', 'vière', 'zet'];
const trades = [
  'Roofing',
  'Paving',
  'Masonry',
  'Electric',
  'Mechanical',
  'Concrete',
  'Excavating',
  'Plumbing & Heating',
  'Drywall',
  'Steel',
  'Landscaping',
  'General Contracting',
  'Construction',
  'Builders',
  'Contracting',
  'Demolition',
  'Painting',
  'Scaffolding',
  'Sheet Metal',
  'Bridge & Road',
  'Site Services',
  'Waterproofing',
];
const frenchTrades = [
  'Construction',
  'Béton',
  'Toitures',
  'Électricité',
  'Pavage',
  'Maçonnerie',
  'Charpentes',
  'Plomberie',
  'Excavation',
  'Entreprises',
];
const endings = ['Ltd.', 'Inc.', 'Limited', 'Corp.', 'Incorporated', 'Co. Ltd.', 'Corporation', 'LLP'];
const frenchEndings = ['inc.', 'ltée', 'Ltée', 'S.E.N.C.', 'inc.'];
const plain = [
  'Northern',
  'General',
  'Ontario',
  'National',
  'Canadian',
  'Professional',
  'Quality',
  'Superior',
  'Allied',
  'United',
  'Premier',
  'Capital',
];

/** About `count` firms of every kind: family names, also French, initials, numbered companies, common words only, same names with other endings. */
export function listedFirms(count: number, dice: Dice): readonly ListedFirm[] {
  const names = new Map<string, string | null>();
  while (names.size < count) {
    const family = inventedFamily(dice);
    const roll = dice.below(100);
    if (roll < 55)
      names.set(
        `${family} ${dice.pick(trades)} ${dice.pick(endings)}`,
        dice.below(9) === 0 ? `${inventedFamily(dice)} ${dice.pick(trades)}` : null,
      );
    else if (roll < 70) names.set(`${dice.pick(frenchTrades)} ${inventedFrench(dice)} ${dice.pick(frenchEndings)}`, null);
    else if (roll < 75) names.set(`${family} & ${inventedFamily(dice)} ${dice.pick(trades)} ${dice.pick(endings)}`, null);
    else if (roll < 82) names.set(`${initials(dice)} ${dice.pick(trades)} ${dice.pick(endings)}`, null);
    else if (roll < 88) names.set(numbered(dice), dice.below(3) === 0 ? `${family} ${dice.pick(trades)}` : null);
    else if (roll < 91) names.set(`${dice.pick(plain)} ${dice.pick(plain)} ${dice.pick(trades)} ${dice.pick(endings)}`, null);
    else if (roll < 94)
      names.set(`${dice.pick(['St.', 'Saint-', 'Ste.'])} ${family} ${dice.pick(trades)} ${dice.pick(endings)}`.replace('- ', '-'), null);
    else if (roll < 97) names.set(`${dice.pick(['Mc', 'Mac'])}${family} ${dice.pick(trades)} ${dice.pick(endings)}`, null);
    else
      names.set(
        `${family} ${dice.pick(['Hill', 'Creek', 'Gate', 'Stone', 'Lake', 'Point'])} ${dice.pick(trades)} ${dice.pick(endings)}`,
        null,
      );
  }
  // Names that differ only in Inc. for Incorporated, or in dots, are one legal name: a register has it once.
  const all = [...new Map([...names].map((each) => [bareWithEnding(each[0]), each])).values()];
  return all.map(([legalName, operatingName], at) => ({ reference: `F-${at}`, legalName, operatingName }));
}

const inventedFamily = (dice: Dice): string =>
  `${dice.pick(onsets)}${dice.pick(middles)}${dice.pick(['', 'l', 'n', 'r', 'm', 'st', 'v', 'd'])}${dice.pick(closes)}`;
const inventedFrench = (dice: Dice): string =>
  `${dice.pick(['', "L'", "D'", ''])}${dice.pick(['A', 'É', 'Be', 'Co', 'Dé', 'Fo', 'Gué', 'La', 'Mo', 'Pè', 'Ro', 'Sé', 'Ta'])}${dice.pick(['n', 'r', 'l', 'm', 't', 'rg'])}${dice.pick(middles)}${dice.pick(frenchCloses)}`.replace(
    /^([LD]')([^AÉ])/u,
    '$2',
  );

function initials(dice: Dice): string {
  const letters = [...'ABCDEFGHJKLMNPRSTVW'];
  const two = () => [dice.pick(letters), dice.pick(letters)];
  return dice.pick([
    () => two().join(' & '),
    () => `${[...two(), dice.pick(letters)].join('.')}.`,
    () => `${[...two(), dice.pick(letters)].join('')}`,
    () => `${two().join('.')}.`,
  ])();
}

function numbered(dice: Dice): string {
  const digits = (count: number) => Array.from({ length: count }, (_, at) => (at === 0 ? 1 + dice.below(9) : dice.below(10))).join('');
  return dice.pick([
    () => `${digits(7)} Ontario ${dice.pick(['Ltd.', 'Inc.', 'Limited'])}`,
    () => `${digits(8)} Canada Inc.`,
    () => `9${digits(3)}-${digits(4)} Québec inc.`,
  ])();
}

type Spoil = (name: string, dice: Dice) => string | null;

const withoutAccents = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '');
const lastWord = / (?:Co\. Ltd\.|\S+)$/u;
const full: Readonly<Record<string, string>> = {
  'Ltd.': 'Limited',
  'Inc.': 'Incorporated',
  'Corp.': 'Corporation',
  Limited: 'Ltd',
  Incorporated: 'Inc',
  Corporation: 'Corp',
  'inc.': 'Inc',
  ltée: 'LTEE',
  Ltée: 'ltee',
  'Co. Ltd.': 'Company Limited',
  'S.E.N.C.': 'SENC',
  LLP: 'L.L.P.',
};
const short: readonly (readonly [RegExp, string])[] = [
  [/\bConstruction\b/u, 'Const.'],
  [/\bContracting\b/u, 'Contr.'],
  [/\bMechanical\b/u, 'Mech'],
  [/\bElectric\b/u, 'Elec.'],
  [/\bServices\b/u, 'Svcs'],
  [/\bExcavating\b/u, 'Excav.'],
  [/\bPlumbing\b/u, 'Plbg'],
  [/\bHeating\b/u, 'Htg.'],
  [/\bGeneral\b/u, 'Gen.'],
  [/\bEntreprises\b/u, 'Entr.'],
  [/\bBuilders\b/u, 'Bldrs'],
  [/\bConcrete\b/u, 'Conc'],
  [/\bNational\b/u, "Nat'l"],
  [/\bLandscaping\b/u, 'Landsc.'],
];

/** Each rule spoils a name in one way; null if it does not apply. */
export const spoilers: Readonly<Record<string, Spoil>> = {
  'as it stands': (name) => name,
  'capitals without accents': (name) => withoutAccents(name).toUpperCase(),
  'small letters': (name) => name.toLowerCase(),
  'no punctuation': (name) => name.replaceAll(/[.,]/gu, ''),
  'the other form of the ending': (name) => {
    const [end = ''] = lastWord.exec(name) ?? [];
    const other = full[end.trim()];
    return other === undefined ? null : name.replace(lastWord, ` ${other}`);
  },
  'without the ending': (name) => name.replace(lastWord, ''),
  'and for &': (name) => (name.includes('&') ? name.replace('&', 'and') : null),
  '& without spaces': (name) => (name.includes(' & ') ? name.replace(' & ', '&') : null),
  'abbreviated trade': (name) => {
    const found = short.find(([word]) => word.test(name));
    return found ? name.replace(found[0], found[1]) : null;
  },
  'two letters exchanged': (name, dice) =>
    mistyped(name, dice, (word, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`),
  'a letter left out': (name, dice) => mistyped(name, dice, (word, at) => word.slice(0, at) + word.slice(at + 1)),
  'a letter twice': (name, dice) => mistyped(name, dice, (word, at) => word.slice(0, at) + word[at] + word.slice(at)),
  'another letter': (name, dice) =>
    mistyped(name, dice, (word, at) => `${word.slice(0, at)}${dice.pick([...'aeioustrn'])}${word.slice(at + 1)}`),
  'The in front': (name) => (/^\d/u.test(name) ? null : `The ${name}`),
  'the city behind': (name, dice) => `${name}, ${dice.pick(['Sudbury', 'North Bay', 'Toronto, ON', 'Ottawa ON'])}`,
  'the city in brackets': (name, dice) => `${name} (${dice.pick(['Sudbury', 'Ottawa', 'Barrie'])})`,
  'a trading name behind': (name, dice) =>
    `${name} ${dice.pick(['o/a', 'operating as', 'dba', 'O/A', 'c.o.b. as'])} ${inventedFamily(dice)} ${dice.pick(trades)}`,
  'a division of it': (name, dice) => `${inventedFamily(dice)} ${dice.pick(trades)}, a division of ${name}`,
  'a former name behind': (name, dice) => `${name} (formerly ${inventedFamily(dice)} ${dice.pick(trades)} ${dice.pick(endings)})`,
  'wide spaces': (name) => `  ${name.replaceAll(' ', ' \u00a0')} `,
  'other hyphens and quotes': (name) => (/['-]/u.test(name) ? name.replaceAll('-', '\u2011').replaceAll("'", '\u2019') : null),
  'initials with or without dots': (name) => {
    if (/^(?:[A-Z]\.)+ /u.test(name)) return name.replace(/^\S+/u, (dotted) => dotted.replaceAll('.', ''));
    return /^[A-Z]{3} /u.test(name) ? name.replace(/^[A-Z]{3}/u, (word) => [...word].join('.')) : null;
  },
  'initials apart': (name) =>
    /^(?:[A-Z]\.)+ /u.test(name) ? name.replace(/^\S+/u, (dotted) => [...dotted.replaceAll('.', '')].join(' ')) : null,
  'trade in front': (name) => {
    const [, first, second] = /^(Construction|Pavage|Toitures|Excavation) (\S+) /u.exec(name) ?? [];
    return first && second ? name.replace(`${first} ${second}`, `${second} ${first}`) : null;
  },
  'two words written together': (name) =>
    /^[A-Z][a-z]+ (?:Hill|Creek|Gate|Stone|Lake|Point) /u.test(name)
      ? name.replace(' ', '').replace(/^(.)(.*?) /u, (all) => all[0] + all.slice(1).toLowerCase())
      : null,
  'Mac for Mc': (name) => (/^Ma?c[A-Z]/u.test(name) ? (name.startsWith('Mac') ? `Mc${name.slice(3)}` : `Mac${name.slice(2)}`) : null),
  'Mc apart': (name) => (/^Mc[A-Z]/u.test(name) ? `Mc ${name.slice(2)}` : null),
  'Saint and St': (name) =>
    /^(?:St\.|Saint-)/u.test(name) ? (name.startsWith('St.') ? name.replace(/^St\. ?/u, 'Saint ') : name.replace(/^Saint-/u, 'St ')) : null,
};

function mistyped(name: string, dice: Dice, spoil: (word: string, at: number) => string): string | null {
  const words = name.split(' ');
  const [first = ''] = words;
  if (!/^[A-Z][a-z]{5,}$/u.test(first)) return null;
  words[0] = spoil(first, 1 + dice.below(first.length - 3));
  return words[0] === first ? null : words.join(' ');
}

/** `count` messy names, each rule equally often. */
export function messyNames(firms: readonly ListedFirm[], each: number, dice: Dice): readonly MessyName[] {
  return Object.entries(spoilers).flatMap(([rule, spoil]) => {
    const names: MessyName[] = [];
    for (let tries = 0; names.length < each && tries < 4_000; tries += 1) {
      const firm = dice.pick(firms);
      const typed = spoil(firm.legalName, dice);
      if (typed !== null && typed !== undefined) names.push({ typed, meant: firm.legalName, rule });
    }
    return names;
  });
}

/** Names that no firm on record has: another family name, another ending, a wrong digit, an extra word. */
export function namesOfNobody(firms: readonly ListedFirm[], count: number, dice: Dice): readonly string[] {
  const taken = new Set(firms.map(({ legalName }) => bareWithEnding(legalName)));
  const names: string[] = [];
  while (names.length < count) {
    const { legalName } = dice.pick(firms);
    const made = dice.pick([
      () => `${inventedFamily(dice)}${dice.pick(['o', 'y'])} ${dice.pick(trades)} ${dice.pick(endings)}`,
      () => legalName.replace(lastWord, ` ${dice.pick(['Ltd.', 'Inc.', 'Corp.', 'Ltée', 'ULC'])}`),
      () => legalName.replace(/\d/u, (digit) => String((Number(digit) % 9) + 1)),
      () => legalName.replace(lastWord, (end) => ` ${dice.pick(['Group', 'North', 'Holdings', '2000'])}${end}`),
      () => `${dice.pick(firms).legalName.split(' ')[0]} ${dice.pick(trades)} ${dice.pick(endings)}`,
    ])();
    if (!taken.has(bareWithEnding(made))) names.push(made);
  }
  return names;
}

const sameEnding: Readonly<Record<string, string>> = { limited: 'ltd', incorporated: 'inc', corporation: 'corp' };
const bareWithEnding = (name: string): string =>
  withoutAccents(name)
    .toLowerCase()
    .replaceAll(/limited|incorporated|corporation/gu, (word) => sameEnding[word] ?? word)
    .replaceAll('and', '')
    .replaceAll(/[^a-z0-9]/gu, '');
