import { posix } from 'node:path';
import { lost, type OtherArchive, partsOf, partText, UnreadableWorkbook } from './archive.ts';
import { type CellFormat, cellFormat } from './cell-format.ts';
import { type Area, mergedCells } from './merged-cells.ts';
import { readAllXml } from './xml.ts';

/** A sheet, and the part of the archive that holds it. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
  /** Its unpacked size. */
  readonly bytes: number;
  readonly merged: readonly Area[];
}

/** A workbook, and what its sheets refer to. */
export interface Workbook {
  readonly path: string;
  readonly sheets: readonly Sheet[];
  /** Texts that cells refer to by index. */
  readonly strings: readonly string[];
  /** Formats that cells refer to by index. */
  readonly formats: readonly CellFormat[];
  /** Whether days count from 1904, as they did on the Macintosh. */
  readonly from1904: boolean;
}

/** The most bytes of texts, all of which are in memory at once. */
const MOST_STRINGS = 268_435_456;
const MOST_SETTINGS = 16_777_216;

/** Opens an XLSX workbook. Throws UnreadableWorkbook if it is not one, is damaged, or is too large to be meant. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const parts = await partsOf(path);
  const main = await mainPart(path, parts);
  const targets = await relationsOf(path, main);
  const { sheets, from1904 } = await readSheets(path, main);
  const partFor = (end: string) => {
    const target = [...targets.values()].find(({ type }) => type.endsWith(end));
    return target && partNamed(parts, target.part);
  };
  const sheetAt = async ({ name, id }: SheetName): Promise<readonly Sheet[]> => {
    const target = targets.get(id) ?? lost();
    if (!target.type.endsWith('/worksheet')) return [];
    const part = partNamed(parts, target.part);
    return [{ name, part, bytes: parts.get(part) ?? 0, merged: await mergedCells(path, part) }];
  };
  return {
    path,
    sheets: (await Promise.all(sheets.map(sheetAt))).flat(),
    strings: await readStrings(path, partFor('/sharedStrings')),
    formats: await readFormats(path, partFor('/styles')),
    from1904,
  };
}

/** A part as the archive names it; capitals do not matter (ECMA-376, part 2, 6.2.2). One that is missing would be read as an empty sheet. */
function partNamed(parts: ReadonlyMap<string, number>, name: string): string {
  const isIt = (each: string) => each.toLowerCase() === name.toLowerCase();
  return parts.has(name) ? name : ([...parts.keys()].find(isIt) ?? lost());
}

async function mainPart(path: string, parts: ReadonlyMap<string, number>): Promise<string> {
  const relations = [...(await relationsOf(path, '')).values()];
  const main = relations.find(({ type }) => type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml';
  if (parts.has(main) && main.endsWith('.xml') && !parts.has('word/document.xml')) return main;
  const is = otherArchive(main, parts);
  throw new UnreadableWorkbook(insteadOfWorkbook[is], is);
}

function otherArchive(main: string, parts: ReadonlyMap<string, number>): OtherArchive {
  if (parts.has('content.xml')) return 'OPEN_DOCUMENT';
  if (main.endsWith('.bin')) return 'BINARY_WORKBOOK';
  if (parts.has('Index/Document.iwa') || parts.has('Index.zip')) return 'NUMBERS';
  return parts.has('word/document.xml') ? 'WORD' : 'ARCHIVE';
}

const insteadOfWorkbook: Readonly<Record<OtherArchive, string>> = {
  OPEN_DOCUMENT: 'is an OpenDocument file: save it as an Excel workbook (.xlsx)',
  BINARY_WORKBOOK: 'is a binary workbook (.xlsb): save it as an Excel workbook (.xlsx)',
  NUMBERS: 'is a document of Numbers or Pages: export it as an Excel workbook (.xlsx)',
  WORD: 'is a Word document: copy its table into a spreadsheet, and save that as an Excel workbook (.xlsx)',
  ARCHIVE: 'is a zip archive, but not an Excel workbook: unpack it, and import the files in it',
};

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** What a part refers to, by the ids it uses; for the archive itself, the empty name. */
async function relationsOf(path: string, part: string): Promise<ReadonlyMap<string, Relation>> {
  const { dir, base } = posix.parse(part);
  const relations = new Map<string, Relation>();
  await readAllXml(partText(path, posix.join(dir, '_rels', `${base}.rels`), MOST_SETTINGS), {
    onOpen: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name === 'Relationship') relations.set(id, { type, part: posix.join('/', dir, target).slice(1) });
      if (name === 'Relationship' && target.startsWith('/')) relations.set(id, { type, part: target.slice(1) });
    },
  });
  return relations;
}

interface SheetName {
  readonly name: string;
  readonly id: string;
}

async function readSheets(path: string, main: string) {
  const sheets: SheetName[] = [];
  let from1904 = false;
  await readAllXml(partText(path, main, MOST_SETTINGS), {
    onOpen: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name === 'sheet') sheets.push({ name: attributes.name ?? '', id: relationId(attributes) });
    },
  });
  return { sheets, from1904 };
}

/** Its prefix is usually `r`, but may be any. */
const relationId = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';

async function readStrings(path: string, part: string | undefined): Promise<readonly string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  const text = new TextOfRuns();
  await readAllXml(partText(path, part, MOST_STRINGS), {
    onOpen: (name) => text.open(name),
    onText: (piece) => text.add(piece),
    onClose: (name) => {
      text.close(name);
      if (name === 'si') strings.push(text.take());
    },
  });
  return strings;
}

/** Collects the text of a cell, which may be in several pieces of different looks, without the pronunciation stored beside Japanese names. */
export class TextOfRuns {
  #text = '';
  #isText = false;
  #isPronunciation = false;

  open(name: string): void {
    if (name === 'rPh') this.#isPronunciation = true;
    if (name === 't') this.#isText = !this.#isPronunciation;
  }

  add(piece: string): void {
    if (this.#isText) this.#text += piece;
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPronunciation = false;
    if (name === 't') this.#isText = false;
  }

  /** The collected text; characters that XML cannot hold are written `_x000D_` there. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text.includes('_x')
      ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
      : text;
  }
}

async function readFormats(path: string, part: string | undefined): Promise<readonly CellFormat[]> {
  if (part === undefined) return [];
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isOfCells = false;
  await readAllXml(partText(path, part, MOST_SETTINGS), {
    onOpen: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) ids.push(Number(numFmtId));
    },
    onClose: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return ids.map((id) => cellFormat(id, codes.get(id)));
}
