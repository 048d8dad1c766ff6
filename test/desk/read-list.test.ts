import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { ZipFile } from 'yazl';
import { rowOfLine } from '../../src/desk/list-lines.ts';
import { readFileBytes, readPasted, readPath } from '../../src/desk/read-list.ts';
import { writeWorkbook } from '../../src/import/xlsx/write-workbook.ts';

/** The rows of a pasted list, each as `name|number`. */
const rowsOf = async (text: string) => (await readPasted(text)).rows.map(({ name, number }) => `${name}|${number}`);

test('a number in a column of names stays there: it may be the name of a numbered company', async () => {
  expect(await rowsOf('Bidder,WSIB No.\n1093847,\n,9000002\n9000002 Cedar Masonry Ltd.,')).toEqual([
    '1093847|',
    '|9000002',
    'Cedar Masonry Ltd.|9000002',
  ]);
});

describe('a line', () => {
  test.each([
    ['Cedar Masonry Ltd. 9000002', 'Cedar Masonry Ltd.', '9000002'],
    ['Cedar Masonry Ltd. - 9000002', 'Cedar Masonry Ltd.', '9000002'],
    ['Cedar Masonry Ltd., WSIB # 9000002', 'Cedar Masonry Ltd.', 'WSIB # 9000002'],
    ['Cedar Masonry Ltd.; 9000002; Sampleton', 'Cedar Masonry Ltd.', '9000002'],
    ['Cedar Masonry Ltd. (WSIB 9000002), Sampleton', 'Cedar Masonry Ltd.', 'WSIB 9000002'],
    ['Cedar Masonry, Ltd., 9000002', 'Cedar Masonry, Ltd.', '9000002'],
    ['"Cedar Masonry, Ltd.",9000002', 'Cedar Masonry, Ltd.', '9000002'],
    ['"Cedar Masonry, Ltd."|"9000002"|"Sampleton"', 'Cedar Masonry, Ltd.', '9000002'],
    ['« Cedar Masonry ltée » ; « 9000002 »', 'Cedar Masonry ltée', '9000002'],
    ['9000002 Cedar Masonry Ltd.', 'Cedar Masonry Ltd.', '9000002'],
    ['9000002, Cedar Masonry Ltd.', 'Cedar Masonry Ltd.', '9000002'],
    ['3. Cedar Masonry Ltd.\t9000002', 'Cedar Masonry Ltd.', '9000002'],
    ['Bâtisseurs Éloïse inc. – no 9000002', 'Bâtisseurs Éloïse inc.', 'no 9000002'],
    ['WSIB 9000001', '', 'WSIB 9000001'],
    ['123456782 RT 0001', '', '123456782 RT 0001'],
    ['416-555-0100', '', '416-555-0100'],
    ['Cedar Masonry Ltd.\t900\u20110002', 'Cedar Masonry Ltd.', '900\u20110002'],
    ['Cedar Masonry Ltd., 9000002.0', 'Cedar Masonry Ltd.', '9000002.0'],
    ['９０００００２', '', '９０００００２'],
    ['DEMO-COR-000001-4', '', 'DEMO-COR-000001-4'],
    ['LGS-2026-00012', '', 'LGS-2026-00012'],
    ['COR-1234567', '', 'COR-1234567'],
    ['Cedar Masonry Ltd. DEMO-COR-000001-4', 'Cedar Masonry Ltd.', 'DEMO-COR-000001-4'],
    ['Cedar Masonry Ltd., LGS-2026-00012', 'Cedar Masonry Ltd.', 'LGS-2026-00012'],
    ['Cedar Masonry Ltd. - COR-1234567', 'Cedar Masonry Ltd.', 'COR-1234567'],
    ['DEMO-COR-000001-4 Cedar Masonry Ltd.', 'Cedar Masonry Ltd.', 'DEMO-COR-000001-4'],
    ['Cedar-9000002', 'Cedar', '9000002'],
    ['Gagnon-Roy 9000002', 'Gagnon-Roy', '9000002'],
    ['Gagnon-Roy-9000002', 'Gagnon-Roy', '9000002'],
  ])('%j is a name and a number', (line, name, number) => {
    expect(rowOfLine(line)).toEqual({ name, number });
  });

  test.each([
    '1093847 Ontario Inc.',
    '1234567 Alberta Ltd.',
    '1234567 B.C. Ltd. o/a Cedar Gate',
    'Ontario Ltd. 1093847',
    '9123-4567 Québec inc.',
    'Alder 2000 Ltd.',
    'Builders 2010-2020',
    'B-52 Paving',
    'Alder-2000',
    'Cedar Masonry Ltd., 416-555-0100',
    'JV Alder Paving Ltd. / Birch Roofing Inc.',
    'Alder Paving, Sampleton',
  ])('%j is a name alone', (line) => {
    expect(rowOfLine(line)).toEqual({ name: line, number: '' });
  });

  test('of a megabyte is read quickly', () => {
    const started = performance.now();
    for (const part of ['a-', '1-', 'WSIB ', ', ']) rowOfLine(part.repeat(1_000_000 / part.length));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a first line', () => {
  test.each([
    'WSIB 9000001',
    'WSIB Contractors Ltd.',
    'Certificate Masonry',
    'Steel No. 1',
    'Name, 9000001',
    'Alder Company',
    '9000001\tContractor',
    'Entreprise Tremblay',
    'Operating Company',
    'Entreprise commerciale',
  ])('that is %j is a row', async (first) => {
    const { rows, columns, header } = await readPasted(`${first}\nAlder Paving Ltd.`);
    expect([rows.length, columns, header]).toEqual([2, [], null]);
  });

  test.each([
    ['Company', 'Company'],
    ['WSIB #', 'WSIB #'],
    ['Raison sociale', 'Raison sociale'],
    ['Name of bidder', 'Name of bidder'],
    ['Nom du soumissionnaire;Numéro de compte', 'Nom du soumissionnaire, Numéro de compte'],
    ['Company name / Nom de l’entreprise\tPrix 2026-2027', 'Company name / Nom de l’entreprise'],
    ['Account name\tAccount number', 'Account name, Account number'],
    ['Entreprise;Nº CSPAAT', 'Entreprise, Nº CSPAAT'],
    ['Entreprise;N°WSIB', 'Entreprise, N°WSIB'],
    ['Dénomination sociale;Compte WSIB', 'Dénomination sociale, Compte WSIB'],
    ['legal_name,wsib_account', 'legal_name, wsib_account'],
    ['legalName,wsibAccount', 'legalName, wsibAccount'],
    ['organizationName\tbusinessNumber', 'organizationName, businessNumber'],
    ['Nom commercial\tNuméro d’entreprise de l’ARC', 'Nom commercial, Numéro d’entreprise de l’ARC'],
    ['Operating name\tCRA business number', 'Operating name, CRA business number'],
    ['Trade name;Number of the document', 'Trade name, Number of the document'],
    ['Appellation;Numéro du document', 'Appellation, Numéro du document'],
    ['Firm name;WSIB account number', 'Firm name, WSIB account number'],
    ['Employeur;Numéro de compte de la WSIB', 'Employeur, Numéro de compte de la WSIB'],
  ])('that is %j is the header, and is said', async (first, said) => {
    const { rows, columns } = await readPasted(`${first}\nAlder Paving Ltd.`);
    expect([rows, columns.join(', ')]).toEqual([[{ name: 'Alder Paving Ltd.', number: '' }], said]);
  });
});

describe('a list', () => {
  test('of numbers alone, with repeated rows, keeps each in its order', async () => {
    expect(await rowsOf('9000001\n9000000\n\n9000001')).toEqual(['|9000001', '|9000000', '|9000001']);
  });

  test('with a column of row numbers does not read them as account numbers', async () => {
    expect(await rowsOf('No.\tVendor\n1\tAlder Paving Ltd.\n2\tBirch Roofing Inc. 9000001')).toEqual([
      'Alder Paving Ltd.|',
      'Birch Roofing Inc.|9000001',
    ]);
  });

  test('whose columns also have other names reads the legal one', async () => {
    const text = 'organization,operating_name,legal_name,wsib_account\no-1,Alder,Alder Paving Ltd.,9000000';
    expect(await rowsOf(text)).toEqual(['Alder Paving Ltd.|9000000']);
    expect(await rowsOf('Nom commercial;Dénomination sociale\nAlder;Alder Paving Ltd.')).toEqual(['Alder Paving Ltd.|']);
  });

  test('keeps a row whose text is all in columns that are not read, in its place; a line that was only numbered is none', async () => {
    const { rows, left } = await readPasted('No.;Soumission de;Compte WSIB\n1;Alder;9000000\n2;Birch ltée;\n3;Cedar;9000002\n4;;\n;;');
    expect(rows.map(({ name, number }) => `${name}|${number}`)).toEqual(['|9000000', '|', '|9000002']);
    expect(left).toEqual(['No.', 'Soumission de']);
    expect(await rowsOf('Alder Paving Ltd.\t9000000\n2026-11-20\t416-555-0100')).toEqual(['Alder Paving Ltd.|9000000', '|']);
  });

  test('without a header finds names and numbers by their form, and skips telephone numbers and days', async () => {
    expect(await rowsOf('Alder Paving Ltd.\t416-555-0100\t2026-11-20\t9000000')).toEqual(['Alder Paving Ltd.|9000000']);
  });

  test('with a line in the middle that looks like a column name loses nothing', async () => {
    expect(await rowsOf('Alder Paving Ltd.\nContractor\nBirch Roofing Inc.')).toHaveLength(3);
    expect(await rowsOf('Alder Paving Ltd.\t9000000\nName\tNumber\nBirch Roofing Inc.\t9000001')).toHaveLength(3);
  });

  test('in a workbook of several sheets is the longest sheet; the others are named', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sheets-'));
    const path = join(folder, 'list.xlsx');
    await writeWorkbook(path, [
      { name: 'Short list', header: ['Vendor', 'WSIB'], rows: [['Alder Paving Ltd.', '9000000']] },
      { name: 'Notes', header: ['', ''], rows: [] },
      {
        name: 'Soumissions',
        header: ['Fournisseur', 'WSIB'],
        rows: [
          ['Bâtisseurs Éloïse inc.', '0900001'],
          ['', '9000002'],
        ],
      },
    ]);
    const { rows, otherSheets } = await readPath(path);
    expect([rows[0], rows.length, otherSheets]).toEqual([{ name: 'Bâtisseurs Éloïse inc.', number: '0900001' }, 2, ['Short list']]);
    await rm(folder, { recursive: true });
  });

  test.each([
    ['fileIsOpenDocument', 'content.xml'],
    ['fileIsNumbers', 'Index/Document.iwa'],
    ['fileIsWord', 'word/document.xml'],
    ['fileIsArchive', 'list.csv'],
  ])('in another archive is refused as what it is: %s', async (id, part) => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('<x/>'), part);
    zip.end();
    await expect(readFileBytes(await buffer(zip.outputStream))).rejects.toMatchObject({ id });
  });

  test('loses no number or name for the marks of a spreadsheet, with a header or without', async () => {
    const lines = '="Cedar Ltd.",="9000001"\n“Curly Ltd.”,\'9000002\nWide Ltd.,９０００００３\nDecimal Ltd.,9000004.0\n';
    const read = ['Cedar Ltd.|9000001', 'Curly Ltd.|9000002', 'Wide Ltd.|９０００００３', 'Decimal Ltd.|9000004.0'];
    for (const header of ['', 'Name,WSIB\n']) {
      const { rows } = await readFileBytes(Buffer.from(header + lines));
      expect(rows.map(({ name, number }) => `${name}|${number}`)).toEqual(read);
    }
  });

  test('of columns between pipes, with a header or without, pasted or in a file, is read without its quotes', async () => {
    const lines = '"Cedar | Sons, Ltd."|"9000002"|"Sampleton"\n"Alder Paving Ltd."|9000000|\n';
    const read = ['Cedar | Sons, Ltd.|9000002', 'Alder Paving Ltd.|9000000'];
    for (const header of ['', '"Company"|"WSIB"|"City"\n'])
      for (const { rows } of [await readPasted(header + lines), await readFileBytes(Buffer.from(header + lines))])
        expect(rows.map(({ name, number }) => `${name}|${number}`)).toEqual(read);
  });

  test('that a spreadsheet opened in the wrong encoding and saved again is read as it was', async () => {
    const saved = Buffer.from(Buffer.from('\uFEFFName,WSIB\nBéton Ltée,9000001\n').toString('latin1'));
    expect((await readFileBytes(saved)).rows).toEqual([{ name: 'Béton Ltée', number: '9000001' }]);
  });

  test.each(['\0\x01\x02\x03\xFF\xFE\0\0\x01', '{\\rtf1 Alder}', '\x89PNG\r\n', '\xFF\xD8\xFF\xE0'])(
    'that is a picture, rich text or other bytes is refused: %j',
    async (bytes) => {
      await expect(readFileBytes(Buffer.from(bytes, 'latin1'))).rejects.toMatchObject({ id: 'fileUnreadable' });
    },
  );

  test('with accents of the Macintosh is refused with advice', async () => {
    await expect(readFileBytes(Buffer.from('Name\nB\x8Eton B\x8Elair\n', 'latin1'))).rejects.toMatchObject({ id: 'fileIsOfOldCodePage' });
  });

  test('with several columns of numbers is read by that of WSIB, and where it is blank by the next', async () => {
    const file = 'Name,Certificate No.,WSIB,City\nAlder,C-2,9000001,\nBirch,C-3,,\nCedar,C-4,N/A,\nMaple,,TBD,\n';
    const { columns, left, rows } = await readFileBytes(Buffer.from(file));
    expect(rows.map(({ number }) => number)).toEqual(['9000001', 'C-3', 'C-4', 'TBD']);
    expect([columns, left]).toEqual([['Name', 'Certificate No.', 'WSIB'], ['City']]);
    expect((await readFileBytes(Buffer.from('Name,Certificate No.,WSIB\nAlder,C-2,9000001\n'))).left).toEqual(['Certificate No.']);
  });

  test('with a title above its columns reports the lines that were not read', async () => {
    const { above, rows } = await readFileBytes(Buffer.from('Tender T-12,,\nName,WSIB,City\nAlder,9000000,Sampleton\n'));
    expect([above, rows]).toEqual([['Tender T-12'], [{ name: 'Alder', number: '9000000' }]]);
  });
});
