/** A place for a digit, which shows a zero where the number has none (`0`) or nothing, or characters that stand as they are. */
export type Piece = { readonly zero: boolean } | { readonly text: string };

/** Text in quotes or behind a backslash, blanks as wide as a character, fillings, conditions and colours, and what is left, one by one. */
const tokens = /"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|general|./giu;

/**
 * The pieces of a format that shows a whole number with zeros or characters that its cell does not hold, such as `0000000` or `"COR-"0000`; null for
 * any other. Only the section for positive numbers counts.
 */
export function piecesOf(code: string): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (const [token, quoted, escaped] of code.matchAll(tokens)) {
    if (token === ';') break;
    const text = quoted ?? escaped;
    if (text !== undefined) pieces.push({ text });
    else if (/^\[[<>=]/.test(token)) return null;
    else if (/^[_*[]/.test(token)) continue;
    else if (/^(?:[0#?]|general)$/i.test(token)) pieces.push({ zero: token === '0' || token.length > 1 || pieces.some(isZero) });
    // A decimal point, thousands, exponents, fractions, and letters of days and hours.
    else if (/[.,%/@\p{L}]/u.test(token)) return null;
    else pieces.push({ text: token });
  }
  return pieces.some(isZero) && pieces.some((piece) => 'text' in piece || isPadded(pieces)) ? pieces : null;
}

const isZero = (piece: Piece): boolean => 'zero' in piece && piece.zero;
const isPadded = (pieces: readonly Piece[]): boolean => pieces.filter(isZero).length > 1;

/** Digits as a cell with such a format shows them. */
export function asShown(digits: string, pieces: readonly Piece[]): string {
  const places = pieces.filter((piece) => 'zero' in piece).length;
  const each = [...digits.padStart(places)];
  // More digits than places stand in the first.
  const first = each.splice(0, each.length - places + 1).join('');
  let isFirst = true;
  const next = (zero: boolean): string => {
    const digit = isFirst ? first : (each.shift() ?? '');
    isFirst = false;
    return digit === ' ' ? (zero ? '0' : '') : digit;
  };
  return pieces.map((piece) => ('text' in piece ? piece.text : next(piece.zero))).join('');
}
