/** How many numbers one bulk request asks about. */
const AT_ONCE = 500;

/** A root field with the numbers it asks about. */
export interface Asking {
  readonly name: string;
  readonly size: number;
  /** Whose key asks; null for a caller without one. */
  readonly scope: 'buyer' | 'sose' | 'wsib' | null;
  readonly by?: 'businessNumber';
  readonly query: string;
  readonly variables: (numbers: readonly string[]) => unknown;
}

const subjects = (numbers: readonly string[]) => numbers.map((wsibAccount) => ({ wsibAccount }));
const rows = (numbers: readonly string[]) => numbers.map((number) => ({ number }));
const single = ([n]: readonly string[]) => ({ n });

// The other root fields that take such a number are not here, with reasons: docs/decisions/0350-root-fields-that-take-a-number.md.
export const askings: readonly Asking[] = [
  {
    ...{ name: 'verify', size: 1, scope: null },
    query: 'query ($n: String!) { verify(subject: { wsibAccount: $n }) { found standing reasons { clause because } } }',
    variables: single,
  },
  {
    ...{ name: 'verifyMany', size: AT_ONCE, scope: 'buyer' },
    query: 'query ($s: [VerificationSubject!]!) { verifyMany(subjects: $s) { found standing } }',
    variables: (numbers) => ({ s: subjects(numbers) }),
  },
  {
    ...{ name: 'verifyMany by business number', size: AT_ONCE, scope: 'buyer', by: 'businessNumber' },
    query: 'query ($s: [VerificationSubject!]!) { verifyMany(subjects: $s) { found standing } }',
    variables: (numbers) => ({ s: numbers.map((businessNumber) => ({ businessNumber })) }),
  },
  {
    ...{ name: 'matchBidders', size: AT_ONCE, scope: 'buyer' },
    query: 'query ($r: [BidderRow!]!) { matchBidders(rows: $r) { status verification { found standing } } }',
    variables: (numbers) => ({ r: rows(numbers) }),
  },
  {
    ...{ name: 'checkRequirement', size: AT_ONCE, scope: 'buyer' },
    query: 'query ($r: [BidderRow!]!) { checkRequirement(requirement: { routes: [COR] }, rows: $r) { outcome } }',
    variables: (numbers) => ({ r: rows(numbers) }),
  },
  {
    ...{ name: 'account', size: 1, scope: null },
    query: 'query ($n: String!) { account(wsibAccount: $n) { id standing { standing } } }',
    variables: single,
  },
  {
    ...{ name: 'soseRecognitions', size: 1, scope: null },
    query: 'query ($n: String!) { soseRecognitions(wsibAccount: $n) { reference } }',
    variables: single,
  },
  {
    ...{ name: 'rebateEligibility', size: 1, scope: 'wsib' },
    query: 'query ($n: String!) { rebateEligibility(wsibAccount: $n) { outcome } }',
    variables: single,
  },
  {
    ...{ name: 'soseEligibility', size: 1, scope: 'sose' },
    query: 'query ($n: String!) { soseEligibility(wsibAccount: $n) { outcome judgesRecord account { id } } }',
    variables: single,
  },
  {
    ...{ name: 'soseEligibilities', size: 100, scope: 'sose' },
    query: 'query ($a: [SoseApplicant!]!) { soseEligibilities(applicants: $a) { outcome judgesRecord } }',
    variables: (numbers) => ({ a: subjects(numbers) }),
  },
];
