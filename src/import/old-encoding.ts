/**
 * Bytes of French letters in the code pages of the Macintosh and of MS-DOS, in which Excel still saves CSV files. Windows-1252 has capitals and signs
 * for them that never follow a small letter, nor a capital before a small one.
 */
const inWord = new Set([0x82, 0x87, 0x88, 0x89, 0x8a, 0x8d, 0x8e, 0x8f, 0x9d]);

/** Those whose sign in Windows-1252 may follow a small letter, but not between two. */
const betweenSmall = new Set([0x8b, 0x8c, 0x93, 0x94, 0x95, 0x99]);

/** É in each, which stands beside letters of any size. */
const besideAny = new Set([0x83, 0x90]);

/** Letters of French in Windows-1252: À Â Ç È É Ê Ë Î Ï Ô Ù Û, and the small ones. */
const ofWindows = new Set([0xc0, 0xc2, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xce, 0xcf, 0xd4, 0xd9, 0xdb].flatMap((byte) => [byte, byte + 0x20]));

const isSmall = (byte: number): boolean => byte >= 0x61 && byte <= 0x7a;
const isLetter = (byte: number): boolean => isSmall(byte | 0x20);

/** Whether text that is not UTF-8 has so many letters of these code pages that it is hardly Windows-1252. */
export async function isOfOldCodePage(chunks: AsyncIterable<Uint8Array>): Promise<boolean> {
  let [before, byte, old, windows] = [0, 0, 0, 0];
  for await (const chunk of chunks) {
    for (const next of chunk) {
      if (byte > 0x7f && isOld(before, byte, next)) old++;
      else if (ofWindows.has(byte)) windows++;
      [before, byte] = [byte, next];
    }
  }
  return old > 0 && 2 * old >= windows;
}

const isOld = (before: number, byte: number, next: number): boolean =>
  (inWord.has(byte) && (isSmall(before) || (isLetter(before) && isSmall(next)))) ||
  (betweenSmall.has(byte) && isSmall(before) && isSmall(next)) ||
  (besideAny.has(byte) && (isLetter(before) || isLetter(next)));
