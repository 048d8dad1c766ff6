// The works as PostGraphile is asked them, since its schema follows from its views. An answer is given the shape of the others when it is compared,
// and not while anything is timed.
import { proofOf, reasonsOf, verificationOf } from './law.mjs';

const verification = `standing consideredCertified organizationName since holdsUntil nextStanding
  certificateNumber certificateIssuedOn letterNumber letterYear`;
const reasons = 'shownReasons { clause holds decides because }';

const numbersOf = ({ subjects }) => subjects.map(({ wsibAccount }) => wsibAccount);

const one = (name, fields) => ({
  query: `query ${name}($number: String!) { verificationByWsibAccount(wsibAccount: $number) { ${fields} } }`,
  given: ({ subject }) => ({ number: subject.wsibAccount }),
  read: ({ verificationByWsibAccount }) => ({ verify: shaped(verificationByWsibAccount, fields.includes(reasons)) }),
});

const many = (name, fields) => ({
  query: `query ${name}($numbers: [String!]!) { verifyManyList(numbers: $numbers) { wsibAccount ${fields} } }`,
  given: (variables) => ({ numbers: numbersOf(variables) }),
  read: ({ verifyManyList }, variables) => {
    const rows = new Map(verifyManyList.map((row) => [row.wsibAccount, row]));
    return { verifyMany: numbersOf(variables).map((number) => shaped(rows.get(number), fields.includes(reasons))) };
  },
});

/** A work as PostGraphile is asked it; `read` gives the n-th answer the shape of the others'. */
export function askedOfViews(name, work) {
  const { query, given, read } = asked[name];
  return { ...work, query, variables: (turn) => given(work.variables(turn)), read: (data, turn) => read(data, work.variables(turn)) };
}

const asked = {
  W1: one('W1', verification),
  W1r: one('W1r', `${verification} ${reasons}`),
  W2: many('W2', verification),
  W2b: many('W2b', `${verification} ${reasons}`),
  W3: {
    query: `query W3($city: String!) { organizationsOfCityList(city: $city) { legalName city verificationsByOrganizationId(orderBy: [WSIB_ACCOUNT_ASC]) {
      nodes { wsibAccount standing since certificateNumber certificateIssuedOn letterNumber letterYear } } } }`,
    given: (variables) => variables,
    read: ({ organizationsOfCityList }) => ({
      organizations: {
        nodes: organizationsOfCityList.map(({ legalName, city, verificationsByOrganizationId: { nodes } }) => {
          return { legalName, city, accounts: nodes.map((row) => ({ wsibAccount: row.wsibAccount, standing: standingOf(shaped(row)) })) };
        }),
      },
    }),
  },
  W6: {
    query: 'query W6($number: String!) { certificateProofByNumber(number: $number) { number issuedOn standard standing } }',
    given: (variables) => variables,
    read: ({ certificateProofByNumber: row }) => ({ proof: proofOf(row === null ? undefined : { ...row, issued_on: row.issuedOn }) }),
  },
};

const standingOf = ({ standing, since, certificate, letterOfGoodStanding }) => ({ standing, since, certificate, letterOfGoodStanding });

/** The row of a view as `verify` answers it. */
function shaped(shown, withReasons = false) {
  const answer = verificationOf(shown ? rowOf(shown) : undefined);
  const { row, ...fields } = answer;
  return withReasons ? { ...fields, reasons: shown?.shownReasons ?? reasonsOf(answer) } : fields;
}

const rowOf = (shown) => ({
  standing: shown.standing,
  legal_name: shown.organizationName,
  since: shown.since,
  holds_until: shown.holdsUntil,
  next_standing: shown.nextStanding,
  certificate_number: shown.certificateNumber,
  certificate_issued_on: shown.certificateIssuedOn,
  letter_number: shown.letterNumber,
  letter_year: shown.letterYear,
});
