/** What a standing means to someone who relies on it, what to do about it, and by when. */
export const adviceEnglish = {
  'consequence-certified': 'The account is certified on {on:day}.',
  'consequence-pending': 'The account is pending on {on:day}: a document is overdue, but the account is still considered certified.',
  'consequence-bidding-only': 'The account may bid on {on:day} because of a certification elsewhere; it is not certified by IHSA.',
  'consequence-registered':
    'The account is registered on {on:day} and may show its confirmation of registration when bidding; it is not certified.',
  'consequence-lost': 'The account is not certified on {on:day}: its certification was lost.',
  'consequence-expired': 'The account is not certified on {on:day}: its equivalency certificate has expired.',
  'consequence-revoked': 'The account is not certified on {on:day}: a revocation is in effect.',
  'consequence-not-registered': 'The account is neither certified nor registered on {on:day}.',
  'consequence-none': 'No current certification is on record for {on:day}.',
  'consequence-malformed': 'The number is malformed, so nothing was looked up.',
  'consequence-no-number': 'What was entered only says that there is no number, so no standing is given.',
  'consequence-another': 'Nothing was found under this number, and it looks like something else, so no standing is given.',
  'consequence-several': 'Several accounts have this number, so no standing is given.',
  'advice-check-again': 'Check again on {holdsUntil:day}: if nothing further is recorded, the standing from that day is “{then:word}”.',
  'advice-before-pending':
    'Check again on {holdsUntil:day} at the latest: if nothing further is recorded, the account is pending from that day, and still considered certified.',
  'advice-before-the-end':
    'Check again on {holdsUntil:day} at the latest: if nothing further is recorded, the account is no longer considered certified from that day.',
  'advice-before-expiry':
    'Request equivalency again in good time: the certificate ends before {holdsUntil:day}, and there is no grace period.',
  'advice-pending':
    'Ask the contractor when the overdue document will be issued, and check again on {holdsUntil:day} at the latest: if nothing further is recorded, the account is no longer considered certified from that day.',
  'advice-bidding-only':
    'Accept it for bidding only; if nothing further is recorded, it ends before {holdsUntil:day}. If the contractor wins, require it ' +
    'to register with IHSA.',
  'advice-registered':
    'Accept the confirmation of registration only where the tender does, and ask the contractor when it expects to be certified.',
  'advice-start-over': 'The contractor must register again and start the process over.',
  'advice-expired': 'To be certified again, the contractor must request equivalency again, or register for COR 2020 and be audited.',
  'advice-revoked':
    'Ask IHSA what would lift the revocation: nothing is issued while it is in effect, and the anniversary deadlines keep running.',
  'advice-not-registered': 'To take part, the contractor must register the account with IHSA.',
  'advice-give-as-it-is': 'Enter the number in the field for its kind, or ask the firm for its WSIB account number.',
  'advice-ask-for-number': 'Ask the firm for its WSIB account number.',
  'advice-correct-number': 'Correct the number and ask again.',
  'advice-choose': 'Choose one of the candidates and ask again with its WSIB account number: a COR belongs to one account.',
  'advice-ask-ihsa': 'Check the number with the contractor. If it is correct, ask for a document and check its number, or ask IHSA.',
} as const satisfies Record<string, string>;
