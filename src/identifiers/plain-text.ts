/**
 * Characters without width or sign, which text takes along when it is copied from a page or a PDF: zero-width spaces, direction marks, soft
 * hyphens, variation selectors. Texts that differ only in them look the same.
 */
const invisible = String.raw`\p{Cf}\p{Default_Ignorable_Code_Point}`;

/** Hyphens, dashes and minus signs, whatever program wrote them. */
const hyphens = String.raw`\p{Pd}\u2212\u2043\u02D7`;

/** Spaces of every width; the last is the empty pattern of Braille. */
const spaces = String.raw`\s\u2800`;

const invisibleCharacters = new RegExp(`[${invisible}]`, 'gu');
const everyHyphen = new RegExp(`[${hyphens}]`, 'gu');
const runOfSpaces = new RegExp(`[${spaces}]+`, 'gu');
const spaceInLine = /[^\S\r\n]|\u2800/gu;
const separators = new RegExp(`[${invisible}${hyphens}${spaces}]`, 'gu');

/** Printable ASCII without two spaces together is plain already, and is nearly all there is. */
const isPlain = (text: string): boolean => !/[^ -~]| {2}|^ | $/.test(text);

const visible = (text: string): string => text.replaceAll(invisibleCharacters, '').normalize('NFC');

/** Text of one line as one sees it: composed accents, no invisible characters, and one plain space for each run of spaces or line breaks. */
export const plainText = (text: string): string => (isPlain(text) ? text : visible(text).replaceAll(runOfSpaces, ' ').trim());

/** Text of several lines as one sees it. */
export const plainParagraphs = (text: string): string => (isPlain(text) ? text : visible(text).replaceAll(spaceInLine, ' ').trim());

/** A number or key as one sees it: as text of one line, with the plain hyphen for each kind of hyphen, and letters and digits of the usual width. */
export const plainNumber = (text: string): string =>
  isPlain(text) ? text : plainText(text).replaceAll(everyHyphen, '-').replaceAll(fullWidth, usualWidth);

/** Letters, digits and signs as wide as an ideogram, as East Asian input methods type them. */
const fullWidth = /[\uFF01-\uFF5E]/gu;
const usualWidth = (sign: string): string => sign.normalize('NFKC');

/** Digits and capitals alone are compact already, as nearly every number is. */
const isCompact = (text: string): boolean => /^[0-9A-Z]*$/.test(text);

/** Without anything that only separates or cannot be seen, in capitals: for numbers whose separators say nothing. */
export const compactNumber = (text: string): string =>
  isCompact(text) ? text : text.replaceAll(separators, '').normalize('NFC').toUpperCase();
