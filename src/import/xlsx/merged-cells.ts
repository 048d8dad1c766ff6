import { partText, UnreadableWorkbook } from './archive.ts';
import { columnOf, MOST_COLUMNS } from './places.ts';

/** Cells that are shown as one; only the first of them can hold a value. Columns count from 0, rows from 1. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** More than any sheet that a person merges. */
const MOST_AREAS = 100_000;

/** More characters than such a tag has. */
const MOST_TAG = 1_000;

/** The merged cells of a sheet; they stand behind its rows, so that they are read before them. */
export async function mergedCells(path: string, part: string): Promise<readonly Area[]> {
  const areas: Area[] = [];
  let rest = '';
  for await (const piece of partText(path, part)) {
    const text = rest + piece;
    areas.push(...areasIn(text));
    if (areas.length > MOST_AREAS) throw new UnreadableWorkbook(`has more than ${MOST_AREAS} merged cells`);
    // A tag may be in two pieces; one that ends in this one was read.
    rest = text.slice(text.lastIndexOf('<'));
    if (rest.includes('>') || rest.length > MOST_TAG) rest = '';
  }
  return areas.toSorted((one, other) => one.top - other.top);
}

const mergeTag = /<(?:\w+:)?mergeCell\s[^>]*?ref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g;

const areasIn = (text: string): readonly Area[] =>
  text.includes('mergeCell ')
    ? [...text.matchAll(mergeTag)].map(([, left = '', top, right = '', bottom]) => ({
        top: Number(top),
        bottom: Number(bottom),
        left: columnOf(left),
        right: columnOf(right),
      }))
    : [];

/** Which cells of each row are covered by a value beside or above them. Rows are asked about from the first to the last. */
export class MergedCells {
  readonly #areas: readonly Area[];
  #next = 0;
  /** Areas that reach the present row, and show something. */
  #open: readonly Area[] = [];

  constructor(areas: readonly Area[]) {
    this.#areas = areas;
  }

  /** The covered columns of a row with these values. */
  coveredIn(line: number, values: readonly string[]): readonly number[] {
    const begun: Area[] = [];
    for (let area = this.#areas[this.#next]; area && area.top <= line; area = this.#areas[++this.#next]) {
      if (area.top === line && (values[area.left] ?? '').trim() !== '') begun.push(area);
    }
    this.#open = [...this.#open, ...begun].filter(({ bottom }) => bottom >= line);
    return this.#open.flatMap((area) => coveredOf(area, line));
  }
}

function coveredOf({ top, left, right }: Area, line: number): readonly number[] {
  const first = line === top ? left + 1 : left;
  const last = Math.min(right, MOST_COLUMNS - 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
