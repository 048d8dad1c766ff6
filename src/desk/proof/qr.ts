import { encode } from 'uqr';
import { type Html, html } from '../html.ts';

/**
 * What the code of a document says: its address, and nothing else, in capitals, which take fewer squares; a number with small letters
 * stands as it is. Names are not in it: readers disagree on their letters.
 */
export function codeText(address: string, number: string): string {
  const whole = `${address}/proof/${encodeURIComponent(number)}`;
  const isCapital =
    !/[a-z]/.test(number) && /^[0-9A-Z $%*+\-./:]*$/.test(whole.toUpperCase()) && !/^https?:\/\/[^/]+\/.+\/proof\//i.test(whole);
  return isCapital ? whole.toUpperCase() : whole;
}

/** The squares of a code, row by row; with correction of 15 %, which reads at 15 mm where more correction does not. */
export const squaresOf = (text: string): readonly (readonly boolean[])[] => encode(text, { ecc: 'M', border: 0 }).data;

/** Squares of white that a reader needs on each side. */
export const QUIET = 4;

/** A code as a picture. */
export function codePicture(text: string, label: string): Html {
  const squares = squaresOf(text);
  const size = squares.length + 2 * QUIET;
  return html`<svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges" xmlns="http://www.w3.org/2000/svg"><rect width="${size}" height="${size}" fill="#fff"/><path d="${pathOf(squares)}" fill="#000"/></svg>`;
}

/** A rectangle for each run of black squares. */
function pathOf(squares: readonly (readonly boolean[])[]): string {
  return squares.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x + QUIET} ${y + QUIET}h${length}v1h-${length}z`)).join('');
}

/** Where black squares begin in a row, and how many there are. */
export function runsOf(row: readonly boolean[]): readonly (readonly [at: number, length: number])[] {
  const runs: [number, number][] = [];
  for (const [x, isBlack] of row.entries()) {
    const last = runs.at(-1);
    if (isBlack && last && last[0] + last[1] === x) last[1] += 1;
    else if (isBlack) runs.push([x, 1]);
  }
  return runs;
}
