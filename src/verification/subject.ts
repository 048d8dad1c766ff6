import { fromGlobalId } from '../contract/global-id.ts';
import { businessNumber } from '../identifiers/business-number.ts';
import { documentNumberForm, isOwnDocumentNumber, numbersMeant } from '../identifiers/document-number.ts';
import { plainNumber } from '../identifiers/plain-text.ts';
import { wsibAccount } from '../identifiers/wsib-account.ts';
import type { Subject, SubjectKind } from '../standing/standing-period.sql.ts';
import type { VerificationSubject } from './verification.input.ts';
import type { InputProblem } from './verification.type.ts';

/** What a subject may be stored as, the likeliest first, or what is wrong with the number given. */
export type ReadSubject =
  | { readonly subjects: readonly Subject[]; readonly problem: null }
  | { readonly subjects: null; readonly problem: InputProblem };

/** Reads the one number given; a malformed number is a problem of its row, not a fault of the request. */
export function readSubject(given: VerificationSubject): ReadSubject {
  for (const { kind, read, expected } of forms) {
    const text = given[kind];
    if (text === undefined || text === null) continue;
    const other = kind === 'wsibAccount' ? looksLikeAnother(text) : null;
    if (other !== null) return { subjects: null, problem: { field: kind, message: other } };
    const values = read(text);
    if (values.length === 0) return { subjects: null, problem: { field: kind, message: expected } };
    return { subjects: values.map((value) => ({ kind, value })), problem: null };
  }
  return { subjects: null, problem: { field: 'subject', message: 'Exactly one number must be given.' } };
}

interface Form {
  readonly kind: SubjectKind;
  /** The values it may be stored as, the likeliest first; none for a malformed one. */
  readonly read: (text: string) => readonly string[];
  readonly expected: string;
}

const forms: readonly Form[] = [
  { kind: 'account', read: (text) => one(fromGlobalId(text, 'Account')?.uuid), expected: 'Must be the global id of an account.' },
  {
    kind: 'wsibAccount',
    read: readWsibAccount,
    expected: 'Must be a WSIB account number: letters and digits, at least one digit, at most 40; spaces and hyphens do not matter.',
  },
  { kind: 'documentNumber', read: readDocumentNumber, expected: 'Must be the number of a document: at most 64 characters on one line.' },
  {
    kind: 'businessNumber',
    read: (text) => one(businessNumber(text)),
    expected: 'Must be a CRA business number: nine digits, the last a check digit, with or without a program account such as RT0001.',
  },
];

const one = (value: string | null | undefined): readonly string[] => (value ? [value] : []);

/** As given, and without the label and the .0 of a spreadsheet: WSIB 9000002, #9000002, 9000002.0. */
function readWsibAccount(text: string): readonly string[] {
  const plain = plainNumber(text);
  const bare = plain.replace(/^(?:(?:wsib|cspaat|account|acct|no)\b|[\s.:#])+(?=\s*\d)/iu, '').replace(/^(\d+)\.0+$/u, '$1');
  return [...new Set([wsibAccount(plain), wsibAccount(bare)])].filter((value) => /^(?=.*\d)[A-Z0-9]{1,40}$/.test(value));
}

/** A number given as a WSIB account number whose form is that of another kind; null if it may be one. */
function looksLikeAnother(text: string): string | null {
  if (isOwnDocumentNumber(text)) return 'This is the number of a document: give it as documentNumber.';
  const business = businessNumber(plainNumber(text));
  return business !== null && business.length > 9 ? 'This is a business number: give it as businessNumber.' : null;
}

function readDocumentNumber(text: string): readonly string[] {
  return documentNumberForm.test(text) ? numbersMeant(text) : [];
}
