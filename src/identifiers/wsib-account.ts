import { compactNumber } from './plain-text.ts';

/**
 * A WSIB account number as the registry keeps it: without spaces, hyphens and invisible characters, in capitals. Its form changes over the
 * years, so it is otherwise opaque; what it must look like is a setting.
 */
export const wsibAccount = (text: string): string => compactNumber(text);

/** What a WSIB account number may look like when typed: 1 to 40 letters and digits, at least one digit, however they are separated. */
export const wsibAccountForm = /^(?=.*\d)(?:[\s\p{Pd}\p{Cf}\u2212\u2043\u02D7]*[A-Z0-9]){1,40}[\s\p{Pd}\p{Cf}\u2212\u2043\u02D7]*$/iu;

/** What an input that is no WSIB account number is answered. `None`, `TBD` and the like have no digit. */
export const wsibAccountMessage = {
  message: 'must be a WSIB account number: letters and digits, at least one digit, at most 40; spaces and hyphens do not matter',
};

/** The same for several. */
export const wsibAccountsMessage =
  'must be WSIB account numbers: letters and digits, at least one digit, at most 40 each; spaces and hyphens do not matter';

/** What an account that would be recorded under a placeholder with a digit is answered. */
export const noAccountMessage = { message: 'must be a WSIB account number, not zeros or a word such as TBD1' };

/** The same for several. */
export const noAccountsMessage = 'must be WSIB account numbers, not zeros or a word such as TBD1';
