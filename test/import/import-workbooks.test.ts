import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ZipFile } from 'yazl';
import { createDataSource } from '../../src/database/data-source.ts';
import type { Row } from '../../src/import/row.ts';
import { workbookTables } from '../../src/import/tables.ts';
import { partsOf } from '../../src/import/xlsx/archive.ts';
import { writeWorkbook as writeText } from '../../src/import/xlsx/write-workbook.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { headers, importContent, importFrom } from '../support/importing.ts';
import { until } from '../support/until.ts';

// The same sheets as five programs write them: days as cells in both date systems and in ISO form, a WSIB account shown as 0012345 that
// contains 12345, a percentage, a tick, a sheet of notes. Every firm in them is made up.
const workbooks = ['libreoffice-7.4', 'exceljs', 'exceljs-1904', 'write-excel-file', 'sheetjs-iso-dates'];
const pathOf = (name: string) => new URL(`../fixtures/workbooks/${name}.xlsx`, import.meta.url).pathname;

let folder: string;
let database: FreshDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbooks-'));
});

const dryRun = (path: string) => importFrom(dataSource, path, { dryRun: true });

describe.each(workbooks)('a workbook written by %s', (name) => {
  test('is imported, each sheet as a file', async () => {
    const { files, lines } = await dryRun(pathOf(name));
    expect(files.map(({ file, rows, bad }) => [file.replace(`${name}.xlsx, sheet `, ''), rows, bad])).toEqual([
      ['Organizations', 2, 0],
      ['Accounts', 2, 0],
      ['Registrations', 2, 0],
      ['Audits', 1, 0],
      ['Certificates', 1, 0],
      ['Spot checks', 1, 0],
    ]);
    expect(lines.filter((line) => line.includes('wsib_account'))).toEqual([
      `warning ${name}.xlsx, sheet Accounts:2 wsib_account: shows zeros or letters that are not in the cell, and was read as shown: format the cell as text and type them`,
    ]);
  });

  test('is read as it looks to a person', async () => {
    const tables = await workbookTables(pathOf(name));
    const rows = async (sheet: string) => {
      const read = [];
      for await (const row of tables.find((table) => table.sheet === sheet)?.rows() ?? []) if ('values' in row) read.push(row.values);
      return read.slice(1);
    };
    expect(await rows('Organizations')).toContainEqual([
      'O-1',
      'Bâtisseurs Exemple inc.',
      '',
      'Exemple & Fils;Old Exemple',
      '123456782RT0001',
      'Ottawa',
    ]);
    expect(await rows('Accounts')).toEqual([
      ['A-1', 'O-1', '0012345'],
      ['A-2', 'O-2', '7200002'],
    ]);
    expect((await rows('Registrations')).map(([, , day]) => day?.slice(0, 10))).toEqual(['2025-01-06', '2026-03-05']);
    expect((await rows('Spot checks'))[0]?.[3]).toBe('yes');
    expect((await rows('Audits'))[0]?.slice(-2)).toEqual(['85.5%', '100']);
  });
});

/** A workbook of one sheet with this XML. */
async function writeWorkbook(path: string, sheet: string, extra: Readonly<Record<string, string>> = {}): Promise<string> {
  const zip = new ZipFile();
  const parts = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...extra,
  };
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  writeFileSync(path, Buffer.concat(chunks));
  return path;
}

async function rowsIn(path: string): Promise<string> {
  const rows: Row[] = [];
  for (const table of await workbookTables(path)) for await (const row of table.rows()) rows.push(row);
  return JSON.stringify(rows);
}

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const rowOf = (...cells: readonly string[]) => `<row>${cells.join('')}</row>`;
const sheetOf = (...rows: readonly string[]) => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
const organizations = rowOf(...headers.organizations.split(',').map(cell));

describe('a file with a misleading name', () => {
  test('is read by its content: a workbook named .csv, and text named .xlsx', async () => {
    await writeWorkbook(join(folder, 'organizations.csv'), sheetOf(organizations, rowOf(cell('O'), cell('Synthetic Ltd.'))));
    writeFileSync(join(folder, 'accounts.xlsx'), `${headers.accounts}\nA,O,1000001\n`);
    expect(await dryRun(folder)).toMatchObject({ badRows: 0, files: [{ rows: 1 }, { rows: 1 }] });
  });

  test('is refused if only a workbook could have that name, or if it is a folder', async () => {
    writeFileSync(join(folder, 'firms.xlsx'), '');
    await expect(dryRun(folder)).rejects.toThrow('firms.xlsx is empty, so it is not a workbook: save it again');
    writeFileSync(join(folder, 'firms.xlsx'), headers.accounts);
    await expect(dryRun(folder)).rejects.toThrow(
      'firms.xlsx is text, not a workbook: give it the name of its file, such as organizations.csv',
    );
    rmSync(join(folder, 'firms.xlsx'));
    mkdirSync(join(folder, 'accounts.csv'));
    await expect(dryRun(folder)).rejects.toThrow('accounts.csv is a folder with the name of a file: rename it, or take it out.');
    rmSync(join(folder, 'accounts.csv'), { recursive: true });
    symlinkSync('nowhere', join(folder, 'accounts.csv'));
    await expect(dryRun(folder)).rejects.toThrow('accounts.csv is not a file that can be read: rename it, or take it out.');
  });

  test('is refused with its real type', async () => {
    const container = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const kinds: readonly (readonly [Buffer | string, string])[] = [
      [container, 'is a workbook of the old kind (.xls): open it in a spreadsheet program and save it'],
      [Buffer.from('0900040002001000', 'hex'), 'is a workbook of the old kind (.xls): '],
      [Buffer.concat([container, Buffer.alloc(70_001), Buffer.from('EncryptedPackage', 'utf16le')]), 'has a password: open it in a'],
      ['%PDF-1.7', 'is a PDF file: import the workbook'],
      [
        '\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>account</td></tr></table>',
        'is a web page or an XML file, whatever its',
      ],
      [
        Buffer.from('\uFEFF<table><tr><td>account</td></tr></table>', 'utf16le'),
        'is a web page or an XML file, whatever its name says: open it',
      ],
      ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', 'is a web page or'],
      ['MIME-Version: 1.0\nContent-Type: multipart/related', 'is a web page or'],
      [Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'is written in UTF-32: save it as CSV in UTF-8'],
      [Buffer.from([0, 0, 0, 0x61, 0, 0, 0, 0x63]), 'is written in UTF-32'],
    ];
    for (const [bytes, reason] of kinds) {
      writeFileSync(join(folder, 'accounts.xls'), bytes);
      await expect(dryRun(folder)).rejects.toThrow(`accounts.xls ${reason}`);
    }
    rmSync(join(folder, 'accounts.xls'));
    await writeWorkbook(join(folder, 'accounts.xlsx'), '', { 'xl/workbook.xml': '', 'content.xml': '', 'word/document.xml': '' });
    await expect(dryRun(folder)).rejects.toThrow('is an OpenDocument file');
  });
});

describe('a harmful or broken workbook', () => {
  test.each([
    ['a sheet that nobody knows', sheetOf(rowOf(cell('x'))), 'registry.xlsx, sheet Sheet1, which is not part of the format'],
    ['a row beyond the last', '<worksheet><sheetData><row r="1048577"/>', 'has a sheet of more than 1048576 rows'],
    ['a column beyond the last', sheetOf('<row><c r="ZZZ1"><v>1</v></c></row>'), 'has a sheet of more than 1000 columns'],
    ['entities of its own', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>', 'declares a document type'],
    ['a cell without an end', `<worksheet><sheetData><row><c><v>${'1'.repeat(1_200_000)}`, 'has a cell of more than 1 MB'],
    ['XML that is none', '<worksheet><sheetData></row>', 'is damaged: a part of it is not XML'],
  ])('%s is refused', async (_, sheet, reason) => {
    await writeWorkbook(join(folder, 'registry.xlsx'), sheet);
    await expect(dryRun(folder)).rejects.toThrow(reason);
  });

  test('is refused if it is cut off', async () => {
    const whole = readFileSync(pathOf('exceljs'));
    writeFileSync(join(folder, 'registry.xlsx'), whole.subarray(0, whole.length - 100));
    await expect(dryRun(folder)).rejects.toThrow('is damaged, or is not a workbook');
  });

  test('is refused for any byte that changed on the way, or is read as it was written', async () => {
    const row = rowOf(cell('O'), cell('Synthetic Ltd.'), '<c t="s"><v>0</v></c>');
    const path = await writeWorkbook(join(folder, 'registry.xlsx'), sheetOf(organizations, row), {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      'xl/sharedStrings.xml': '<sst><si><t>Shared Name</t></si></sst>',
    });
    const whole = readFileSync(path);
    const written = await rowsIn(path);
    expect(written).toContain('"Shared Name"');
    const seen = new Set<string>();
    for (let at = 0; at < whole.length; at += 3) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0x11;
      writeFileSync(path, bytes);
      seen.add(await rowsIn(path).catch((error: unknown) => (error instanceof Error ? error.message : 'no error')));
    }
    seen.delete(written);
    const refusal = /^(registry\.xlsx, sheet \S+ )?(is damaged|is a zip archive, but not|has a part that unpacks|declares a document type)/;
    expect([...seen].filter((each) => !refusal.test(each))).toEqual([]);
    expect([...seen]).toContain('is damaged: get it again from where it came, or save it again');
  });

  test('is refused if a sheet is missing that it names, and read if only its capitals differ', async () => {
    const sheet = sheetOf(organizations, rowOf(cell('O'), cell('Synthetic Ltd.')));
    const relation = (target: string) => ({
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/${target}"/></Relationships>`,
    });
    await writeWorkbook(join(folder, 'organizations.xlsx'), sheet, relation('Sheet1.xml'));
    expect(await dryRun(folder)).toMatchObject({ badRows: 0, files: [{ rows: 1 }] });
    await writeWorkbook(join(folder, 'organizations.xlsx'), sheet, relation('sheet2.xml'));
    await expect(dryRun(folder)).rejects.toThrow('organizations.xlsx is damaged: get it again from where it came');
  });

  test('is refused if a cell refers to a text that is not in it', async () => {
    await writeWorkbook(join(folder, 'organizations.xlsx'), sheetOf(organizations, rowOf(cell('O'), '<c t="s"><v>0</v></c>')));
    await expect(dryRun(folder)).rejects.toThrow('organizations.xlsx, sheet Sheet1 is damaged: get it again from where it came');
  });

  test('is refused if it unpacks to more than it declares', async () => {
    await writeWorkbook(join(folder, 'organizations.xlsx'), sheetOf(organizations, rowOf(cell('O'), cell('S'.repeat(200_000)))));
    const bytes = readFileSync(join(folder, 'organizations.xlsx'));
    const at = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bytes.writeUInt32LE(1000, at + 24);
    writeFileSync(join(folder, 'organizations.xlsx'), bytes);
    await expect(dryRun(folder)).rejects.toThrow();
  });

  test('is refused if its folder also contains the file of one of its sheets', async () => {
    copyFileSync(pathOf('exceljs'), join(folder, 'registry.xlsx'));
    writeFileSync(join(folder, 'accounts.csv'), `${headers.accounts}\n`);
    await expect(dryRun(folder)).rejects.toThrow('There are two of accounts.csv: accounts.csv and registry.xlsx, sheet Accounts');
  });
});

describe('a cell that a spreadsheet has changed', () => {
  const broken = (xml: string) =>
    sheetOf(organizations, rowOf(cell('O'), cell('Synthetic Ltd.'), xml), rowOf(cell('P'), cell('Synthetic Ltd.')));
  test.each([
    ['an error', '<c t="e"><v>#N/A</v></c>', 'is a spreadsheet error such as #N/A: correct the formula, or type the value'],
    [
      'a formula without its result',
      '<c><f>A1</f></c>',
      'is a formula without its result: open the workbook in a spreadsheet program, recalculate it, and save it',
    ],
    [
      'a date among names',
      '<c t="d"><v>2026-03-04</v></c>',
      'is a date, perhaps made by the spreadsheet from something else: format the cell as text and type the value again',
    ],
    ['a tick among names', '<c t="b"><v>0</v></c>', 'is a TRUE or FALSE of the spreadsheet: type the value'],
    [
      'a number that lost digits',
      '<c><v>1.23456789012346E+17</v></c>',
      'is a number that has lost digits in the spreadsheet: format the cell as text and type it again',
    ],
  ])('makes its row bad: %s', async (_, xml, reason) => {
    await writeWorkbook(join(folder, 'organizations.xlsx'), broken(xml));
    const { lines } = await dryRun(folder);
    expect(lines).toEqual([`error organizations.xlsx, sheet Sheet1:2 operating_name: ${reason}`]);
  });

  test('reads the same in a CSV file', async () => {
    const rows = ['O,Synthetic Ltd.,#REF!,,,', 'P,Synthetic Ltd.,1.23E+17,,,'];
    const { lines } = await importContent(dataSource, { 'organizations.csv': [headers.organizations, ...rows] }, { dryRun: true });
    expect(lines).toEqual([
      'error organizations.csv:2 operating_name: is a spreadsheet error such as #N/A: correct the formula, or type the value',
      'error organizations.csv:3 operating_name: is a number that has lost digits in the spreadsheet: format the cell as text and type it again',
    ]);
  });
});

describe('a number that a cell shows with zeros or letters', () => {
  const doubt = 'shows zeros or letters that are not in the cell, and was read as shown: format the cell as text and type them';
  const styles = (code: string) => ({
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  });
  const audits = rowOf(...'audit,account,type,tool,overall'.split(',').map(cell));
  const shownKey = (...cells: readonly string[]) =>
    sheetOf(organizations, rowOf('<c s="1"><v>12345</v></c>', cell('Synthetic Ltd.'), ...cells));

  test.each([
    ['0000000', '0012345'],
    ['[$-1009]0000000', '0012345'],
    ['[Blue]0000000', '0012345'],
    ['0000000;[Red]-0000000;;@', '0012345'],
    ['#0000000_)', '0012345'],
    ['000\\ 000\\ 000', '000 012 345'],
    ['00000&quot;-&quot;00', '00123-45'],
    ['&quot;C-&quot;General', 'C-12345'],
    ['&quot;COR-2026-&quot;0', 'COR-2026-12345'],
    ['00000&quot; (old)&quot;', '12345 (old)'],
  ])('by the format %s is read as shown, with a warning', async (code, key) => {
    const path = await writeWorkbook(join(folder, 'organizations.xlsx'), shownKey(), styles(code));
    expect(await rowsIn(path)).toContain(`"${key}"`);
    expect((await dryRun(folder)).lines).toEqual([`warning organizations.xlsx, sheet Sheet1:2 organization: ${doubt}`]);
  });

  test.each(['General', '0', '0.00', '#,##0', '???0', '_-* 0_-', '[&gt;=1000000]0000000;0', '# ?/?', '[h]', '@', '[$$-1009]0'])(
    'by no means is one whose format is %s',
    async (code) => {
      const path = await writeWorkbook(join(folder, 'organizations.xlsx'), shownKey(), styles(code));
      expect(await rowsIn(path)).toContain('"12345"');
      expect((await dryRun(folder)).lines).toEqual([]);
    },
  );

  test('is the number alone where a number is expected', async () => {
    const score = rowOf(cell('X'), cell('A'), cell('EXTERNAL'), cell('COR'), '<c s="1"><v>85</v></c>');
    await writeWorkbook(join(folder, 'audits.xlsx'), sheetOf(audits, score), styles('00&quot; of 100&quot;'));
    const { lines } = await dryRun(folder);
    expect(lines.filter((line) => line.includes('overall'))).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});

describe('merged cells', () => {
  const reason = 'is merged with another cell: separate the two, and type the value into each cell that it is meant for';
  const merging = (rows: readonly string[], ...areas: readonly string[]) =>
    `<worksheet><sheetData>${rows.join('')}</sheetData><mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells></worksheet>`;
  const firm = (key: string, city = '<c/>') => rowOf(cell(key), cell('Synthetic Ltd.'), '<c/>', '<c/>', '<c/>', city);

  test('make the rows bad in which a value of another cell is shown, and only those', async () => {
    const rows = [
      organizations,
      firm('O2', cell('Ottawa')),
      firm('O3'),
      firm('O4'),
      rowOf(cell('O5'), cell('Synthetic Ltd.'), cell('Cedar'), '<c/>', '<c/>', cell('Kanata')),
      rowOf(),
      firm('O7'),
      firm('O8'),
      rowOf('<c/>'),
      firm('O10', cell('Toronto')),
    ];
    const areas = ['F2:F4', 'C5:E5', 'A6:F6', 'F7:F8', 'F10:G10'];
    await writeWorkbook(join(folder, 'organizations.xlsx'), merging(rows, ...areas));
    const { lines } = await dryRun(folder);
    expect(lines).toEqual(
      ['3 city', '4 city', '5 business_number', '5 former_names'].map((at) => `error organizations.xlsx, sheet Sheet1:${at}: ${reason}`),
    );
  });

  test('leave no second registration without the withdrawal that its row shows, and stay bad in the workbook of bad rows', async () => {
    const header = rowOf(...headers.registrations.split(',').map(cell));
    const registration = (key: string, withdrawn: string) => rowOf(cell(key), cell('A'), cell('2026-01-05'), withdrawn);
    const sheet = merging([header, registration('R1', cell('2026-06-01')), registration('R2', '<c/>')], 'D2:D3');
    await writeWorkbook(join(folder, 'registrations.xlsx'), sheet.replaceAll(/(<\/?)(?=\w)/g, '$1x:'));
    const report = join(folder, 'import-report-bad.xlsx');
    const { problems } = await importFrom(dataSource, folder, { dryRun: true, report });
    expect(problems).toContainEqual(expect.objectContaining({ column: 'withdrawn_on', lines: [3], reason }));
    expect((await dryRun(report)).problems).toContainEqual(
      expect.objectContaining({ column: 'withdrawn_on', lines: [3], reason: expect.stringContaining('is a spreadsheet error') }),
    );
  });
});

describe('the workbook of bad rows', () => {
  const named = (text: string, ...cells: readonly string[]) => rowOf(cell(text), cell('Synthetic Ltd.'), ...cells);
  const badOrganizations = sheetOf(
    organizations,
    named('ERROR', '<c t="e"><v>#REF!</v></c>'),
    named('FORMULA', '<c><f>A1</f></c>'),
    named('TEXT FORMULA', '<c t="str"><f>A1</f></c>'),
    named('EMPTY RESULT', '<c t="str"><f>A1</f><v></v></c>'),
    named('ISO DATE', '<c t="d"><v>2026-03-04T00:00:00</v></c>'),
    named('OLD DATE', '<c t="d"><v>1900-01-05</v></c>'),
    named('DATE AND TIME', '<c t="d"><v>2026-03-04T14:30:00</v></c>'),
    named('TICK', '<c t="b"><v>1</v></c>'),
    named('DIGITS LOST', '<c><v>1.23456789012346E+17</v></c>'),
    named('RAGGED', '<c/>', '<c/>', '<c/>', cell('Ottawa'), '<c/>', cell('stray'), cell('more')),
    named('CONTROL', cell('_x0007_')),
    rowOf('<c t="d"><v>2026-03-04</v></c>', cell('Key Ltd.')),
    rowOf(cell('NO NAME'), '<c t="e"><v>#N/A</v></c>'),
    named('UNDERSCORES', cell('_x005F_x0041_'), '<c/>', cell('1')),
  );
  const people = [
    'person,entered_on,name',
    'P1,03/05/26,Ambiguous',
    'P2,2026-03-05 14:30,Timed',
    'P3,46086,Serial',
    'P4,"2026',
    'P5,,Undated,,ragged',
    'P6,2026-03-05,1.23E+17',
  ];
  const kinds = (lines: readonly string[]) =>
    lines.map((line) => line.replace(/^error .*?(organizations|people).*?:\d+ /, '$1 ')).toSorted();

  test('left as it is, is refused for the same reasons, cell by cell; corrected, it is imported', async () => {
    await writeWorkbook(join(folder, 'organizations.xlsx'), badOrganizations);
    writeFileSync(join(folder, 'people.csv'), people.join('\n'));
    const report = join(folder, 'import-report-bad.xlsx');
    const { lines, badRows } = await dryRun(folder);
    expect(badRows).toBe(19);
    await importFrom(dataSource, folder, { dryRun: true, report });
    const again = await dryRun(report);
    const unreadable = 'people : a quote that opens in this row is never closed';
    const noteOnly = 'people : says only what to mend: type the values of that row here, or delete this row';
    expect(kinds(again.lines)).toEqual(
      kinds(lines)
        .map((line) => (line === unreadable ? noteOnly : line))
        .toSorted(),
    );
    expect(again.badRows).toBe(badRows);
    const reportOfReport = join(folder, 'import-report-again.xlsx');
    await importFrom(dataSource, report, { dryRun: true, report: reportOfReport });
    expect(kinds((await dryRun(reportOfReport)).lines)).toEqual(kinds(again.lines));

    const mended = join(folder, 'mended.xlsx');
    const tables = (await workbookTables(report)).filter(({ sheet }) => sheet !== 'report');
    await writeText(mended, await Promise.all(tables.map(async ({ sheet, rows }) => ({ name: sheet, ...(await mendedRows(rows())) }))));
    expect(await importFrom(dataSource, mended, { dryRun: true })).toMatchObject({ badRows: 0, files: [{ added: 13 }, { added: 6 }] });
  });

  /** Keys and names for every row, days where they belong, and nothing else but what to mend. */
  async function mendedRows(rows: AsyncIterable<Row>) {
    const read: (readonly string[])[] = [];
    for await (const row of rows) if ('values' in row) read.push(row.values);
    const [header = [], ...bad] = read;
    const value = (name: string, at: number) =>
      name === 'entered_on' ? '2026-03-05' : /name|organization$|person/.test(name) ? `M${at}` : '';
    return { header, rows: bad.map((_, at) => header.map((name) => (name === 'what_to_mend' ? 'x' : value(name, at)))) };
  }
});

// Only Linux lists a process's open files.
(existsSync('/proc/self/fd') ? test : test.skip)('a workbook is closed once it has been read', async () => {
  const path = pathOf('exceljs');
  await partsOf(path);
  for (const { rows } of await workbookTables(path)) for await (const _ of rows()) break;
  const isOpen = () => readdirSync('/proc/self/fd').some((fd) => linkOf(`/proc/self/fd/${fd}`) === path);
  await until(() => !isOpen());
});

/** The target of a link; null if it is gone. */
function linkOf(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}
