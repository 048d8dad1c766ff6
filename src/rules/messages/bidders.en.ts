/** What is said of a row of a list of bidders that cannot be looked up. */
export const biddersEnglish = {
  'bidder-business-number-with-wrong-check-digit':
    'This looks like a business number whose check digit is wrong: one of its digits is mistyped.',
  'bidder-account-with-letters': 'This looks like a WSIB account number with letters in it: it has digits only.',
  'bidder-telephone-number': 'This is a telephone number.',
  'bidder-date': 'This is a date.',
  'bidder-email-address': 'This is an e-mail address.',
  'bidder-postal-code': 'This is a postal code.',
  'bidder-number-rounded-by-a-spreadsheet': 'A spreadsheet rounded this number: format the column as text and enter it again.',
  'bidder-name': 'This is a name in the place of a number.',
  'bidder-nothing-to-read': 'There is no letter and no digit to look for.',
  'bidder-too-long': 'This is longer than any name or number.',
} as const satisfies Record<string, string>;
