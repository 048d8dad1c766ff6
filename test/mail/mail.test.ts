// A-1 has a certificate of 10 February 2030 and no letter: day 0 = 10 February 2031, so IHSA's letter is overdue on 10 March 2031, a Monday (day 28);
// day 30 = 12 March is the last before it is pending, which staff watch: due within a week.
// A-2 has one of 14 March 2030: its letter is due on 14 March 2031, within a week. A-3 has one of 1 June 2030: due on 1 June, within 90 days, not a week.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { fixedClock } from '../../src/clock.ts';
import type { Addressee } from '../../src/config-mail.ts';
import { askAddress, tidyDigests } from '../../src/digests/confirmation.service.ts';
import { queueDigests } from '../../src/digests/digest-mail.service.ts';
import { worthSaying } from '../../src/digests/watch-list-digest.ts';
import { mailDesk, queueDeskMail } from '../../src/mail/desk-mail.service.ts';
import { writeSummary } from '../../src/mail/desk-summary.ts';
import { mailerOf } from '../../src/mail/mailer.ts';
import { stampChanges } from '../../src/outbox/sequencer.ts';
import { setRegistryTime, sweepOn } from '../support/registry-time.ts';
import { headerOf, partsOf, type Received, startSmtp, type TestSmtp, textOf } from '../support/smtp.ts';
import { until } from '../support/until.ts';
import { workOn } from '../support/webhook-owner.ts';
import { organizations, startWriting, today, type WritingServer } from '../support/writing.ts';

const facts = {
  organizations,
  accounts: [
    'account,organization,wsib_account',
    'A-1,O-1,1000001',
    'A-2,O-1,1000002',
    'A-3,O-1,1000003',
    'B-1,O-2,2000001',
    'B-2,O-2,2000002',
  ],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2030-02-10',
    'C-2,A-2,COR_2020,EXTERNAL_AUDIT,2030-03-14',
    'C-3,A-3,COR_2020,EXTERNAL_AUDIT,2030-06-01',
    'C-4,B-2,COR_2020,EXTERNAL_AUDIT,2031-01-10',
  ],
  // G-2.4.a: the plan for improvement after an audit that passed has no day.
  audits: [
    'audit,account,type,tool,completed_on,reported_on,overall,legislated',
    'U-1,A-3,EXTERNAL,COR_2020,2030-05-02,2030-05-20,91.5,100',
  ],
  element_scores: ['audit,element,score', ...Array.from({ length: 14 }, (_, at) => `U-1,${at + 1},80`)],
  audit_steps: ['audit,on,kind', 'U-1,2030-05-20,REPORT_RECEIVED'],
};
const desk: readonly Addressee[] = [
  { locale: 'en', address: 'desk@example.ca' },
  { locale: 'fr', address: 'bureau@example.ca' },
];

let server: WritingServer;
let smtp: TestSmtp;

beforeAll(async () => {
  server = await startWriting(facts, { mailsDigests: true });
  smtp = await startSmtp();
});
afterAll(async () => {
  await smtp.stop();
  await server.stop();
});
afterEach(() => smtp.clear());

const deskMail = () => ({ send: mailerOf(smtp.url, 'registry@example.ca'), to: desk });

test('each address of the desk gets the summary in its language, with numbers and kinds and no firm', async () => {
  const worker = await workOn(server, { deskMail: deskMail() });
  await queueDeskMail(server.dataSource, desk, today);
  await queueDeskMail(server.dataSource, desk, today);
  await until(() => smtp.received.length >= 2);
  await worker.close();
  const [english] = smtp.messagesTo('desk@example.ca');
  const [french] = smtp.messagesTo('bureau@example.ca');
  if (!english || !french) throw new Error('A message is missing.');
  expect(textOf(english)).toContain('- Letter of Good Standing: 1 overdue, 2 due\n');
  expect(textOf(english)).toContain('Due by 17 March 2031 and not overdue: 2.\n');
  expect(textOf(french)).toMatch(/\n- lettre de certification en règle.*\u00A0: 1 en retard, 2 à faire\n/);
  expect(textOf(french)).toMatch(/\nÀ échéance au plus tard le 17\smars\s2031, sans compter ce qui est en retard\u00A0: 2\.\n/);
  for (const { raw } of [english, french]) {
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
    expect(raw).toMatch(/^Message-ID: <desk\.[0-9a-f]{32}@example\.ca>\r$/m);
    expect(raw).not.toMatch(/100000[123]|C-[123]|B=C3=A2tisseurs|Bâtisseurs/);
  }
  expect(smtp.received).toHaveLength(2);
});

test('a message that the mail server refuses for now is sent again, and nothing of the refusal is kept but its code', async () => {
  smtp.refuse(1);
  const worker = await workOn(server, { deskMail: deskMail() });
  await queueDeskMail(server.dataSource, desk.slice(0, 1), today);
  const failed = async () => (await server.dataSource.query(`select last_error as error from graphile_worker.jobs`))[0]?.error ?? null;
  let error: string | null = null;
  await until(async () => {
    error ??= await failed();
    return error !== null;
  });
  expect(error).toContain('The mail server did not take the message: EENVELOPE 451.');
  expect(error).not.toContain('desk@example.ca');
  await server.dataSource.query('select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())');
  await until(() => smtp.received.length === 1);
  await worker.close();
});

test('nothing goes out on a holiday, for a day that has passed, to an address that was taken off, or where nothing is due', async () => {
  // Good Friday of 2031 is 11 April.
  await queueDeskMail(server.dataSource, desk, '2031-04-11');
  expect(await server.dataSource.query('select id from graphile_worker.jobs')).toEqual([]);
  await mailDesk(server.dataSource, deskMail(), today, { address: 'desk@example.ca', day: '2031-03-07' });
  await mailDesk(server.dataSource, deskMail(), today, { address: 'gone@example.ca', day: today });
  expect(smtp.received).toEqual([]);
  expect(writeSummary('en', { today, counts: [], soon: { by: today, items: 0 } })).toBeNull();
});

describe('daily e-mail', () => {
  const digestMail = () => ({ send: mailerOf(smtp.url, 'registry@example.ca'), publicUrl: 'https://registry.example.ca', sender });
  const sender = 'IHSA, 1 Example Street, Mississauga';
  let worker: Awaited<ReturnType<typeof workOn>>;
  beforeAll(async () => {
    worker = await workOn(server, { digestMail: digestMail(), clock: fixedClock(`${today}T15:00:00Z`) });
  });
  afterAll(() => worker.close());

  const asked = async (key: string, query: string, input?: object) => {
    const { data, errors } = await server.graphql(query, input ? { input } : {}, { key });
    if (errors)
      throw new Error(`${JSON.stringify(errors)} ${JSON.stringify(server.logged.filter(({ level }) => Number(level) >= 50).at(-1))}`);
    return data;
  };
  const createText =
    'mutation ($input: CreateEmailDigestInput!) { createEmailDigest(input: $input) { ... on EmailDigest { id address confirmedAt version } } }';
  let keys = 0;
  const create = async (key: string, input: object) => {
    keys += 1;
    return (await asked(key, createText, { idempotencyKey: `d-${keys}`, ...input })).createEmailDigest;
  };
  const listed = async (key: string) =>
    (await asked(key, '{ emailDigests { id address locale confirmedAt lastSentOn endedAt endReason version } }')).emailDigests;
  /** The only message to an address, once it has come. */
  const messageTo = async (address: string): Promise<Received> => {
    await until(() => smtp.messagesTo(address).length > 0);
    const [message] = smtp.messagesTo(address);
    if (!message) throw new Error('The message is missing.');
    return message;
  };
  const pathIn = (text: string): string => /https:\/\/registry\.example\.ca(\/mail\/[a-z]+\/[\w-]{43})/.exec(text)?.[1] ?? '';
  /** Confirms the address with the page’s button, as its reader does. */
  const confirm = async (address: string) => {
    const path = pathIn(partsOf(await messageTo(address)).text);
    await server.request.post(path).type('form').send('').expect(200);
    smtp.clear();
    return path;
  };
  const ofFirm = async () => {
    const [{ id }] = await server.dataSource.query(`select id from organization where reference = 'O-1'`);
    return server.keyFor('organization', 'Bâtisseurs', id);
  };

  test('is sent to an address that confirmed it, in both forms, names no firm, and ends with one click', async () => {
    const [key, to] = [await ofFirm(), 'bureau@example.ca'];
    await create(key, { address: to, locale: 'FR' });
    const question = await messageTo(to);
    expect(partsOf(question).text).toMatch(/confirmez\u00A0:\nhttps:/);
    const path = pathIn(partsOf(question).text);
    const page = await server.request.get(path).expect(200);
    expect(page.text).toContain('<html lang="fr">');
    expect(await listed(key)).toMatchObject([{ address: to, confirmedAt: null }]);
    await confirm(to);
    await server.request.post(path).expect(200);
    await queueDigests(server.dataSource, today);
    await queueDigests(server.dataSource, today);
    const message = await messageTo(to);
    // Maintenance audits are due 60 days before 10 February, 14 March and 1 June 2031: 12 December and 13 January are past, 2 April is to come.
    const { text, html } = partsOf(message);
    expect(text).toMatch(
      /- en retard\u00A0: 2\n- à échéance au plus tard le 9\savril\s2031\u00A0: 1\n- à faire, sans échéance\u00A0: 1\n- prochaine date\u00A0: 2\savril\s2031\n/,
    );
    expect(html).toContain('<li>en retard\u00A0: 2</li>');
    expect(text).toContain(sender);
    for (const confidential of [/100000[123]/, /C-[123]/, /B.{0,4}tisseurs/]) expect(text + html + message.raw).not.toMatch(confidential);
    const unsubscribe = headerOf(message, 'List-Unsubscribe') ?? '';
    expect(headerOf(message, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    await until(async () => (await listed(key))[0].lastSentOn === today);
    await queueDigests(server.dataSource, today);
    await server.request.post(pathIn(unsubscribe)).type('form').send('List-Unsubscribe=One-Click').expect(200);
    await server.request.post(pathIn(unsubscribe)).expect(200);
    expect(await listed(key)).toMatchObject([{ address: null, endReason: 'READER' }]);
    expect(smtp.messagesTo(to)).toHaveLength(1);
    // Nothing keeps the address.
    for (const table of ['email_digest', 'audit_log', 'idempotency_key', 'recording', 'graphile_worker._private_jobs'])
      expect(await server.dataSource.query(`select * from ${table} t where t::text like '%bureau@%'`)).toEqual([]);
  });

  /** Corrects the city of an account’s organization: as many changes of its account as that, none of which a message has a line for. */
  async function correctIdentity(wsibAccount: string, times: number): Promise<void> {
    const { organization } = await server.file(wsibAccount);
    const input = { organization: organization.id, expectedVersion: organization.version, city: 'Elsewhere', reason: 'It moved' };
    const { data } = await server.mutate('correctOrganization', input);
    expect(data.correctOrganization.__typename).toBe('Organization');
    await server.dataSource.query(
      `insert into change overriding system value
       select (jsonb_populate_record(null::change, to_jsonb(c) || jsonb_build_object('id', nextval(pg_get_serial_sequence('change', 'id'))))).*
       from (select * from change where account_id = (select id from account where wsib_account = $1) order by id desc limit 1) as c,
         generate_series(2, $2)`,
      [wsibAccount, times],
    );
  }

  test('of a watch list says what anyone may see of its firms, and nothing else', async () => {
    const [key, to] = [await server.keyFor('buyer', 'Town'), 'town@example.ca'];
    const name = 'Bridge & <Road>';
    const list = `mutation ($input: CreateWatchListInput!) { createWatchList(input: $input) { ... on WatchList { id } } }`;
    const watched = { idempotencyKey: 'w', name, wsibAccounts: ['1000002', '2000001', '2000002'] };
    const watchList = (await asked(key, list, watched)).createWatchList.id;
    await create(key, { address: to, watchList });
    await confirm(to);
    await create(key, { address: 'ville@example.ca', locale: 'FR', watchList });
    await confirm('ville@example.ca');
    // 1000002 is pending from 14 April 2031, day 31: the notice of 30 days before falls due on 15 March.
    await sweepOn(server.dataSource, today);
    await sweepOn(server.dataSource, '2031-03-15');
    await setRegistryTime(server.dataSource, today);
    await correctIdentity('2000002', 51);
    await server.mutate('recordRevocation', { account: (await server.file('2000002')).id, reason: 'Fraud', document: 'M-1' });
    await server.mutate('confirmRegistration', { account: (await server.file('2000001')).id });
    await stampChanges(server.dataSource);
    await queueDigests(server.dataSource, today);
    const { text, html } = partsOf(await messageTo(to));
    expect(text).toContain(
      '- Made-up Paving Ltd., WSIB 2000002: from 10 March 2031 no current certification on record (before: certified)\n',
    );
    const notice = 'from 14 April 2031 pending, if nothing further is recorded (now certified)';
    expect(text).toContain(`- Bâtisseurs Exemple inc., WSIB 1000002: ${notice}\n`);
    expect(text.match(/^- /gm)).toHaveLength(2);
    expect(partsOf(await messageTo('ville@example.ca')).text).toMatch(
      /- Bâtisseurs Exemple inc\., WSIB 1000002\u00A0: en attente à compter du 14\savril\s2031, à défaut d’un nouveau fait consigné \(actuellement\u00A0: certifié[^)]*\)\n/,
    );
    expect(text).not.toMatch(/revoked|Fraud|2000001|registered/i);
    expect(html).toContain('“Bridge &amp; &lt;Road&gt;”');
  });

  test('of a watch list gives the last notice of a day, and none once the day has come or another change has overtaken it', () => {
    const change = (accountId: string, effectiveOn: string, noticeDays: number | null) => ({
      kind: noticeDays === null ? ('STANDING' as const) : ('NOTICE' as const),
      account: { accountId },
      effectiveOn,
      before: { standing: 'CERTIFIED' as const },
      after: { standing: 'PENDING' as const, holdsUntil: '2031-05-12' },
      noticeDays,
    });
    /** A letter of 12 March, and the day until which the standing then holds. */
    const letterUntil = (holdsUntil: string) => {
      const side = { standing: 'CERTIFIED' as const, holdsUntil };
      return { ...change('A', '2031-03-12', null), kind: 'DOCUMENT' as const, before: side, after: side };
    };
    const [month, week, lost, other] = [
      change('A', '2031-03-13', 30),
      change('A', '2031-03-13', 7),
      change('A', '2031-03-13', null),
      change('B', '2031-03-13', 30),
    ];
    expect(worthSaying([month, week, other], '2031-03-12')).toEqual([week, other]);
    expect(worthSaying([month, week, other, lost], '2031-03-13')).toEqual([lost]);
    const [sooner, later] = [change('A', '2031-03-13', null), change('A', '2031-03-14', null)];
    expect(worthSaying([sooner, week, later, other], '2031-03-12')).toEqual([sooner, week, later, other]);
    expect(worthSaying([week, later, other, sooner], '2031-03-12')).toEqual([later, other, sooner]);
    const [averting, useless] = [letterUntil('2032-03-13'), letterUntil('2031-03-13')];
    expect(worthSaying<typeof week | typeof averting>([week, averting], '2031-03-12')).toEqual([averting]);
    expect(worthSaying<typeof week | typeof averting>([week, useless], '2031-03-12')).toEqual([week, useless]);
    const corrected = { ...change('A', '2031-03-01', null), kind: 'CORRECTION' as const, after: { ...averting.after } };
    expect(worthSaying<typeof week | typeof corrected>([week, corrected], '2031-03-12')).toEqual([week, corrected]);
  });

  test('of a watch list that was deleted ends without another message', async () => {
    const [key, to] = [await server.keyFor('buyer', 'Village'), 'village@example.ca'];
    const list = `mutation ($input: CreateWatchListInput!) { createWatchList(input: $input) { ... on WatchList { id version } } }`;
    const { id: watchList, version } = (await asked(key, list, { idempotencyKey: 'g', name: 'Gone', wsibAccounts: ['1000003'] }))
      .createWatchList;
    await create(key, { address: to, watchList });
    await confirm(to);
    const deletion = 'mutation ($input: DeleteWatchListInput!) { deleteWatchList(input: $input) { __typename } }';
    await asked(key, deletion, { watchList, expectedVersion: version });
    await queueDigests(server.dataSource, today);
    await until(async () => (await listed(key))[0].endReason === 'LIST_DELETED');
    expect(await listed(key)).toMatchObject([{ address: null, endedAt: `${today}T15:00:00.000Z` }]);
    expect(smtp.messagesTo(to)).toEqual([]);
  });

  test('asks one address at most three times in 30 days, and not after it unsubscribed, and no caller sees the difference', async () => {
    const town = await ofFirm();
    for (let at = 0; at < 4; at += 1) expect(await create(town, { address: 'stranger@example.ca' })).toMatchObject({ confirmedAt: null });
    await create(town, { address: 'Bureau@example.ca' });
    await until(async () => (await server.dataSource.query('select from graphile_worker.jobs')).length === 0);
    expect(smtp.messagesTo('stranger@example.ca')).toHaveLength(3);
    expect(smtp.messagesTo('Bureau@example.ca')).toHaveLength(0);
    const again: { id: string }[] = (
      await server.dataSource.query(`update email_digest set asked_at = null where address = 'stranger@example.ca' returning id`)
    )[0];
    const sent: string[] = [];
    const mail = {
      send: async ({ to }: { readonly to: string }) => void sent.push(to),
      publicUrl: 'https://registry.example.ca',
      sender: 'IHSA',
    };
    await Promise.all(again.map(({ id }) => askAddress(server.dataSource, mail, new Date('2031-03-10T15:00:00Z'), { digest: id })));
    expect([again.length, sent.length]).toEqual([4, 3]);
  });

  test('that nobody confirms ends after seven days, is listed for 30 days more, and its address is erased', async () => {
    const key = await ofFirm();
    const confirmed = (await listed(key)).filter(({ endReason }: { endReason: string | null }) => endReason === 'READER').length;
    await tidyDigests(server.dataSource, new Date('2031-03-17T15:00:00Z'));
    expect((await listed(key)).at(-1)).toMatchObject({ endReason: null });
    await tidyDigests(server.dataSource, new Date('2031-03-17T15:00:01Z'));
    expect((await listed(key)).at(-1)).toMatchObject({ endReason: 'NOT_CONFIRMED', address: null });
    await tidyDigests(server.dataSource, new Date('2031-04-16T15:00:02Z'));
    expect(confirmed).toBe(1);
    expect(await listed(key)).toEqual([]);
  });

  test('is refused for addresses that are none, for callers without watch lists, and beyond twenty in a day', async () => {
    const key = await server.keyFor('organization', 'Other firm');
    const code = async (as: string | undefined, input: object) =>
      (await server.graphql(createText, { input: { idempotencyKey: `r-${keys++}`, ...input } }, as ? { key: as } : {})).errors?.[0]
        ?.extensions;
    for (const address of ['nobody', 'a b@example.ca', 'a@example.ca,b@example.ca', 'a@example.ca\r\nBcc: b@example.ca'])
      expect(await code(key, { address })).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'input.address' }] });
    expect(await code(undefined, { address: 'a@example.ca' })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await code(await server.keyFor('buyer', 'City'), { address: 'a@example.ca' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    for (let at = 0; at < 20; at += 1) await create(key, { address: `a${at}@example.ca` });
    expect(await code(key, { address: 'b@example.ca' })).toMatchObject({ code: 'BAD_USER_INPUT' });
    await server.request.get(`/mail/confirm/${'x'.repeat(43)}`).expect(404);
    await server.request.post(`/mail/unsubscribe/${'x'.repeat(43)}`).expect(404);
  });
});
