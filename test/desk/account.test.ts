import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import ICAL from 'ical.js';
import { poolOf } from '../../src/database/data-source.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { firms, today } from './firms.ts';
import { send, textOf, visit } from './visiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z`, mailsDigests: true });
  await record(server.dataSource, firms, today);
});
afterAll(() => server.stop());

describe('while the database is away', () => {
  const away = Object.assign(new Error('the database system is shutting down'), { code: '57P03' });
  const isAway = () => {
    throw away;
  };
  const goAway = () => {
    const pool = poolOf(server.source);
    jest.spyOn(pool, 'connect').mockImplementation(isAway);
    jest.spyOn(pool, 'query').mockImplementation(isAway);
  };
  afterEach(() => void jest.restoreAllMocks());

  const sentence = 'La base de données ne répond pas. Réessayez sous peu.';

  // Whether every firm is invented was never read, and is not guessed.
  test.each([
    ['en', 'The database does not answer. Try again shortly.'],
    ['fr', sentence],
  ])('the first page after a start is 503 and says so in %s', async (lang, words) => {
    goAway();
    const { status, headers, text } = await visit(server, `/?lang=${lang}`);
    expect([status, headers['retry-after'], headers['content-type']]).toEqual([503, '1', 'text/html; charset=utf-8']);
    expect(textOf(text)).toContain(words);
    expect(text).toContain(`<html lang="${lang}">`);
  });

  test('so is a page at an address in a message', async () => {
    goAway();
    const { status, headers, text } = await visit(server, `/mail/unsubscribe/${'x'.repeat(43)}`, { 'accept-language': 'fr-CA' });
    expect([status, headers['retry-after']]).toEqual([503, '1']);
    expect(textOf(text)).toContain(sentence);
  });

  test.each(['/accounts/9000000', '/proof/C-1', '/accounts/9000000/calendar.ics'])('%s is 503 and says so', async (path) => {
    await visit(server, '/accounts');
    goAway();
    const { status, headers, text } = await visit(server, `${path}?lang=fr`);
    expect([status, headers['retry-after']]).toEqual([503, '1']);
    expect(textOf(text)).toContain(sentence);
  });

  test('so is the answer to a list', async () => {
    goAway();
    const { status, headers, text } = await send(server, '/check?lang=fr', { lang: 'fr', list: '9000000' });
    expect([status, headers['retry-after']]).toEqual([503, '1']);
    expect(textOf(text)).toContain(sentence);
  });
});

describe('the page of a firm', () => {
  test('explains its standing, and shows its timeline as a picture and as a table', async () => {
    const { status, text } = await visit(server, '/accounts/9000000');
    expect(status).toBe(200);
    const words = textOf(text);
    expect(words).toMatch(
      /Alder Paving Ltd\. ✓ Certified On 20 November 2026 What it means for a buyer The account is certified on 20 November 2026/,
    );
    expect(words).toContain('10 Feb 2027 10 Apr 2027 ◐ Pending');
    const [picture = ''] = /<svg class="picture"[\s\S]*?<\/svg>/.exec(text) ?? [];
    expect(picture).toMatch(
      /role="img" aria-label="Timeline of the standing from 10 January 2026 to 11 April 2027\. The table says the same\."/,
    );
    // Each standing has a sign, a pattern and words beside its colour.
    expect(textOf(picture)).toMatch(/✗ No current .* 10 Jan 2026 .*✓ Certified|✗/);
    for (const pattern of ['good', 'warn', 'bad']) expect(picture).toContain(`url(#pattern-${pattern})`);
    expect(textOf(picture)).toContain('today');
    // The notices of what comes are in the picture on their days, and in the table.
    expect(textOf(picture)).toMatch(
      /11 Jan 2027 notice: pending in 30 days 27 Jan 2027 notice again: in 14 days 3 Feb 2027 notice again: in 7 days/,
    );
    expect(words).toMatch(/Notice of what follows, if nothing further is recorded: 11 Jan 2027, 27 Jan 2027,? and 3 Feb 2027\./);
  });

  test('takes one operation of the API, and as many statements for one timeline as for another', async () => {
    const statementsOf = async (path: string) => {
      server.statements();
      const seen = server.logged.length;
      await visit(server, path);
      expect(server.logged.slice(seen).flatMap(({ operationName }) => operationName ?? [])).toEqual(['DeskAccount']);
      return server.statements().length;
    };
    // The first page of a process also asks whether the registry is synthetic.
    await visit(server, '/accounts');
    const counts = [await statementsOf('/accounts/9000000'), await statementsOf('/accounts/9000008')];
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeLessThanOrEqual(4);
  });

  test('answers for another day, and in French', async () => {
    const { text } = await visit(server, '/accounts/9000000?on=2027-03-01&lang=fr');
    expect(textOf(text)).toMatch(/◐ En attente Au 1er.mars.2027/);
    expect(textOf(text)).toContain('Ce que cela signifie pour un acheteur');
  });

  test('is also found by a business number or a document number', async () => {
    for (const number of ['123456782', '123456782RT0001', 'COR-2026-7K3M9QX2TB', '900-0000'])
      expect([number, textOf((await visit(server, `/accounts/${number}`)).text).includes('Alder Paving Ltd.')]).toEqual([number, true]);
  });

  test('is found by its name; several firms are offered, and a hidden firm is as unknown as one that does not exist', async () => {
    const [exact, several] = [await visit(server, '/accounts/alder%20paving%20LTD'), await visit(server, '/accounts/Dogwood%20Steel')];
    expect(textOf(exact.text)).toContain('Alder Paving Ltd. ✓ Certified On 20 November 2026');
    expect(textOf(several.text)).toMatch(/Choose the firm\. Dogwood Steel \w+\. .* 900000[67] Dogwood Steel/);
    const [hidden, none] = [
      await visit(server, '/accounts/Cedar%20Masonry%20Ltd.'),
      await visit(server, '/accounts/Zebra%20Masonry%20Ltd.'),
    ];
    expect(hidden.text.replaceAll('Cedar', 'N')).toBe(none.text.replaceAll('Zebra', 'N'));
    expect(textOf(none.text)).toContain('No firm with a current certification has this name.');
  });

  test('that is not on record says the same as for a hidden one', async () => {
    const [none, hidden] = [await visit(server, '/accounts/9999999'), await visit(server, '/accounts/9000002')];
    const withoutNumbers = (text: string) => text.replaceAll(/9999999|9000002/g, 'N');
    expect(withoutNumbers(none.text)).toBe(withoutNumbers(hidden.text));
    expect(textOf(none.text)).toContain('No current certification is on record under this number.');
  });

  test('shows staff what is due, with a key that is sent in the form and appears nowhere in the page', async () => {
    const key = await server.keyFor('staff');
    const { text } = await send(server, '/accounts/9000002', { key });
    expect(textOf(text)).toContain('✗ Certification lost');
    expect(textOf(text)).toContain('What is due');
    const [picture = ''] = /<svg class="picture"[\s\S]*?<\/svg>/.exec((await send(server, '/accounts/9000000', { key })).text) ?? [];
    expect(textOf(picture)).toMatch(/11 Nov 2026 due: maintenance audit.*10 Jan 2027 due: Letter of Good/);
    expect(text).not.toContain(key);
  });

  test('explains what is wrong with an impossible number, and with an impossible day', async () => {
    expect((await visit(server, `/accounts/${'9'.repeat(200)}`)).status).toBe(400);
    const typed = (day: string) => visit(server, `/accounts/9000000?on=${encodeURIComponent(day)}`);
    expect((await typed('le 1er mars 2027')).status).toBe(200);
    const { status, text } = await typed('03/04/2027');
    expect([status, textOf(text).includes('The day must be a calendar day')]).toEqual([400, true]);
    expect(text).toContain('name="number" value="9000000"');
  });
});

/** The entries of a calendar: day and summary. */
const entriesOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => {
    const event = new ICAL.Event(each);
    return `${event.startDate} ${event.summary}`;
  });

describe('a change of a firm', () => {
  test('is an entry of its calendar, on its day', async () => {
    const { text, headers } = await server.request.get('/accounts/9000000/calendar.ics');
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(entriesOf(text)).toEqual([
      '2026-01-10 Alder Paving Ltd.: certified',
      '2027-02-10 Alder Paving Ltd.: pending, if nothing further is recorded',
      '2027-04-11 Alder Paving Ltd.: no current certification on record, if nothing further is recorded',
    ]);
    const french = await server.request.get('/accounts/9000000/calendar.ics?lang=fr');
    expect(entriesOf(french.text)[1]).toBe('2027-02-10 Alder Paving Ltd.\u00A0: en attente, à défaut d’un nouveau fait consigné');
    const ids = (calendar: string) => calendar.match(/^UID:.*$/gm);
    expect(ids(french.text)).toEqual(ids(text));
  });

  test('is an entry of its feed', async () => {
    const { text, headers } = await server.request.get('/accounts/9000000/changes.atom');
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const titles = [...text.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
    expect(titles).toEqual([
      'COR: Alder Paving Ltd.',
      'Alder Paving Ltd.: no current certification on record, if nothing further is recorded (2027-04-11)',
      'Alder Paving Ltd.: pending, if nothing further is recorded (2027-02-10)',
      'Alder Paving Ltd.: certified (2026-01-10)',
    ]);
    const updated = [...text.matchAll(/<updated>(.*?)<\/updated>/g)].map(([, instant]) => instant);
    // No entry is of the future, and what is expected does not look changed on each day on which it is read.
    expect(updated).toEqual(Array(4).fill('2026-01-10T05:00:00Z'));
    expect((await server.request.get('/accounts/9000005/changes.atom')).text).toContain('&lt;b&gt;Bold &amp; &quot;Quoted&quot;');
  });

  test('of a hidden firm shows no more than of a number that does not exist', async () => {
    for (const file of ['calendar.ics', 'changes.atom']) {
      const [hidden, none] = [await server.request.get(`/accounts/9000002/${file}`), await server.request.get(`/accounts/9999999/${file}`)];
      // Long lines of a calendar are folded.
      const plain = (text: string) =>
        text
          .replaceAll('\r\n ', '')
          .replaceAll(/9000002|9999999/g, 'N')
          .replaceAll(/[0-9a-f]{40}/g, 'id');
      expect(plain(hidden.text)).toBe(plain(none.text));
      expect(none.text).toContain('9999999: no current certification on record');
    }
  });

  test('reaches the watch list that a firm joins from its page, and leaves', async () => {
    const key = await server.keyFor('buyer', 'City of Sudbury');
    const watched = async () => {
      const { data } = await server.graphql('{ watchLists { name accounts { nodes { wsibAccount } } } }', {}, { key });
      return data.watchLists.map((list: { name: string; accounts: { nodes: { wsibAccount: string }[] } }) =>
        [list.name, ...list.accounts.nodes.map(({ wsibAccount }) => wsibAccount)].join(' '),
      );
    };
    const first = await send(server, '/accounts/9000000/watch', { key, to: 'watch' });
    expect(textOf(first.text)).toContain('This firm is on your watch list “Firms watched on the desk”.');
    const second = await send(server, '/accounts/9000001/watch', { key, to: 'watch', lang: 'fr' });
    expect(textOf(second.text)).toContain('figure sur votre liste');
    expect(await watched()).toEqual(['Firms watched on the desk 9000000 9000001']);
    await send(server, '/accounts/9000000/watch', { key, to: 'leave' });
    expect(await watched()).toEqual(['Firms watched on the desk 9000001']);
  });

  test('is not watched on a list without a key, or with one that can have no list', async () => {
    const none = await send(server, '/accounts/9000000/watch', { to: 'watch' });
    expect([none.status, textOf(none.text).includes('enter your API key')]).toEqual([401, true]);
    const { status, text } = await send(server, '/accounts/9000000/watch', { key: await server.keyFor('ministry'), to: 'watch' });
    expect([status, textOf(text).includes('This key cannot have watch lists')]).toEqual([403, true]);
  });

  test('arrives by e-mail, after the address has agreed and until it is stopped', async () => {
    const key = await server.keyFor('buyer', 'Town of Mail');
    const say = async (to: string, fields = {}) =>
      textOf((await send(server, '/accounts/9000000/watch', { key, to, address: 'office@example.ca', ...fields })).text);
    expect(await say('mail-end')).toContain(
      'No e-mail about your watch list “Firms watched on the desk” was asked for at office@example.ca.',
    );
    expect(await say('mail')).toContain('Almost done: a message is on its way to office@example.ca.');
    expect(await say('mail', { address: 'Office@example.ca' })).toContain('Office@example.ca has not agreed yet');
    await server.dataSource.query(`update email_digest set confirmed_at = now() where address = 'office@example.ca'`);
    expect(await say('mail', { lang: 'fr' })).toContain('office@example.ca reçoit le courriel quotidien sur votre liste de surveillance');
    const { data } = await server.graphql('{ watchLists { accounts { nodes { wsibAccount } } } emailDigests { address } }', {}, { key });
    expect(data).toEqual({
      watchLists: [{ accounts: { nodes: [{ wsibAccount: '9000000' }] } }],
      emailDigests: [{ address: 'office@example.ca' }],
    });
    expect(await say('mail-end')).toContain('No more e-mail about your watch list “Firms watched on the desk” goes to office@example.ca');
    expect((await server.graphql('{ emailDigests { address endReason } }', {}, { key })).data.emailDigests).toEqual([
      { address: null, endReason: 'OWNER' },
    ]);
  });

  test.each([
    ['without a key', { key: '', address: 'office@example.ca' }, 'To be told by e-mail, enter your API key.'],
    ['at what is no address', { address: 'office example.ca' }, 'Enter one e-mail address, such as office@example.ca.'],
  ])('is not told by e-mail %s', async (_how, fields, problem) => {
    const key = await server.keyFor('buyer', 'Town of Mail');
    const { text } = await send(server, '/accounts/9000000/watch', { key, to: 'mail', ...fields });
    expect(textOf(text)).toContain(problem);
    expect(text).not.toContain('office example.ca');
  });
});

test('the form leads to the address of the firm', async () => {
  expect((await visit(server, '/accounts?number=9000000&on=&lang=fr')).headers.location).toBe('/accounts/9000000?lang=fr');
  expect((await visit(server, '/accounts?number=A%2FB%20Ltd')).headers.location).toBe('/accounts/A%2FB%20Ltd');
});
