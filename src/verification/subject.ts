import { fromGlobalId } from '../contract/global-id.ts';
import { accountsMeant, businessNumbersMeant } from '../identifiers/bare-number.ts';
import { businessNumber } from '../identifiers/business-number.ts';
import { documentNumberForm, isOwnDocumentNumber, numbersMeant } from '../identifiers/document-number.ts';
import { type LooksLike, unlikeAccount, unlikeBusinessNumber, unlikeDocument } from '../identifiers/looks-like.ts';
import { plainNumber } from '../identifiers/plain-text.ts';
import type { Subject, SubjectKind } from '../standing/standing-period.sql.ts';
import type { VerificationSubject } from './verification.input.ts';

/** What is wrong with the number given. */
export interface SubjectProblem {
  readonly field: string;
  /** What the field must look like; null where the number was looked up in vain, and looks like something else. */
  readonly expected: string | null;
  readonly looksLike: LooksLike | null;
}

/** What a subject may be stored as, the likeliest first, or what is wrong with the number given. */
export type ReadSubject =
  | {
      readonly subjects: readonly Subject[];
      readonly problem: null;
      /** What it looks like if nothing visible to the caller has it; null if it looks like what it was given as. */
      readonly ifNotFound: () => SubjectProblem | null;
    }
  | { readonly subjects: null; readonly problem: SubjectProblem };

/** Reads the one number given; a malformed number is a problem of its row, not a fault of the request. */
export function readSubject(given: VerificationSubject): ReadSubject {
  for (const form of forms) {
    const text = given[form.kind];
    if (text !== undefined && text !== null) return readAs(form, text);
  }
  return { subjects: null, problem: { field: 'subject', expected: 'Exactly one number must be given.', looksLike: null } };
}

function readAs({ kind, read, unlike, expected }: Form, text: string): ReadSubject {
  const other = kind === 'wsibAccount' ? surelyAnother(text) : null;
  if (other !== null) return { subjects: null, problem: { field: kind, ...other } };
  const values = read(text);
  if (values.length === 0) return { subjects: null, problem: { field: kind, expected, looksLike: unlike(text) } };
  const ifNotFound = () => {
    const looksLike = unlike(text);
    return looksLike && { field: kind, expected: null, looksLike };
  };
  return { subjects: values.map((value) => ({ kind, value })), problem: null, ifNotFound };
}

interface Form {
  readonly kind: SubjectKind;
  /** The values it may be stored as, the likeliest first; none for a malformed one. */
  readonly read: (text: string) => readonly string[];
  /** What it looks like instead, by its form alone. */
  readonly unlike: (text: string) => LooksLike | null;
  readonly expected: string;
}

const forms: readonly Form[] = [
  {
    kind: 'account',
    read: (text) => one(fromGlobalId(text, 'Account')?.uuid),
    unlike: () => null,
    expected: 'Must be the global id of an account.',
  },
  {
    kind: 'wsibAccount',
    read: accountsMeant,
    unlike: unlikeAccount,
    expected: 'Must be a WSIB account number: letters and digits, at least one digit, at most 40; spaces and hyphens do not matter.',
  },
  {
    kind: 'documentNumber',
    read: readDocumentNumber,
    unlike: unlikeDocument,
    expected: 'Must be the number of a document: at most 64 characters on one line.',
  },
  {
    kind: 'businessNumber',
    read: businessNumbersMeant,
    unlike: (text) => (businessNumbersMeant(text).length === 0 ? unlikeBusinessNumber(text) : null),
    expected: 'Must be a CRA business number: nine digits, the last a check digit, with or without a program account such as RT0001.',
  },
];

const one = (value: string | null | undefined): readonly string[] => (value ? [value] : []);

/** A number given as a WSIB account number that cannot be one; null if it may be one. */
function surelyAnother(text: string): Pick<SubjectProblem, 'expected' | 'looksLike'> | null {
  if (isOwnDocumentNumber(text))
    return { expected: 'This is the number of a document: give it as documentNumber.', looksLike: 'DOCUMENT_NUMBER' };
  const business = businessNumber(plainNumber(text));
  if (business === null || business.length === 9) return null;
  return { expected: 'This is a business number: give it as businessNumber.', looksLike: 'BUSINESS_NUMBER' };
}

function readDocumentNumber(text: string): readonly string[] {
  return documentNumberForm.test(text) ? numbersMeant(text) : [];
}
