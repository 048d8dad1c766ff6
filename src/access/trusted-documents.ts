import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../errors.ts';

/** The documents that a key is held to: their text by its SHA-256, in hexadecimal. */
export type KeyDocuments = ReadonlyMap<string, string>;

/** The documents of each key that is held to some, by its id. */
export type TrustedDocuments = ReadonlyMap<string, KeyDocuments>;

/** The SHA-256 of a document as it is sent. */
export const documentId = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Reads a folder that has a file `<id of the key>.json` for each key that is held to documents: an object of texts by their SHA-256, as code generators
 * write it. Throws CannotStart with a line for the operator.
 */
export function readTrustedDocuments(folder: string): TrustedDocuments {
  const keys = new Map<string, KeyDocuments>();
  for (const name of namesIn(folder)) {
    const [, id] = /^([0-9a-f]{16})\.json$/.exec(name) ?? [];
    if (id === undefined)
      throw new CannotStart(`${join(folder, name)} is not named for a key: its name must be the id of a key and .json.`);
    keys.set(id, documentsIn(join(folder, name)));
  }
  return keys;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch {
    throw new CannotStart(`The folder ${folder} of trusted documents cannot be read.`);
  }
}

function documentsIn(file: string): KeyDocuments {
  const texts = textsIn(file);
  for (const [id, text] of texts)
    if (documentId(text) !== id) throw new CannotStart(`${file} has a text whose SHA-256 is not ${id}, by which it is listed.`);
  return texts;
}

function textsIn(file: string): Map<string, string> {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const entries = typeof found === 'object' && found !== null && !Array.isArray(found) ? Object.entries(found) : [['', null]];
    if (entries.every(isText)) return new Map(entries);
  } catch {
    // It is told below.
  }
  throw new CannotStart(`${file} holds no JSON object of documents by their SHA-256.`);
}

const isText = (entry: unknown[]): entry is [string, string] => typeof entry[0] === 'string' && typeof entry[1] === 'string';
