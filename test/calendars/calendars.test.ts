// A-1 of O-1 has a certificate of 1 June 2030, A-2 of O-1 one of 1 September 2030, B-1 of O-2 one of 1 June 2030. Today is 10 March 2031.
// first anniversary 1 June 2031, maintenance audit by 2 April 2031 (60 days before), pending from 2 July 2031 (day 31).
// first anniversary 1 September 2031, maintenance audit by 3 July 2031, pending from 2 October 2031.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { startWriting, today, type WritingServer } from '../support/writing.ts';

const facts = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Bâtisseurs Exemple inc.,,,123456782,Exempleville',
    'O-2,Other Builders Inc.,,,,Sudbury',
  ],
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-1,1000002', 'B-1,O-2,2000001'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-2,A-2,COR_2020,EXTERNAL_AUDIT,2030-09-01',
    'C-3,B-1,COR_2020,EXTERNAL_AUDIT,2030-06-01',
  ],
};

let server: WritingServer;
const keys = { own: '', other: '', buyer: '' };

beforeAll(async () => {
  server = await startWriting(facts);
  keys.own = await server.keyFor('organization', 'Bâtisseurs Exemple inc.', await organizationId('O-1'));
  keys.other = await server.keyFor('organization', 'Other Builders Inc.', await organizationId('O-2'));
  keys.buyer = await server.keyFor('buyer', 'City of Sudbury');
});

afterAll(() => server.stop());

async function organizationId(reference: string): Promise<string> {
  const [row] = await server.dataSource.query('select id from organization where reference = $1', [reference]);
  return row.id;
}

let requests = 0;
const creating = `mutation ($input: CreateCalendarFeedInput!) { done: createCalendarFeed(input: $input) {
  ... on IssuedCalendarFeed { path calendar { id name locale revokedAt version } } } }`;
const revoking = `mutation ($input: RevokeCalendarFeedInput!) { done: revokeCalendarFeed(input: $input) {
  ... on CalendarFeed { id revokedAt version } } }`;

async function create(input: Record<string, unknown> = {}, key = keys.own) {
  requests += 1;
  const { data, errors } = await server.graphql(creating, { input: { idempotencyKey: `k-${requests}`, name: 'COR', ...input } }, { key });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.done;
}

const read = (path: string) => server.request.get(path);

interface Shown {
  readonly uid: string;
  readonly summary: string;
  readonly day: string;
  readonly sequence: number;
}

/** The events as ical.js reads them, by day. */
async function events(path: string): Promise<Shown[]> {
  const { text } = await read(path);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar
    .getAllSubcomponents('vevent')
    .map((event) => ({
      uid: String(event.getFirstPropertyValue('uid')),
      summary: String(event.getFirstPropertyValue('summary')),
      day: String(event.getFirstPropertyValue('dtstart')),
      sequence: Number(event.getFirstPropertyValue('sequence')),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

const on = (all: readonly Shown[], day: string) => all.find((each) => each.day === day);

describe('a calendar', () => {
  test('lists what the organization must do and when a standing changes, for all its accounts and no others', async () => {
    const { path } = await create();
    const all = await events(path);
    expect(all.filter(({ day }) => day < '2032').map(({ day, summary }) => `${day} ${summary}`)).toEqual([
      expect.stringMatching(/^2031-04-02 WSIB 1000001: .*maintenance audit/i),
      '2031-07-02 WSIB 1000001: the standing changes',
      expect.stringMatching(/^2031-07-03 WSIB 1000002: .*maintenance audit/i),
      '2031-10-02 WSIB 1000002: the standing changes',
    ]);
    // To the third anniversaries, 1 June and 1 September 2033.
    expect(all.at(-1)).toMatchObject({ day: '2033-09-01', summary: 'WSIB 1000002: registration for the new cycle' });
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
  });

  test('reads as the same whole days in another parser', async () => {
    const { path } = await create();
    const { text } = await read(path);
    const parsed = Object.values(nodeIcal.sync.parseICS(text)).filter((each) => each?.type === 'VEVENT');
    const days = parsed.map((event) => {
      if (event?.type !== 'VEVENT') throw new Error('not an event');
      const { start, datetype } = event;
      return `${datetype} ${start.getFullYear()}-${start.getMonth() + 1}-${start.getDate()}`;
    });
    expect(days.filter((each) => each.includes(' 2031-')).sort()).toEqual([
      ...['date 2031-10-2', 'date 2031-4-2', 'date 2031-7-2', 'date 2031-7-3'],
    ]);
    expect(text).toMatch(/\r\nDTSTART;VALUE=DATE:20310402\r\nDTEND;VALUE=DATE:20310403\r\n/);
  });

  test('is in French if that was asked for', async () => {
    const { path, calendar } = await create({ locale: 'FR', name: 'Échéances' });
    expect(calendar).toMatchObject({ name: 'Échéances', locale: 'FR', version: 1, revokedAt: null });
    expect(on(await events(path), '2031-07-02')?.summary).toBe('WSIB 1000001\u00A0: changement de situation');
  });

  test('keeps to RFC 5545: its name is escaped, and no line is over 75 octets or cuts a character', async () => {
    const name = `Échéances; Bâtisseurs, L’Île\\Sud ${'é'.repeat(60)} 🦺`;
    const { path } = await create({ locale: 'FR', name });
    const { text } = await read(path);
    expect(text).toContain('\r\nX-WR-CALNAME:Échéances\\; Bâtisseurs\\, L’Île\\\\Sud ');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[\uFFFD\n](?<!\r\n)|[\uD800-\uDFFF]\r\n (?=[\uDC00-\uDFFF])/);
    expect(nodeIcal.sync.parseICS(text)).toMatchObject({ vcalendar: { 'WR-CALNAME': name } });
  });

  test('keeps UID and SEQUENCE while nothing changes, and says what was done with the next SEQUENCE', async () => {
    const { path } = await create();
    const before = await events(path);
    expect(await events(path)).toEqual(before);
    expect(before.every(({ sequence }) => sequence === 0)).toBe(true);
    const { id: certificate } = (await server.file('1000001')).certificates[0] ?? { id: '' };
    const { data } = await server.mutate('issueLetterOfGoodStanding', {
      ...(await server.issuableLetter(certificate)),
      year: 2,
      issuedOn: today,
    });
    expect(data.issueLetterOfGoodStanding.__typename).toBe('LetterOfGoodStanding');
    const after = await events(path);
    expect(on(after, '2031-04-02')).toMatchObject({
      uid: on(before, '2031-04-02')?.uid,
      summary: expect.stringMatching(/^Done: WSIB 1000001: /),
      sequence: 1,
    });
    expect(on(after, '2031-07-02')).toBeUndefined();
    expect(on(after, '2031-07-03')).toEqual(on(before, '2031-07-03'));
  });

  // A certificate of 8 September 2030: maintenance audit 60 days before 8 September 2031 = 10 July, pending on day 31 = 9 October 2031.
  test('moves what is due to another day, and a change of the standing with it, as the same event with the next SEQUENCE', async () => {
    const { path } = await create();
    const before = await events(path);
    const { id: certificate, version: expectedVersion } = (await server.file('1000002')).certificates[0] ?? { id: '', version: 0 };
    await server.mutate('correctCertificate', { certificate, expectedVersion, issuedOn: '2030-09-08', reason: 'Misread' });
    const after = await events(path);
    const moved = [
      ['2031-07-03', '2031-07-10'],
      ['2031-10-02', '2031-10-09'],
    ] as const;
    for (const [from, to] of moved) {
      const event = on(before, from);
      expect(event).toBeDefined();
      expect(after.filter(({ uid }) => uid === event?.uid)).toEqual([{ ...event, day: to, sequence: 1 }]);
      expect(on(after, from)).toBeUndefined();
    }
    expect(after.map(({ uid }) => uid).toSorted()).toEqual(before.map(({ uid }) => uid).toSorted());
  });

  test('is read with the rights its holder has at that moment: nothing without a valid key', async () => {
    const { path } = await create({}, keys.other);
    expect((await events(path)).length).toBeGreaterThan(0);
    await server.dataSource.query(`update api_key set revoked_at = now() where holder = 'Other Builders Inc.'`);
    const gone = await read(path);
    const never = await read(`/calendars/${'x'.repeat(43)}.ics`);
    expect([gone.status, gone.text]).toEqual([404, never.text]);
  });

  test('can be revoked by its owner: its address then answers like one that never existed', async () => {
    const { path, calendar } = await create();
    expect((await read(path)).status).toBe(200);
    const input = { calendar: calendar.id, expectedVersion: calendar.version };
    const strange = await server.graphql(revoking, { input }, { key: keys.buyer });
    expect(strange.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { data } = await server.graphql(revoking, { input }, { key: keys.own });
    expect(data.done).toMatchObject({ id: calendar.id, version: 2, revokedAt: expect.any(String) });
    expect((await read(path)).status).toBe(404);
    const list = await server.graphql('{ calendarFeeds { id revokedAt } }', {}, { key: keys.own });
    expect(list.data.calendarFeeds).toContainEqual({ id: calendar.id, revokedAt: data.done.revokedAt });
  });

  test('shows its address once: the address is stored as a hash, never logged or cached, and each read is in the audit log', async () => {
    const input = { idempotencyKey: 'once', name: 'COR' };
    const first = (await server.graphql(creating, { input }, { key: keys.own })).data.done;
    const again = (await server.graphql(creating, { input }, { key: keys.own })).data.done;
    expect([again.calendar.id, again.path]).toEqual([first.calendar.id, null]);
    const { headers } = await read(first.path);
    expect([headers['cache-control'], headers['content-type']]).toEqual(['private, no-store', 'text/calendar; charset=utf-8']);
    const secret = first.path.slice('/calendars/'.length, -'.ics'.length);
    expect(JSON.stringify(server.logged)).not.toContain(secret);
    const kept = await server.dataSource
      .query('select row_to_json(each)::text as text from (select * from mutation_result) as each')
      .catch(() => []);
    expect(JSON.stringify(kept)).not.toContain(secret);
    const read1 = await server.dataSource.query(`select actor, details from audit_log where action = 'readCalendar'`);
    expect(JSON.stringify(read1)).not.toContain(secret);
    expect(read1.length).toBeGreaterThan(0);
  });

  test('is for organizations only', async () => {
    const refused = await server.graphql(creating, { input: { idempotencyKey: 'buyer', name: 'COR' } }, { key: keys.buyer });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await server.graphql('{ calendarFeeds { id } }', {}, { key: keys.buyer })).data.calendarFeeds).toEqual([]);
    const { data } = await server.graphql('{ calendarFeeds { id } }', {}, { key: keys.own });
    const node = await server.graphql('query ($id: ID!) { node(id: $id) { id } }', { id: data.calendarFeeds[0].id }, { key: keys.buyer });
    expect(node.data.node).toBeNull();
  });
});
