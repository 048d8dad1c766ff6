import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.ts';
import { readCell } from '../../src/import/cell-text.ts';
import { type Column, column } from '../../src/import/column.ts';
import { importFiles } from '../../src/import/columns.ts';
import { workbookTables } from '../../src/import/tables.ts';
import { writeTemplate } from '../../src/import/template.ts';
import { line, names, percent, Unreadable } from '../../src/import/values.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { countOf, headers, importContent, importFrom } from '../support/importing.ts';

// What a clerk types in a spreadsheet, row by row, and what becomes of it. Every firm is made up.
let database: FreshDatabase;
let dataSource: DataSource;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mess-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** What becomes of a row, in one word each. */
type Becomes = 'read' | `warning ${string}` | `bad ${string}`;

const doubtful = 'means that there is no value, but is recorded as it stands: leave the cell empty instead';
const entity = 'has the code of a character, such as &amp;, in place of the character: type the character';
const twice = 'has garbled letters, such as Ã© for é: type them again';
const cut =
  'ends with the code of a character, such as &amp, without its semicolon, which may have separated two values: type the character';
const date = 'looks like a date, perhaps made by a spreadsheet from something else: type what it stands for, or leave it if it is meant';
const truth = 'is a TRUE or FALSE of the spreadsheet: type the value';
const zero = 'is 0, which a formula gives for an empty cell: clear the cell, or type the value';
const noNumber = 'means that there is no value: leave the cell empty';
const twoDays = 'could be more than one day, since the month may come before or after the day: write it YYYY-MM-DD';
const noDay = 'must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD';

const quotes = 'stood in quotation marks, which were left out: type it without them';
const open = 'begins with a quotation mark that is not closed in its cell: put straight quotes (") around the value, or none';
const alone = 'was read as the number alone, without what stands around it: type the number alone';
const length = 'is longer or shorter than the WSIB account numbers of today, which have seven digits';

const organizations: readonly (readonly [row: string, becomes: Becomes])[] = [
  ['M1;BÃ©langerot MaÃ§onnerie Ltd', `warning legal_name ${twice}`],
  ['M2;"Black &amp; Tannerson Ltd."', `warning legal_name ${entity}`],
  ['M3;N/A', `warning legal_name ${doubtful}`],
  ['M4;Placeholder Paving Ltd.;-;;;', `warning operating_name ${doubtful}`],
  ['M5;Béton Bélair Ltée', 'read'],
  ['M6;Zero\u200Bwide Masonry Inc.;;;;Sampleton;;;', 'read'],
  [';;;;;', 'read'],
  ['M7', 'bad legal_name must not be empty'],
  ['M8;Named Ltd.;;;;;;stray', 'bad  has a value in a column without a name: name the column, or clear the value'],
  ['M9;Ghostline Paving Ltd.;;;123 456-782RT0001', 'read'],
  // Bytes 80 to 9F of Windows-1252: the capitals É and Ç, the curly apostrophe, the dash, Œ; and a text decoded wrongly two times.
  ...['Ã‰quipement', 'Lâ€™Ã‰rable', 'Noâ€“dash', 'Ã‡a', 'Å’uvre', 'BÃƒÂ©ton'].map(
    (name, at) => [`T${at};${name} Ltd.`, `warning legal_name ${twice}`] as const,
  ),
  ['M10;L’Érable – Œuvre Ltée', 'read'],
  // A text formula is its text; quotes around a whole value go, those inside a name and a leading apostrophe of a name stay.
  ['="Q1";="Formula Ltd."', 'read'],
  ['Q2;“Curly Ltd.”', `warning legal_name ${quotes}`],
  ['Q3;« Guillemets Ltée »', `warning legal_name ${quotes}`],
  // A semicolon that ended the code of a character separated two values: all that follows stands one column too far.
  ['E1;L&apos;Oasis', `bad legal_name ${cut}`],
  ['E2;R&eacute;sidence', `bad legal_name ${cut}`],
  ['E3;Smith &Sons;AT&T', 'read'],
  ['E6;Black &amp Tannerson Ltd.', `warning legal_name ${entity}`],
  ['E4;Truth Ltd.;;;;FALSE', `warning city ${truth}`],
  ['E5;VRAI', `warning legal_name ${truth}`],
  // A spreadsheet makes a date of 5-3 or 12/25, and saves it as text in a CSV file. The last three begin like one.
  ...['05-Mar-26', '2026-03-05 00:00:00', '3/5/26', 'March 5, 2026'].map(
    (name, at) => [`D${at};${name}`, `warning legal_name ${date}`] as const,
  ),
  ['D8;Twelve Ltd.;2026-12-25;;;', `warning operating_name ${date}`],
  ...['1093847 Ontario Ltd.', '407 Paving', 'Mars 5 Ltée'].map((name, at) => [`DN${at};${name}`, 'read'] as const),
  ['E7;Zero Ltd.;0;;;', `warning operating_name ${zero}`],
  // Polish and Czech letters of Windows-1250, read as Windows-1252; French ones, and a footnote.
  ...['Zieliñski & W³odarz', '£ukasz Roofing', 'Wiœniewski', 'S¹decka'].map(
    (name, at) => [`S${at};${name} Ltd.`, `warning legal_name ${twice}`] as const,
  ),
  ['S9;Cœur de chœur et bœuf Ltée;£500 Club¹;;;m³', 'read'],
  ['Q4;“Split', `bad legal_name ${open}`],
  ['Q5;="Split', `bad legal_name ${open}`],
  ['Q6;Cedar “The Fence” Ltd.;’T Hof', 'read'],
  ['Q7;“One” and “Two” Ltd.', 'read'],
  ["Q8;'1093847 Ontario Inc.;;;１２３４５６７８２", 'read'],
  [
    'Q9;B?ton Ltd.',
    'warning legal_name has a question mark inside a word, where a letter may have been lost when the file was saved: type the letter',
  ],
];

const accounts: readonly (readonly [row: string, becomes: Becomes])[] = [
  ...[
    ...['None', 'N/A', 'NULL', 'TBD', 'PENDING', 'EXEMPT', 'unknown', 'TBD1', 'PENDING-2026', 'NONE1', '0000000', '0000'],
    ...['en attente 2026', 'en cours 2026', 'pas encore 1', 'voir note 2', 'idem 9000', 'compte 1', 'ligne 12', 'same 9000', 'new 2026'],
    ...['néant1', 'à venir 2026', 'S/O 1'],
  ].map((word, at) => [`P${at},M5,${word}`, `bad wsib_account ${noNumber}`] as const),
  ['A1,M5,7200001\u00A0', 'read'],
  ['A0,M5,0720003', 'read'],
  ['A2,M5,720\u20110002', 'read'],
  ['A3,M5,#N/A', 'bad wsib_account is a spreadsheet error such as #N/A: correct the formula, or type the value'],
  ...["'7200011", '７２０００１２', '"=""7200013"""', '="7200014"'].map((written, at) => [`B${at},M5,${written}`, 'read'] as const),
  ...['7200021.0', 'WSIB 7200022', '"7,200,023"', '(7200024)', 'nº 7200025'].map(
    (written, at) => [`C${at},M5,${written}`, `warning wsib_account ${alone}`] as const,
  ),
  ['A5,M5,7200031 7200032', 'bad wsib_account holds several numbers: an account has one'],
  ['A6,M5,416-555-0100', `warning wsib_account ${length}`],
  ["A7,M5,'-7200033", 'bad wsib_account has a minus sign: type the number without it'],
  ['A4,M5,7.2E+06', 'bad wsib_account is a number that has lost digits in the spreadsheet: format the cell as text and type it again'],
];

const registrations: readonly (readonly [row: string, becomes: Becomes])[] = [
  ...[
    '2026/03/05',
    '2026-3-5',
    '05-Mar-26',
    '5 mars 2026',
    'March 5, 2026',
    '2026-03-05 00:00:00',
    '2026-03-05T00:00:00.000Z',
    '20260305',
    'jeudi 5 mars 2026',
    'Thursday, March 5, 2026',
    '1ᵉʳ mars 2026',
    '2026-mars-05',
    '2026\u201303\u201305',
    '2026-03-05 12:00:00 AM',
    '2026-03-05 00 h 00',
    'le 5 mars 2026',
    'le jeudi 5 mars 2026',
    '1 fév. 2024',
    '1 er mars 2024',
    '1er févr. 2024',
    '5 juill. 2024',
    '5 aoû 2024',
    'the 5th of March, 2026',
    '="2026-03-05"',
    '２０２６-０３-０５',
  ].map((day, at) => [`R${at}\tA1\t${day}`, 'read'] as const),
  ['D1\tA1\t03/05/26', `bad confirmed_on ${twoDays}`],
  ['D2\tA1\t03/05/2026', `bad confirmed_on ${twoDays}`],
  ['D3\tA1\t25/03/2026', 'read'],
  ['D4\tA1\t2026-02-30', `bad confirmed_on ${noDay}`],
  ...['2026 03 05', '2026-3-', '1 fog 2024', '5 jui 2024'].map(
    (day, at) => [`F${at}\tA1\t${day}`, 'bad confirmed_on is not in a form of a day that can be read: write it YYYY-MM-DD'] as const,
  ),
  ['D5\tA1\t46086', 'bad confirmed_on is a plain number, perhaps a spreadsheet’s number for a day: write the day YYYY-MM-DD'],
  ['D7\tA1\tmar. 5 mars 2026', 'bad confirmed_on names the wrong day of the week for its date: write it YYYY-MM-DD'],
  ['D6\tA1\t2026-03-05 14:30', 'bad confirmed_on has a time of day: write the day alone, as YYYY-MM-DD'],
];

/** The report lines expected of the rows, the first row on line 2. */
const expected = (file: string, rows: readonly (readonly [string, Becomes])[]): readonly string[] =>
  rows.flatMap(([, becomes], at) => {
    const [, severity, column, reason] = /^(warning|bad) (\S*) (.*)$/.exec(becomes) ?? [];
    return severity ? [`${severity === 'bad' ? 'error' : severity} ${file}:${at + 2} ${column}: ${reason}`] : [];
  });

const messy = {
  'Organizations.csv': Buffer.from(
    ['sep=;', 'Organization;Legal Name;operating name;former-names;Business Number;CITY;;', ...organizations.map(([row]) => row)].join(
      '\r\n',
    ),
  ),
  'accounts.csv': Buffer.from(`\uFEFF${[headers.accounts, ...accounts.map(([row]) => row)].join('\r\n')}`, 'utf16le'),
  'registrations.txt': [headers.registrations.replaceAll(',', '\t'), ...registrations.map(([row]) => row)],
};

describe('a cell', () => {
  const percentage: Column = column('overall', percent, { type: 'numeric(5, 2)' });
  const name: Column = column('legal_name', line(300));

  // scores are kept as given, so nobody guesses whether 0.85 is 85 %.
  test.each(['0.85', '0,85', '1', '1.00', '.85', '0,8478', '0.01'])('with the percentage %s is bad, since it may be a fraction', (text) => {
    const fraction =
      'may be a fraction, as a spreadsheet stores a percentage: type 85 for 85 %, or the sign too, as in 0.85 %, if that is meant';
    expect(readCell(percentage, text).value).toEqual(new Unreadable(fraction));
  });

  test.each([
    ['0', '0'],
    ['0.85 %', '0.85'],
    ['1%', '1'],
    ['1.01', '1.01'],
    ['85\u202F%', '85'],
  ])('with the percentage %j is read', (text, percentage_) => {
    expect(readCell(percentage, text)).toEqual({ value: percentage_, warnings: [] });
  });

  test.each([
    ...['#NOM?', '#VALEUR!', '#NOMBRE!', '#NUL!', '#DIV/0 !', '#REF\u00A0!', '#N/D', '#EPARS!', '#CHAMP!', '#CALC !', '#BLOQUÉ!'],
    ...['#NAME?', '#VALUE!', '#NUM!', '#NULL!', '#DIV/0!', '#REF!', '#N/A', '#SPILL!', '#FIELD!', '#GETTING_DATA', '#BUSY!'],
    ...['Err:502', 'Err :508', 'Erreur :504', '#ERROR!', '#####'],
  ])('with the error %s of a spreadsheet is bad', (text) => {
    const error = 'is a spreadsheet error such as #N/A: correct the formula, or type the value';
    expect(readCell(name, text).value).toEqual(new Unreadable(error));
  });

  test.each(['#1 Roofing Ltd.', 'Errol 502 Ltd.', '# 7 Paving!'])('with the name %s is read', (text) => {
    expect(readCell(name, text)).toEqual({ value: text, warnings: [] });
  });

  test('with several names is bad if a semicolon ended the code of a character in one', () => {
    const several: Column = column('former_names', names(50, 300), { type: 'text[]' });
    expect(readCell(several, 'R&eacute;sidence Ltd.;Other Ltd.').value).toEqual(new Unreadable(`has a name that ${cut}`));
  });
});

describe('a clerk’s files', () => {
  test('are imported or refused row by row', async () => {
    const { lines } = await importContent(dataSource, messy, { dryRun: true });
    // `sep=;` takes a line of its own.
    const moved = expected('Organizations.csv', organizations).map((line) => line.replace(/:(\d+) /, (_, at) => `:${Number(at) + 1} `));
    expect(lines).toEqual([...moved, ...expected('accounts.csv', accounts), ...expected('registrations.txt', registrations)]);
  });

  test('in Windows-1252 are read as such', async () => {
    const text = Buffer.from(`${headers.organizations}\nO,B\xE9ton B\xE9lair Lt\xE9e \x96 Qu\xE9bec,,,,\n`, 'latin1');
    await importContent(dataSource, { 'organizations.csv': text });
    const [row]: { legal_name: string }[] = await dataSource.query(`select legal_name from organization where reference = 'O'`);
    expect(row?.legal_name).toBe('Béton Bélair Ltée – Québec');
  });

  test.each([
    ['the Macintosh', 'B\x8Eton B\x8Elair Lt\x8Ee'],
    ['the Macintosh, with one accent', 'B\x8Eton'],
    ['the Macintosh, in capitals', 'LTE\x83 \x83QUIPEMENT'],
    ['MS-DOS', 'B\x82ton B\x82lair, \x90rable'],
  ])('with accents of %s are refused, and the advice says how to save', async (_, name) => {
    const content = { 'organizations.csv': Buffer.from(`organization,legal_name\rO,"${name}"\r`, 'latin1') };
    await expect(importContent(dataSource, content, { dryRun: true })).rejects.toThrow(
      'has accents as the Macintosh or MS-DOS wrote them: save it anew as “CSV UTF-8”',
    );
  });

  test('with accents of both kinds are read as the majority says, and the odd ones out are named', async () => {
    const latin = (text: string) => Buffer.from(text, 'latin1');
    const windows = Buffer.concat([
      latin(`${headers.organizations}\nW1,B\xE9ton,,,,\nW2,Ch\xE2teau,,,,\n`),
      Buffer.from('W3,Bélangerot,,,,\n'),
    ]);
    const { lines } = await importContent(dataSource, { 'organizations.csv': windows }, { dryRun: true });
    expect(lines).toEqual([`warning organizations.csv:4 legal_name: ${twice}`]);
    const utf8 = Buffer.concat([Buffer.from(`${headers.organizations}\nU1,Béton,,,,\n`), latin('U2,Caf\xE9,,,,\n')]);
    const mostly = await importContent(dataSource, { 'organizations.csv': utf8 }, { dryRun: true });
    expect(mostly.lines).toEqual([expect.stringMatching(/^error organizations\.csv:3 legal_name: has a character that could not be read/)]);
  });

  test.each([',', ';', '\t'])('with titles above the names of the columns say where those are, separated by %j', async (separator) => {
    const header = headers.organizations.replaceAll(',', separator);
    const content = {
      'organizations.csv': ['List of firms 2026, IHSA', '', `city${separator}Toronto`, header, `O${separator}Titled Ltd.`],
    };
    const { lines } = await importContent(dataSource, content, { dryRun: true });
    expect(lines).toEqual(['error organizations.csv:1 : the names of the columns are in row 4: delete the rows above it']);
  });

  test('that a spreadsheet opened in the wrong encoding and saved again are read as they were', async () => {
    const saved = (text: string) => Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(text), { stream: true }));
    const content = saved('\uFEFForganization,legal_name\nTW,“L’Érable” – Béton Ltée\n');
    expect((await importContent(dataSource, { 'organizations.csv': content })).lines).toEqual([]);
    const [row] = await dataSource.query(`select legal_name from organization where reference = 'TW'`);
    expect(row).toEqual({ legal_name: '“L’Érable” – Béton Ltée' });
  });

  test.each([
    ['with another separator', ['organization|legal name|city', 'O|Piped Ltd.|Ottawa']],
    ['below a title', ['Firms', 'organization|legal name|city']],
    ['in quotes as a whole', ['"organization,legal name,city"', '"O,Quoted Ltd.,Ottawa"']],
  ])('whose first row is one cell %s say which separators are read', async (_, lines) => {
    const { lines: told } = await importContent(dataSource, { 'organizations.csv': lines }, { dryRun: true });
    expect(told).toEqual([
      expect.stringMatching(
        /^error organizations\.csv:[12] : the names of the columns are in one cell: separate values with commas, semicolons or tabs, /,
      ),
    ]);
  });

  test('have accounts with a letter for a digit, which get a warning, and some that are no numbers, which are bad', async () => {
    const letter = 'has a letter, and the WSIB account numbers of today have digits only: O may stand for 0, and I for 1';
    const minus = 'has a minus sign: type the number without it';
    const day = 'looks like a day, perhaps made by a spreadsheet of a number: type the number again';
    const form =
      'is too short, or of another form than this registry takes, for a WSIB account number: type it again, or leave the cell empty';
    const twin = 'the same WSIB account as on line 12 if O stands for 0, and I or L for 1: type the digits, or leave this row out';
    const rows: readonly (readonly [string, Becomes])[] = [
      ['L1,M5,72O0012', `warning wsib_account ${letter}`],
      ['L2,M5,none1', `bad wsib_account ${noNumber}`],
      ['L3,M5,NUL0', `bad wsib_account ${noNumber}`],
      ['L4,M5,-8500007', `bad wsib_account ${minus}`],
      ['L5,M5,8500008-', `bad wsib_account ${minus}`],
      ['L6,M5,2026-03-05', `bad wsib_account ${day}`],
      ['L7,M5,03-05-2026', `bad wsib_account ${day}`],
      ['L8,M5,0', `bad wsib_account ${noNumber}`],
      ['L10,M5,123', `bad wsib_account ${form}`],
      ['L11,M5,TBD7200013', `warning wsib_account ${letter}`],
      ['L9,M5,850-0009', 'read'],
      ['L12,M5,85OOOO9', `bad wsib_account ${twin}`],
      ['L13,M5,85000O9', `bad wsib_account ${twin}`],
    ];
    const withLetter = (line: string) => (line.includes(twin) ? [line, line.replace('error', 'warning').replace(twin, letter)] : [line]);
    const { lines } = await importContent(
      dataSource,
      {
        'organizations.csv': ['organization,legal_name,business_number', 'M5,Béton Bélair Ltée,', 'M6,Minus Ltd.,-123456782'],
        'accounts.csv': [headers.accounts, ...rows.map(([row]) => row)],
      },
      { dryRun: true },
    );
    expect(lines).toEqual([`error organizations.csv:3 business_number: ${minus}`, ...expected('accounts.csv', rows).flatMap(withLetter)]);
  });

  test('that differ only in invisible characters are bad rows, within the file and against the registry', async () => {
    const rows = ['T-1,Twin Paving Ltd.', 'T\u20111\u200B,Twin Paving Ltd.'];
    const { lines } = await importContent(dataSource, { 'organizations.csv': ['organization,legal_name', ...rows] }, { dryRun: true });
    expect(lines).toEqual([
      'error organizations.csv:2 organization: the same organization as on line 3',
      'error organizations.csv:3 organization: the same organization as on line 2',
    ]);
    await dataSource.query(`insert into organization (reference, legal_name) values (E'OLD\\u200B-1', 'Old Ltd.')`);
    const later = await importContent(dataSource, { 'organizations.csv': ['organization,legal_name', 'OLD-1,Old Ltd.'] }, { dryRun: true });
    expect(later.lines).toEqual([
      'error organizations.csv:2 organization: looks like one that the registry holds with other hyphens or spaces, or with invisible characters',
    ]);
  });

  test('get a warning if their numbers lost leading zeros since the last import', async () => {
    const first = {
      'organizations.csv': ['organization,legal_name', '007,Zero Ltd.'],
      'accounts.csv': [headers.accounts, 'Z,007,0012345'],
    };
    expect((await importContent(dataSource, first)).kept).toBe(true);
    const again = {
      'organizations.csv': ['organization,legal_name', '7,Zero Ltd.'],
      'accounts.csv': [headers.accounts, 'Z,007,12345', 'Y,7,OO12345'],
    };
    const lost = 'the registry holds this number with leading zeros; a spreadsheet may have taken them away';
    expect((await importContent(dataSource, again, { dryRun: true })).lines).toEqual([
      `warning organizations.csv:2 organization: ${lost}`,
      `warning accounts.csv:2 wsib_account: ${length}`,
      `warning accounts.csv:2 wsib_account: ${lost}`,
      'error accounts.csv:3 wsib_account: is the WSIB account of another account in the registry if O stands for 0, and I or L for 1: type the digits, or leave this row out',
      expect.stringMatching(/^warning accounts\.csv:3 wsib_account: has a letter/),
    ]);
  });
});

test('an account that was recorded with its label stays so where it is written so, and is corrected by the number alone', async () => {
  const organizations = ['organization,legal_name', 'LABEL,Label Ltd.'];
  const account = (number: string) => ({ 'organizations.csv': organizations, 'accounts.csv': [headers.accounts, `LABEL,LABEL,${number}`] });
  await importContent(dataSource, account('7200051'));
  await dataSource.query(`update account set wsib_account = 'WSIB7200051' where reference = 'LABEL'`);
  const accounts = async (number: string) => {
    const { files, lines } = await importContent(dataSource, account(number));
    return [files.find(({ file }) => file === 'accounts.csv')?.changed, ...lines];
  };
  const asHeld = 'was read as the registry holds it, with what stands around the number: correct the account to record the number alone';
  expect(await accounts('WSIB7200051')).toEqual([0, `warning accounts.csv:2 wsib_account: ${asHeld}`]);
  expect(await accounts('WSIB 7200052')).toEqual([1, `warning accounts.csv:2 wsib_account: ${alone}`]);
  await dataSource.query(`update account set wsib_account = 'WSIB7200051' where reference = 'LABEL'`);
  expect(await accounts('7200051')).toEqual([1]);
});

test('columns that are left out leave the recorded values unchanged', async () => {
  const row = 'L,Left Out Ltd.,Left,Was Left;Semi\\;colon,123456782,Ottawa';
  await importContent(dataSource, { 'organizations.csv': [headers.organizations, row] });
  const { files } = await importContent(dataSource, { 'organizations.csv': ['organization,legal_name', 'L,Left Out Ltd.'] });
  expect(files).toMatchObject([{ added: 0, changed: 0 }]);
  const [held] = await dataSource.query(`select former_names, city from organization where reference = 'L'`);
  expect(held).toEqual({ former_names: ['Was Left', 'Semi;colon'], city: 'Ottawa' });
});

test('the workbook of bad rows says what to correct, and can be imported once corrected', async () => {
  const report = join(folder, 'bad-rows.xlsx');
  const content = { 'organizations.csv': ['organization,legal_name,city', 'G,Good Ltd.,', 'W,,0042', '=B,"two, names",'] };
  expect(await importContent(dataSource, content, { report, dryRun: true })).toMatchObject({ badRows: 1, report });
  const tables = await workbookTables(report);
  const read = [];
  for (const table of tables) for await (const row of table.rows()) read.push('values' in row ? [table.sheet, ...row.values] : []);
  expect(read).toEqual([
    ['organizations', 'organization', 'legal_name', 'city', 'what_to_mend', 'line'],
    ['organizations', 'W', '', '0042', 'legal_name: must not be empty', '3'],
    ['report', 'file', 'line', 'column', 'severity', 'clause', 'reason'],
    ['report', 'organizations.csv', '3', 'legal_name', 'error', '', 'must not be empty'],
  ]);
  const before = await countOf(dataSource, 'organization');
  expect(await importFrom(dataSource, report)).toMatchObject({ kept: false, badRows: 1 });
  expect(await countOf(dataSource, 'organization')).toBe(before);
});

test('the workbook for bad headers has the report only', async () => {
  const report = join(folder, 'bad-rows.xlsx');
  await importContent(dataSource, { 'organizations.csv': ['organization,name', 'G,Good Ltd.'] }, { report });
  expect((await workbookTables(report)).map(({ sheet }) => sheet)).toEqual(['report']);
});

test('the template has a sheet for each file, and importing it records nothing', async () => {
  const path = join(folder, 'template.xlsx');
  const files = importFiles({ wsibAccountForm: /^\d+$/ });
  await writeTemplate(path, files);
  expect(existsSync(path) && readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  expect(await importFrom(dataSource, path)).toMatchObject({ kept: true, badRows: 0, files: files.map(() => ({ rows: 0 })) });
});
