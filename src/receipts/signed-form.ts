import type { Sentence, StoredAnswer } from './kept-answer.ts';

/** What a signed receipt says of its rows, each thing once. */
export interface SignedRows {
  /** Every sentence in both languages. In `rows`, and wherever else one stands, is its place in this list, from 0. */
  readonly sentences: readonly Sentence[];
  /** What was said of every row: the warning of a requirement, and the systems that it was compared with. */
  readonly ofEveryRow: object;
  /** What was said of each row beside that, in order. What is left out was null. */
  readonly rows: readonly object[];
}

/** The fields that belong to the requirement, so that every row repeats them. */
const ofRequirement = ['warning', 'systems'] as const;

/** The answers of a receipt without repetition: 300 rows repeat a few sentences hundreds of times. */
export function signedRows(said: readonly StoredAnswer[]): SignedRows {
  const sentences = new Map<string, number>();
  const placeOf = (sentence: Sentence): number => {
    const key = JSON.stringify([sentence.en, sentence.fr]);
    const place = sentences.get(key) ?? sentences.size;
    sentences.set(key, place);
    return place;
  };
  const [first = {}] = said;
  const common = ofRequirement.filter((name) => said.every((row) => JSON.stringify(row[name]) === JSON.stringify(first[name])));
  const ofEveryRow = shortened(Object.fromEntries(common.map((name) => [name, first[name]])), placeOf);
  const rows = said.map((row) => shortened(withoutFields(row, common), placeOf));
  return { sentences: [...sentences.keys()].map(sentenceIn), ofEveryRow, rows };
}

/** The rows of a signed receipt with all that was said in each; those of one that was signed before they were shortened stay as they are. */
export function rowsSigned(receipt: Record<string, unknown>): readonly unknown[] {
  const { sentences, ofEveryRow = {}, rows } = receipt;
  const list = Array.isArray(rows) ? rows : [];
  if (!Array.isArray(sentences)) return list;
  return list.map((row: unknown) => spelledOut({ ...Object(row), ...Object(ofEveryRow) }, sentences));
}

function withoutFields(row: StoredAnswer, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

function sentenceIn(key: string): Sentence {
  const [en, fr]: string[] = JSON.parse(key);
  return { en: en ?? '', fr: fr ?? '' };
}

/** A copy of an object without nulls, each sentence by its place. */
const shortened = (value: object, placeOf: (sentence: Sentence) => number): object =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null && each !== undefined)
      .map(([name, each]) => [name, shortenedValue(each, placeOf)]),
  );

function shortenedValue(value: unknown, placeOf: (sentence: Sentence) => number): unknown {
  if (Array.isArray(value)) return value.map((each) => shortenedValue(each, placeOf));
  if (typeof value !== 'object' || value === null) return value;
  return isSentence(value) ? placeOf(value) : shortened(value, placeOf);
}

const isSentence = (value: object): value is Sentence => 'en' in value && 'fr' in value;

/** The fields that hold a sentence. */
const sentenceFields: ReadonlySet<string> = new Set(['consequence', 'advice', 'cure', 'ask', 'because', 'message']);

function spelledOut(value: unknown, sentences: readonly unknown[]): unknown {
  if (Array.isArray(value)) return value.map((each) => spelledOut(each, sentences));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      sentenceFields.has(name) && typeof each === 'number' ? sentences[each] : spelledOut(each, sentences),
    ]),
  );
}
