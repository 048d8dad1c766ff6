import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { CannotImport } from '../cannot-import.ts';

/** A sheet to be written: its header, and its rows as they come. */
export interface SheetToWrite {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
}

/** The last row that spreadsheet programs open. */
const LAST_ROW = 1_048_576;

/**
 * Writes a workbook in which every cell is text, empty ones too, so that no spreadsheet program converts its content, or what is typed there, to a
 * day or a number. Rows are written as they come, however many there are.
 */
export async function writeWorkbook(path: string, sheets: readonly SheetToWrite[]): Promise<void> {
  const zip = new ZipFile();
  const error = new Promise<never>((_, reject) => zip.on('error', reject));
  zip.addBuffer(Buffer.from(contentTypes(sheets.length)), '[Content_Types].xml');
  zip.addBuffer(Buffer.from(relationships([['officeDocument', 'xl/workbook.xml']])), '_rels/.rels');
  zip.addBuffer(Buffer.from(workbook(sheets)), 'xl/workbook.xml');
  zip.addBuffer(Buffer.from(relationships(partsOf(sheets))), 'xl/_rels/workbook.xml.rels');
  zip.addBuffer(Buffer.from(styles), 'xl/styles.xml');
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

/** Format 49 is text; the second is the header's. */
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

async function* sheetXml({ name, header, rows }: SheetToWrite): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${Math.max(1, header.length)}" width="22" style="1" customWidth="1"/></cols><sheetData>`;
  let line = 1;
  let xml = rowXml(line, header, 2);
  for await (const row of rows) {
    line++;
    if (line > LAST_ROW) throw new CannotImport(`${name} has more rows than a sheet can have: write CSV files.`);
    xml += rowXml(line, row, 1);
    if (xml.length < CHUNK) continue;
    yield xml;
    xml = '';
  }
  yield `${xml}</sheetData></worksheet>`;
}

/** How many characters are passed on at once. */
const CHUNK = 65_536;

const rowXml = (line: number, values: readonly string[], style: number): string =>
  `<row r="${line}">${values
    .map((value, at) =>
      value === ''
        ? ''
        : `<c r="${columnName(at)}${line}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`,
    )
    .join('')}</row>`;

function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML cannot hold, and what a reader would take for their codes, are written as codes. */
const escaped = (text: string): string =>
  text
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');
