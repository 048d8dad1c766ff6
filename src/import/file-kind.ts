import { createReadStream } from 'node:fs';
import { firstBytes } from './encoding.ts';

/** The kind of a file by its bytes, whatever its name says. */
export type Kind = 'WORKBOOK' | 'OLD_WORKBOOK' | 'PROTECTED' | 'PDF' | 'PAGE' | 'UTF_32' | 'OTHER' | 'TEXT';

const signatures: readonly (readonly [Kind, RegExp])[] = [
  ['WORKBOOK', /^504b0304/],
  // A container of Microsoft's, or a bare sheet of Excel 2 to 4.
  ['OLD_WORKBOOK', /^d0cf11e0|^09(?:00|02|04)(?:04|06)00/],
  ['PDF', /^25504446/],
  // Pictures (PNG, JPEG, GIF), archives (gzip, 7z, rar), and rich text.
  ['OTHER', /^89504e47|^ffd8ff|^47494638|^1f8b08|^377abcaf|^526172211a|^7b5c727466/],
  // With a byte order mark, or with three zeros beside the first letter.
  ['UTF_32', /^fffe0000|^0000feff|^(?!00)..000000|^000000(?!00)../],
];

export async function kindOf(path: string): Promise<Kind> {
  const first = await firstBytes(path, 512);
  const signature = first.toString('hex');
  const kind = signatures.find(([, bytes]) => bytes.test(signature))?.[0] ?? 'TEXT';
  if (kind === 'OLD_WORKBOOK' && (await isProtected(path))) return 'PROTECTED';
  // Zeros between the letters are UTF-16.
  return kind === 'TEXT' && isPage(first.toString('latin1').replaceAll('\0', '')) ? 'PAGE' : kind;
}

/** What programs save as a table for Excel and is a web page: HTML, Excel's XML of 2003, or a page with its pictures. No header of a CSV file begins so. */
const isPage = (text: string): boolean => /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*(?:<[!?a-z]|MIME-Version:)/i.test(text);

/** A workbook with a password is a container with a part of this name. */
const protectedPart = Buffer.from('EncryptedPackage', 'utf16le');

async function isProtected(path: string): Promise<boolean> {
  let end = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.concat([end, chunk]);
    if (bytes.includes(protectedPart)) return true;
    end = bytes.subarray(-protectedPart.length);
  }
  return false;
}
