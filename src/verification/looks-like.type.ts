import { registerEnumType } from 'type-graphql';
import type { LooksLike } from '../identifiers/looks-like.ts';

/** What a field looks like instead of what it was given as. */
export const LooksLikeEnum = {
  WSIB_ACCOUNT: 'WSIB_ACCOUNT',
  BUSINESS_NUMBER: 'BUSINESS_NUMBER',
  DOCUMENT_NUMBER: 'DOCUMENT_NUMBER',
  BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT: 'BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT',
  ACCOUNT_WITH_LETTERS: 'ACCOUNT_WITH_LETTERS',
  WRONG_NUMBER_OF_DIGITS: 'WRONG_NUMBER_OF_DIGITS',
  SEVERAL_NUMBERS: 'SEVERAL_NUMBERS',
  SEVERAL_FIRMS: 'SEVERAL_FIRMS',
  NUMBER_WITH_OTHER_TEXT: 'NUMBER_WITH_OTHER_TEXT',
  AMOUNT: 'AMOUNT',
  TELEPHONE_NUMBER: 'TELEPHONE_NUMBER',
  DATE: 'DATE',
  EMAIL_ADDRESS: 'EMAIL_ADDRESS',
  POSTAL_CODE: 'POSTAL_CODE',
  NUMBER_ROUNDED_BY_A_SPREADSHEET: 'NUMBER_ROUNDED_BY_A_SPREADSHEET',
  SPREADSHEET_ERROR: 'SPREADSHEET_ERROR',
  PLACEHOLDER: 'PLACEHOLDER',
  NAME: 'NAME',
  NOTHING_TO_READ: 'NOTHING_TO_READ',
  TOO_LONG: 'TOO_LONG',
} as const satisfies { [L in LooksLike]: L };

registerEnumType(LooksLikeEnum, {
  name: 'BidderInputLooksLike',
  description: 'What a field contains, by its form, instead of what it was given as.',
  valuesConfig: {
    WSIB_ACCOUNT: { description: 'The form of a WSIB account number.' },
    BUSINESS_NUMBER: {
      description:
        'The form of a CRA business number. A WSIB account number with nine digits that nothing visible to you has looks the same.',
    },
    DOCUMENT_NUMBER: { description: 'The number of a document, or the form of one.' },
    BUSINESS_NUMBER_WITH_WRONG_CHECK_DIGIT: {
      description: 'Nine digits like a CRA business number with a wrong check digit: one digit is mistyped.',
    },
    ACCOUNT_WITH_LETTERS: { description: 'A WSIB account number with letters in it.' },
    WRONG_NUMBER_OF_DIGITS: { description: 'Digits, but more or fewer than a WSIB account number or a business number has.' },
    SEVERAL_NUMBERS: { description: 'Several numbers: give each a row of its own.' },
    SEVERAL_FIRMS: {
      description:
        'A name that may mean several firms, such as a joint venture, beside a number that no account has that you can see: give each firm a row of its own.',
    },
    NUMBER_WITH_OTHER_TEXT: { description: 'A number among words or signs that were not understood.' },
    AMOUNT: { description: 'An amount of money.' },
    TELEPHONE_NUMBER: { description: 'A telephone number.' },
    DATE: { description: 'A date.' },
    EMAIL_ADDRESS: { description: 'An e-mail address.' },
    POSTAL_CODE: { description: 'A postal code.' },
    NUMBER_ROUNDED_BY_A_SPREADSHEET: { description: 'A number that a spreadsheet rounded, such as 9.0E+06: format the column as text.' },
    SPREADSHEET_ERROR: { description: 'An error of a spreadsheet, such as #REF!.' },
    PLACEHOLDER: { description: 'A word that says there is no name or number, such as N/A or pending.' },
    NAME: { description: 'A name in the column of numbers.' },
    NOTHING_TO_READ: { description: 'Nothing: no letter and no digit.' },
    TOO_LONG: { description: 'More text than a name or a number can have.' },
  },
});
