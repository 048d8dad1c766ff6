import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { CannotImport } from '../cannot-import.ts';
import { type CellToWrite, escaped, rowXml, STYLES, stylesXml } from './write-cell.ts';

/** A sheet to be written: its header, and its rows as they come. */
export interface SheetToWrite {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly CellToWrite[]> | Iterable<readonly CellToWrite[]>;
}

/** The last row that spreadsheet programs open. */
const LAST_ROW = 1_048_576;

/**
 * Writes a workbook in which every cell is text, empty ones too, so that no spreadsheet program converts its content, or what is typed there, to a
 * day or a number; only a cell that its writer says was none is not. Rows are written as they come, however many there are.
 */
export async function writeWorkbook(path: string, sheets: readonly SheetToWrite[]): Promise<void> {
  const zip = new ZipFile();
  const error = new Promise<never>((_, reject) => zip.on('error', reject));
  zip.addBuffer(Buffer.from(contentTypes(sheets.length)), '[Content_Types].xml');
  zip.addBuffer(Buffer.from(relationships([['officeDocument', 'xl/workbook.xml']])), '_rels/.rels');
  zip.addBuffer(Buffer.from(workbook(sheets)), 'xl/workbook.xml');
  zip.addBuffer(Buffer.from(relationships(partsOf(sheets))), 'xl/_rels/workbook.xml.rels');
  zip.addBuffer(Buffer.from(declaration + stylesXml(main)), 'xl/styles.xml');
  for (const [at, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${at + 1}.xml`, (done) => {
      const xml = Readable.from(sheetXml(sheet), { objectMode: false });
      xml.on('error', (why) => zip.emit('error', why));
      done(null, xml);
    });
  }
  zip.end();
  await Promise.race([error, pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }))]);
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

const contentTypes = (sheets: number): string => {
  const type = (part: string, name: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, at) => type(`/xl/worksheets/sheet${at + 1}.xml`, 'worksheet'));
  const rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  const parts = [type('/xl/workbook.xml', 'sheet.main'), type('/xl/styles.xml', 'styles'), ...each].join('');
  return `${declaration}<Types xmlns="${packages}/content-types">${rels}<Default Extension="xml" ContentType="application/xml"/>${parts}</Types>`;
};

const partsOf = (sheets: readonly SheetToWrite[]): readonly (readonly [string, string])[] => [
  ...sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
  ['styles', 'styles.xml'],
];

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="${packages}/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const workbook = (sheets: readonly SheetToWrite[]): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
    .map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('')}</sheets></workbook>`;

async function* sheetXml({ name, header, rows }: SheetToWrite): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${Math.max(1, header.length)}" width="22" style="${STYLES.text}" customWidth="1"/></cols><sheetData>`;
  let line = 1;
  let xml = rowXml(line, header, STYLES.header);
  for await (const row of rows) {
    line++;
    if (line > LAST_ROW) throw new CannotImport(`${name} has more rows than a sheet can have: write CSV files.`);
    xml += rowXml(line, row);
    if (xml.length < CHUNK) continue;
    yield xml;
    xml = '';
  }
  yield `${xml}</sheetData></worksheet>`;
}

/** How many characters are passed on at once. */
const CHUNK = 65_536;
