import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ProofSecretRow } from '../database/tables/proof-secret.table.ts';
import { compactNumber } from '../identifiers/plain-text.ts';

/** Crockford's base 32, as in document numbers. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight characters of five bits: a guess has a chance of one in a million million, and each guess is a look-up of the caller's budget. */
const CHARACTERS = 8;

/** The code printed beside a document's number and in QR codes: only a holder of the document has it. */
export function printedCode(secret: Buffer, number: string): string {
  const digest = createHmac('sha256', secret).update(number).digest();
  return [...digest.subarray(0, CHARACTERS)].map((byte) => alphabet[byte & 31]).join('');
}

/** Whether a typed text is the code of a document: spaces, hyphens, case and full-width forms do not matter, and O may stand for 0, I and L for 1. */
export function isPrintedCode(secret: Buffer, number: string, typed: string): boolean {
  const read = compactNumber(typed.normalize('NFKC')).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const [given, expected] = [Buffer.from(read), Buffer.from(printedCode(secret, number))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The secret of the registry's printed codes. */
export const proofSecret = async (tx: EntityManager): Promise<Buffer> => (await tx.findOneByOrFail(ProofSecretRow, { id: true })).secret;
