/** What is said of a requirement of a tender. */
export const tenderEnglish = {
  'tender-route-met': 'On {on:day} the account meets “{route:word}”.',
  'tender-route-missed': 'On {on:day} the account does not meet “{route:word}”: {standing:word}.',
  'tender-route-not-known': 'Whether the bidder meets “{route:word}” is not known here.',
  'tender-document-not-in-effect':
    'Document {document} is not in effect on {on:day}. Whether the bidder meets “{route:word}” by another is not known here.',
  'tender-pending-not-accepted': 'On {on:day} the account is pending, which this tender does not accept.',
  'tender-other-certificate': 'The certificate in effect is not one for “{route:word}”.',
  'tender-for-bidding-only': 'A document for bidding only does not cover the work: who wins the contract registers and is audited.',
  'tender-cure-pending': 'The missing letter or certificate cures it, if it is issued by {on:day}.',
  'tender-cure-past':
    'Nothing issued from now on cures it: {on:day} has passed, and a document counts from its own day. One of that day or before may not be recorded yet: the bidder can show it.',
  'tender-cure-standard': 'Moving to COR 2020 cures it, by a transition audit or the next external audit, if done by {on:day}.',
  'tender-cure-bidding-only': 'Registration and a certificate from IHSA cure it, if issued by {on:day}.',
  'tender-cure-certificate': 'A certificate in effect on {on:day} cures it.',
  'tender-cure-equivalency':
    'A certificate by “{route:word}” in effect on {on:day} cures it. IHSA’s review is due in time for a request that is complete by {submitBy:day}.',
  'tender-cure-equivalency-late':
    'A certificate by “{route:word}” in effect on {on:day} cures it. For a new request it is late: IHSA’s review may take longer than until that day.',
  'tender-cure-reciprocity': 'A letter of reciprocity or an interim letter in effect on {on:day} cures it.',
  'tender-cure-registration': 'A registration confirmed by {on:day} cures it.',
  'tender-cure-none': 'Nothing that this tender accepts covers the days of a contract: a document for bidding only does not.',
  'tender-cure-partners': 'See each partner for what would cure it.',
  'tender-partners-all': 'Each partner meets the requirement.',
  'tender-partners-none': 'No partner meets the requirement.',
  'tender-partners-differ': 'It is not shown that each partner meets the requirement.',
  'tender-ask-ministry': 'The Chief Prevention Officer’s office can say, or the bidder by its recognition.',
  'tender-ask-for-confirmation': 'The bidder can say, by its confirmation of registration, or IHSA.',
  'tender-ask-for-letter': 'The bidder can say, by its letter of reciprocity or interim letter, or IHSA.',
  'tender-ask-bidder': 'The bidder can say, by its certificate.',
  'tender-ask-choose': 'Choose one of the candidates, and ask again by its account number.',
  'tender-ask-correct': 'Correct the row, or ask the bidder for its WSIB account number.',
  'tender-ask-other-name':
    'The number is that of {firm}, and the name beside it is another. Find out which of the two is meant, then ask again by the number alone or with the right name.',
  'tender-ask-compare-name': 'The number is that of {firm}; the name beside it is only similar. Compare the two.',
  'tender-ask-compare-document':
    'The number does not say whose document {document} is. Compare the firm on the document with the bidder, or give the bidder’s name beside the number.',
  'tender-ask-partners': 'The tender says which partners must meet it: each has an answer of its own.',
  'tender-warning':
    'O. Reg. 364/25, in force since 1 January 2026, has a public owner that requires an accredited health and safety management system for construction accept every accredited system as equal. This requirement names some and not all. The regulation also reaches prequalification, requests for information and vendor of record lists. We have not read sections 3 to 5 of the regulation.',
  'tender-warning-owner-not-given':
    'You did not say who issues the tender, so it was not judged whether O. Reg. 364/25 concerns this requirement. In force since 1 January 2026, the regulation has a public owner that requires an accredited health and safety management system for construction accept every accredited system as equal; this requirement names some and not all. Say who issues the tender. We have not read sections 3 to 5 of the regulation.',
  'tender-warning-not-known':
    'O. Reg. 364/25, in force since 1 January 2026, has a public owner that requires an accredited health and safety management system for construction accept every accredited system as equal. This requirement names each system that is known here to be accredited; whether those that it leaves out are accredited is not known here. The regulation also reaches prequalification, requests for information and vendor of record lists. We have not read sections 3 to 5 of the regulation.',
  'tender-warning-owner-not-given-not-known':
    'You did not say who issues the tender, so it was not judged whether O. Reg. 364/25 concerns this requirement. In force since 1 January 2026, the regulation has a public owner that requires an accredited health and safety management system for construction accept every accredited system as equal; this requirement names each system that is known here to be accredited; whether those that it leaves out are accredited is not known here. Say who issues the tender. We have not read sections 3 to 5 of the regulation.',
} as const satisfies Record<string, string>;

export const tenderWordsEnglish = {
  COR_2020_ROUTE: 'COR 2020',
  ISO_45001_ROUTE: 'equivalency by ISO 45001',
  MLITSD_ROUTE: 'equivalency by the ministry’s accreditation',
  RECIPROCITY: 'reciprocity, for bidding',
  REGISTRATION: 'registration or letter of intent',
  SOSE_RECOGNITION: 'recognition under SOSE',
  OTHER_ACCREDITED_SYSTEM: 'another accredited system',
} as const satisfies Record<string, string>;
