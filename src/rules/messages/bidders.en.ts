/** What is said of a number, or of a row of a list of bidders, that cannot be looked up or was looked up in vain. */
export const biddersEnglish = {
  'bidder-business-number-with-wrong-check-digit':
    'This looks like a business number whose check digit is wrong: one of its digits is mistyped.',
  'bidder-account-with-letters':
    'This looks like a WSIB account number with a letter in it: such numbers may have letters, but those of today have digits only.',
  'bidder-telephone-number': 'This is a telephone number.',
  'bidder-date': 'This is a date.',
  'bidder-email-address': 'This is an e-mail address.',
  'bidder-postal-code': 'This is a postal code.',
  'bidder-number-rounded-by-a-spreadsheet': 'A spreadsheet rounded this number: format the column as text and enter it again.',
  'bidder-name': 'This is a name in the place of a number.',
  'bidder-nothing-to-read': 'There is no letter and no digit to look for.',
  'bidder-too-long': 'This is longer than any name or number.',
  'number-wsib-account': 'This has the form of a WSIB account number: give it as one.',
  'number-business-number':
    'No account with this number was found, and it has the form of a business number: if it is one, give it as such.',
  'number-document-number': 'No account with this number was found: if it is the number of a document, give it as such.',
  'number-wrong-number-of-digits': 'This has more or fewer digits than a WSIB account number or a business number.',
  'number-several-numbers': 'These are several numbers: give each a row of its own.',
  'bidder-several-firms': 'This may mean several firms: give each a row of its own, with its number.',
  'number-with-other-text': 'There is more here than a number: enter the number alone.',
  'number-amount': 'This looks like an amount of money.',
  'number-spreadsheet-error': 'This is an error of a spreadsheet in the place of a number.',
  'number-placeholder': 'This only says that there is no name or number.',
} as const satisfies Record<string, string>;
