import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLEnumType, isEnumType, isObjectType } from 'graphql';
import { errorInFrench } from '../../src/errors-french.ts';
import { isInWords } from '../../src/guideline/unofficial.type.ts';
import { guideline } from '../../src/rules/guideline.ts';
import { publicHolidays } from '../../src/rules/holidays.ts';
import { enumLabel } from '../../src/rules/messages/enum-label.ts';
import { french } from '../../src/rules/messages/french.ts';
import { usesOurTerms } from '../../src/rules/messages/unofficial.ts';
import { makeSchema } from '../../src/server/schema.ts';
import { readSubject } from '../../src/verification/subject.ts';
import type { VerificationSubject } from '../../src/verification/verification.input.ts';
import { noticeOf } from '../../src/webhooks/notice.ts';
import { WebhookPauseReason } from '../../src/webhooks/webhook.type.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

// Every firm here is made up. The server's day is 20 November 2026.
const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Bâtisseurs Exemple inc.,,,123456782,Exempleville',
  ],
  accounts: [
    'account,organization,wsib_account',
    ...['certified', 'pending-2', 'registered', 'lost', 'bidding'].map((key, at) => `${key},O-1,100000${at + 1}`),
  ],
  registrations: ['registration,account,confirmed_on,withdrawn_on', 'R-3,registered,2026-05-04,'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,certified,COR_2020,EXTERNAL_AUDIT,2024-11-19',
    'C-2,pending-2,COR_2020,EXTERNAL_AUDIT,2025-10-01',
    'C-4,lost,COR_2020,EXTERNAL_AUDIT,2024-03-01',
  ],
  letters: ['number,certificate_number,year,issued_on', 'L-1,C-1,2,2025-11-20'],
  bidding_documents: ['number,account,kind,issued_on,host_expires_on', 'B-5,bidding,LETTER_OF_RECIPROCITY,2026-09-01,2027-01-31'],
};

let server: TestServer;
let staff: string;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  await record(server.dataSource, facts, '2026-11-20');
  staff = await server.keyFor('staff');
});
afterAll(() => server.stop());

async function read(query: string, language = 'fr') {
  const { body } = await server.request
    .post('/graphql')
    .set({ 'accept-language': language, authorization: `Bearer ${staff}` })
    .send({ query });
  expect(body.errors).toBeUndefined();
  return body.data;
}

const words = 'standingLabel thenLabel basisLabel standardLabel consequence advice problem { message } reasons { because }';
const verify = (wsibAccount: string) => `{ verify(subject: { wsibAccount: "${wsibAccount}" }) { ${words} } }`;
const queries: [string, string][] = [
  ['a certified account', verify('1000001')],
  ['a pending account', verify('1000002')],
  ['a registered account', verify('1000003')],
  ['an account that lost its certification', verify('1000004')],
  ['an account for bidding only', verify('1000005')],
  ['a number that is not on record', verify('999')],
  ['a malformed number', verify('?')],
  ['a proof', '{ proof(number: "C-1") { kindLabel statement } }'],
  [
    'stage and obligations',
    '{ accounts(first: 5) { nodes { stage { label reasons { because } } obligations { label stateLabel byLabel because } standing { standingLabel thenLabel basisLabel reasons { because } } } } }',
  ],
  [
    'eligibility under SOSE',
    '{ soseEligibility(wsibAccount: "1000001") { outcomeLabel criteria { label findingLabel heldByLabels because missing } movedBy { because } warnings { because } } }',
  ],
  ['clauses', '{ guideline { clauses { title } } }'],
  ['holidays', '{ publicHolidays(year: 2026) { name } }'],
];

/** English as it would show in a sentence; English names of documents stand in brackets. */
const english = /(?<!\p{L})(the|and|of|is|was|are|by|not|must|no|has|with|from|for|which|until|other|audit|account|day)(?!\p{L})/iu;
const inWords = (text: string): string => text.replace(/\((?:Interim )?Letter of Good Standing\)/g, '');

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('a request in French is answered without a word of English', () => {
  test.each(queries)('%s', async (_name, query) => {
    const said = texts(await read(query));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((text) => english.test(inWords(text)))).toEqual([]);
  });

  test('and the same in English would not pass', async () => {
    const said = await Promise.all(queries.map(async ([, query]) => texts(await read(query, 'en'))));
    expect(said.map((each) => each.some((text) => english.test(text)))).toEqual(queries.map(() => true));
  });
});

/** Every kind of subject whose number cannot be one, and none. The document number is of the registry's own form. */
const malformed: readonly VerificationSubject[] = [
  {},
  { account: 'x' },
  { wsibAccount: '?' },
  { documentNumber: '' },
  { businessNumber: '1' },
  { wsibAccount: 'COR-2024-1234567890' },
  { wsibAccount: '123456782RT0001' },
];
const frenchOf = (given: VerificationSubject) => errorInFrench(readSubject(given).problem?.expected ?? '') ?? 'the English';

test('what is wrong with a number is said in French of every kind of number', () => {
  expect(malformed.map(frenchOf).filter((text) => english.test(text))).toEqual([]);
});

describe('unofficial', () => {
  /** Words without a term of the program: errors of input, holidays, and why a webhook was stopped. */
  const withoutTerms = ['BidderProblem', 'InputProblem', 'PublicHoliday', 'ReceiptProblem', 'Webhook'];

  test('stands beside all words of the schema that may have a term without official French', async () => {
    const types = Object.values((await makeSchema()).getTypeMap()).filter(isObjectType);
    const inWords = types.filter((type) => Object.keys(type.getFields()).some((name) => isInWords(type, name)));
    const without = inWords.filter((type) => !('unofficial' in type.getFields())).map(({ name }) => name);
    expect(without.sort()).toEqual(withoutTerms);
    const described = inWords.flatMap((type) => type.getFields().unofficial?.description ?? []);
    expect(new Set(described).size).toBe(1);
    expect(described.length).toBeGreaterThan(15);
  });

  test('stands nowhere else, since no other words have such a term', () => {
    const ofInput = Object.entries(french).flatMap(([id, text]) => (/^(bidder|number)-/.test(id) ? [text] : []));
    const ofHolidays = publicHolidays(2026).map(({ nameFr }) => nameFr);
    const ofWebhooks = Object.values(WebhookPauseReason).map((reason) => noticeOf(reason, 'fr'));
    const said = [...ofInput, ...ofHolidays, ...ofWebhooks, ...malformed.map(frenchOf)];
    expect(said.length).toBeGreaterThan(35);
    expect(said.filter(usesOurTerms)).toEqual([]);
  });

  test('stands beside the state of a request, of which one has such a term', async () => {
    const { enumLabels } = await read('{ enumLabels(enums: ["EquivalencyRequestStatus"]) { value unofficial } }');
    const ours = enumLabels.filter(({ unofficial }: { unofficial: boolean }) => unofficial);
    expect(ours.map(({ value }: { value: string }) => value)).toEqual(['GRANTED_FOR_BIDDING_ONLY']);
  });

  // Pending is a term of the registry’s own; a French sentence about it is unofficial, an English one is not.
  test.each([
    ['its own language', 'because(locale: FR) unofficial', true],
    ['English, which is official', 'because(locale: EN) unofficial', false],
    ['the language of the request', 'because unofficial', false],
    ['a fragment', '...Said unofficial', true],
    ['a language by variable', 'unofficial because(locale: $locale)', true],
    ['both languages', 'en: because(locale: EN) fr: because(locale: FR) unofficial', true],
    ['nothing in words', 'unofficial', false],
    ['its own old argument', 'because(locale: FR) unofficial(locale: EN)', false],
  ])('follows words in %s', async (_language, fields, expected) => {
    const fragment = 'fragment Said on Criterion { because(locale: FR) }';
    const text = `query ($locale: Locale) { soseEligibility(wsibAccount: "1000002") { criteria { criterion ${fields} label(locale: $locale) } } }`;
    const query = fields.includes('...Said') ? `${text} ${fragment}` : text;
    const locale = fields.includes('$locale') ? 'FR' : 'EN';
    const { data, errors } = await server.graphql(query, { locale }, { key: staff });
    expect(errors).toBeUndefined();
    const said: { unofficial: boolean }[] = data.soseEligibility.criteria;
    expect(said.some(({ unofficial }) => unofficial)).toBe(expected);
  });

  test('follows the request in each answer, also in one that is answered again', async () => {
    const query = '{ verify(subject: { wsibAccount: "1000002" }) { consequence(locale: FR) unofficial } }';
    for (let count = 0; count < 3; count += 1) expect((await read(query, 'en')).verify.unofficial).toBe(true);
    const { pending, none } = await read(
      '{ pending: verify(subject: { wsibAccount: "1000002" }) { unofficial } none: verify(subject: { account: "x" }) { unofficial } }',
    );
    expect([pending.unofficial, none.unofficial]).toEqual([true, false]);
  });

  test('of a list of reasons, clauses or labels is of the language of the list', async () => {
    const { verify: found } = await read(
      '{ verify(subject: { wsibAccount: "1000002" }) { en: reasons(locale: EN) { unofficial } fr: reasons { unofficial } } }',
    );
    expect(found.en.some(({ unofficial }: { unofficial: boolean }) => unofficial)).toBe(false);
    expect(found.fr.some(({ unofficial }: { unofficial: boolean }) => unofficial)).toBe(true);
  });
});

describe('the calendar', () => {
  test('gives the nine holidays of a year by day', async () => {
    const { publicHolidays } = await read('{ publicHolidays(year: 2026) { day name en: name(locale: EN) } }');
    expect(publicHolidays).toHaveLength(9);
    expect(publicHolidays[1]).toEqual({ day: '2026-02-16', name: 'jour de la Famille', en: 'Family Day' });
  });

  test('counts business days over a weekend and two holidays', async () => {
    // 24 December 2026 is a Thursday; the 25th and 26th are holidays, the 27th a Sunday, 1 January a Friday and a holiday.
    const { businessDays } = await read('{ businessDays(from: "2026-12-24", days: 5) }');
    expect(businessDays).toEqual(['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04']);
  });

  test.each([
    ['{ publicHolidays(year: 2007) { day } }', 'year must be a year from 2008 to 2040.'],
    ['{ publicHolidays(year: 2041) { day } }', 'year must be a year from 2008 to 2040.'],
    ['{ businessDays(from: "2026-01-01", days: 0) }', 'days must be a whole number from 1 to 250.'],
    ['{ businessDays(from: "2026-01-01", days: 251) }', 'days must be a whole number from 1 to 250.'],
    ['{ businessDays(from: "2007-12-31", days: 1) }', 'from must, like every day counted, be in the years 2008 to 2040.'],
    ['{ businessDays(from: "2040-12-31", days: 1) }', 'from must, like every day counted, be in the years 2008 to 2040.'],
  ])('refuses %s', async (query, message) => {
    const { errors } = await server.graphql(query);
    expect(errors).toEqual([expect.objectContaining({ message, extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) })]);
  });
});

describe('labels', () => {
  /** Enums that no person reads: orders of lists, languages; and associations, which have their names in `associations`. */
  const unread = /Order$|^Locale$|^AssociationId$/;

  let enums: readonly GraphQLEnumType[];
  let server: TestServer;
  beforeAll(async () => {
    const schema = await makeSchema();
    enums = Object.values(schema.getTypeMap()).filter((type): type is GraphQLEnumType => isEnumType(type) && !/^__/.test(type.name));
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  describe('every value of an enum that a person reads', () => {
    test.each(['en', 'fr'] as const)('has a label in %s', (locale) => {
      const without = enums
        .filter(({ name }) => !unread.test(name))
        .flatMap((type) => type.getValues().map(({ name }) => [type.name, name] as const))
        .filter(([type, value]) => enumLabel(locale, type, value) === null);
      expect(without).toEqual([]);
      expect(enums.length).toBeGreaterThan(50);
    });

    test('has a French label with the apostrophes and spaces of French', () => {
      const labels = enums.flatMap((type) => type.getValues().map(({ name }) => enumLabel('fr', type.name, name) ?? ''));
      expect(labels.filter((label) => /'| :|« | »/.test(label))).toEqual([]);
    });

    test('is returned by enumLabels, in the language of the request', async () => {
      const query = '{ enumLabels(enums: ["ApplicationStatus", "Locale", "NoSuch"]) { enum value label unofficial } }';
      const { body } = await server.request.post('/graphql').set('accept-language', 'fr-CA').send({ query });
      expect(body.data.enumLabels).toHaveLength(5);
      expect(body.data.enumLabels).toContainEqual({ enum: 'ApplicationStatus', value: 'REJECTED', label: 'rejetée', unofficial: false });
      const { data } = await server.graphql('{ enumLabels(enums: ["AuditType"], locale: FR) { value label unofficial } }');
      expect(data.enumLabels).toContainEqual({ value: 'RE_AUDIT', label: 'vérification de reprise', unofficial: true });
    });
  });

  describe('clauses in French', () => {
    const fields = 'id title source section text notEncoded unofficial interpretations { id text }';
    /** English that no French text uses; names of courses and documents are English everywhere. */
    const english = /(?<!\p{L})(the|and|of|is|was|by|not|must|with|from|for|which|until)(?!\p{L})/iu;
    const names =
      /Letter of Good Standing|Basic Auditing Principles|Introduction to Hazard & Risk Management|COR issued by the IHSA|Workplace Safety & Prevention Services|Infrastructure Health & Safety Association/g;

    test('are French to the last word, and unofficial', async () => {
      const { data } = await server.graphql(`{ guideline { clauses(locale: FR) { ${fields} } } }`);
      expect(data.guideline.clauses).toHaveLength(Object.keys(guideline).length);
      for (const { section: _, id, unofficial, interpretations, ...said } of data.guideline.clauses) {
        const words = [...Object.values(said), ...interpretations.map(({ text }: { text: string }) => text)].filter(Boolean).join(' ');
        expect([id, english.exec(words.replace(names, ''))?.[0] ?? null, unofficial]).toEqual([id, null, true]);
      }
    });

    test('contain the same numbers as in English', async () => {
      const { data } = await server.graphql('{ guideline { en: clauses(locale: EN) { id text } fr: clauses(locale: FR) { text } } }');
      // English separates thousands with a comma and decimals with a point; French uses a no-break space and a comma.
      const plain = (text: string) => text.replace(/(?<=\d)[\u00A0,](?=\d{3}\b)/g, '').replace(/,(?=\d)/g, '.');
      const numbers = (text: string) => (plain(text).match(/\d+(\.\d+)?/g) ?? []).sort();
      for (const [at, { id, text }] of data.guideline.en.entries())
        expect([id, numbers(data.guideline.fr[at].text)]).toEqual([id, numbers(text)]);
    });
  });
});
