import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableWorkbook } from './archive.ts';

/** Handlers for a reader of XML; names come without their prefixes. */
export interface XmlEvents {
  readonly onOpen?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly onText?: (text: string) => void;
  readonly onClose?: (name: string) => void;
}

/** Reading ends after this many characters without a tag: more than ten times what a cell may hold. */
const MOST_TEXT = 1_048_576;

/** Reads XML piece by piece, and yields after each, so that what was read can be passed on. Entities that a document defines are refused. */
export async function* readXml(pieces: AsyncIterable<string>, { onOpen, onText, onClose }: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let sinceTag = 0;
  let isThere = false;
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    sinceTag = 0;
    onOpen?.(localName(name), attributes);
  });
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    sinceTag = 0;
    onClose?.(localName(name));
  });
  if (onText) {
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  parser.on('doctype', () => fail('declares a document type, which no spreadsheet does'));
  parser.on('error', () => fail('is damaged: a part of it is not XML'));
  for await (const piece of pieces) {
    sinceTag += piece.length;
    isThere ||= piece !== '';
    if (sinceTag > MOST_TEXT) fail('has a cell of more than 1 MB');
    parser.write(piece);
    yield;
  }
  // A missing part is empty.
  if (isThere) parser.close();
  yield;
}

/** Reads XML to its end. */
export async function readAllXml(pieces: AsyncIterable<string>, events: XmlEvents): Promise<void> {
  for await (const _ of readXml(pieces, events));
}

/** Some programs give each element of the format a prefix. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function fail(why: string): never {
  throw new UnreadableWorkbook(why);
}
