// What is asked: an operation, and the variables of its n-th request. Every contender gets the same text, but PostGraphile, whose schema follows from
// its views (`views.mjs`).

const verification =
  'found standing consideredCertified organizationName since holdsUntil then certificate { number issuedOn } letterOfGoodStanding { number year }';
const reasons = 'reasons { clause holds decides because }';

/** Steps through a list so that neighbours in it are not asked about together. */
const STEP = 7919;

const some = (list, count, turn) => Array.from({ length: count }, (_, each) => list[((turn * count + each) * STEP) % list.length]);
const subjects = (list, count, turn) => some(list, count, turn).map((wsibAccount) => ({ wsibAccount }));

const one = (name, fields) => `query ${name}($subject: VerificationSubject!) { verify(subject: $subject) { ${fields} } }`;
const many = (name, fields) => `query ${name}($subjects: [VerificationSubject!]!) { verifyMany(subjects: $subjects) { ${fields} } }`;

/** The works, about the numbers, cities, names and certificates of a sample of the registry. */
export const worksOf = ({ numbers, cities, names, certificates }) => ({
  W1: {
    about: '`verify` one account',
    query: one('W1', verification),
    variables: (turn) => ({ subject: subjects(numbers, 1, turn)[0] }),
  },
  W1r: {
    about: 'the same with its reasons',
    query: one('W1r', `${verification} ${reasons}`),
    variables: (turn) => ({ subject: subjects(numbers, 1, turn)[0] }),
  },
  W2: {
    about: '`verifyMany` of 100',
    query: many('W2', verification),
    variables: (turn) => ({ subjects: subjects(numbers, 100, turn) }),
  },
  W2b: {
    about: '`verifyMany` of 300 with their reasons',
    query: many('W2b', `${verification} ${reasons}`),
    variables: (turn) => ({ subjects: subjects(numbers, 300, turn) }),
  },
  W3: {
    about: 'a page of 50 organizations of a city, with certificates and letters',
    query: `query W3($city: String!) { organizations(filter: { city: $city }, first: 50) { nodes { legalName city accounts {
      wsibAccount standing { standing since certificate { number issuedOn } letterOfGoodStanding { number year } } } } } }`,
    variables: (turn) => ({ city: cities[turn % cities.length] }),
  },
  W4: {
    about: 'name search, the first 20',
    query: 'query W4($search: String!) { organizations(search: $search, first: 20) { nodes { legalName } } }',
    variables: (turn) => ({ search: some(names, 1, turn)[0] }),
  },
  W6: {
    about: '`proof` of a certificate',
    query: 'query W6($number: String!) { proof(number: $number) { number kind issuedOn standard state inEffect } }',
    variables: (turn) => ({ number: some(certificates, 1, turn)[0] }),
  },
  W7: {
    about: '`matchBidders` of 300 numbers',
    query: `query W7($rows: [BidderRow!]!) { matchBidders(rows: $rows) { status verification { ${verification} } } }`,
    variables: (turn) => ({ rows: some(numbers, 300, turn).map((number) => ({ number })) }),
  },
});

/** Reads the sample from a registry. */
export async function sampleOf(client, today) {
  const column = async (sql, values = []) => (await client.query({ text: sql, values, rowMode: 'array' })).rows.map(([value]) => value);
  return {
    numbers: await column(`select wsib_account from account where wsib_account ~ '^[0-9]+$' order by wsib_account limit 20011`),
    cities: await column('select city from organization where city is not null group by city order by count(*) desc, city limit 8'),
    names: await column('select legal_name from organization order by md5(id::text) limit 499'),
    certificates: await column(
      `select p.certificate_number from account a cross join lateral (
         select * from standing_period where account_id = a.id and valid_from <= $1 order by valid_from desc limit 1
       ) as p where p.standing in ('CERTIFIED', 'PENDING') order by p.certificate_number limit 4001`,
      [today],
    ),
  };
}
