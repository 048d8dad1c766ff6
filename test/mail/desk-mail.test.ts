// A-1 has a certificate of 10 February 2030 and no letter: day 0 = 10 February 2031, so IHSA's letter is overdue on 10 March 2031, a Monday (day 28);
// day 30 = 12 March is the last before it is pending, which staff watch: due within a week.
// A-2 has one of 14 March 2030: its letter is due on 14 March 2031, within a week. A-3 has one of 1 June 2030: due on 1 June, within 90 days, not a week.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { Addressee } from '../../src/config-mail.ts';
import { mailDesk, queueDeskMail } from '../../src/mail/desk-mail.service.ts';
import { writeSummary } from '../../src/mail/desk-summary.ts';
import { mailerOf } from '../../src/mail/mailer.ts';
import { until } from '../support/until.ts';
import { workOn } from '../support/webhook-owner.ts';
import { organizations, startWriting, today, type WritingServer } from '../support/writing.ts';

const facts = {
  organizations,
  accounts: ['account,organization,wsib_account', 'A-1,O-1,1000001', 'A-2,O-1,1000002', 'A-3,O-1,1000003'],
  certificates: [
    'number,account,standard,basis,issued_on',
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2030-02-10',
    'C-2,A-2,COR_2020,EXTERNAL_AUDIT,2030-03-14',
    'C-3,A-3,COR_2020,EXTERNAL_AUDIT,2030-06-01',
  ],
};
const desk: readonly Addressee[] = [
  { locale: 'en', address: 'desk@example.ca' },
  { locale: 'fr', address: 'bureau@example.ca' },
];

interface Received {
  readonly to: readonly string[];
  readonly raw: string;
}

let server: WritingServer;
let smtp: SMTPServer;
let port: number;
let received: Received[];
/** How many messages the mail server still refuses for now. */
let busy: number;

beforeAll(async () => {
  server = await startWriting(facts);
});
afterAll(() => server.stop());

beforeEach(async () => {
  [received, busy] = [[], 0];
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (address, _session, answer) => {
      busy -= 1;
      answer(busy >= 0 ? Object.assign(new Error(`Try later, ${address.address}`), { responseCode: 451 }) : null);
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const address = smtp.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterEach(() => new Promise<void>((resolve) => smtp.close(() => resolve())));

const deskMail = () => ({ send: mailerOf(`smtp://127.0.0.1:${port}`, 'registry@example.ca'), to: desk });

/** The text of a message: quoted-printable, in UTF-8. */
const textOf = ({ raw }: Received): string =>
  Buffer.from(
    raw
      .slice(raw.indexOf('\r\n\r\n') + 4)
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
    .toString()
    .replaceAll('\r\n', '\n');

const messageTo = (address: string) => received.filter(({ to }) => to.includes(address));

test('each address of the desk gets the summary in its language, with numbers and kinds and no firm', async () => {
  const worker = await workOn(server, { deskMail: deskMail() });
  await queueDeskMail(server.dataSource, desk, today);
  await queueDeskMail(server.dataSource, desk, today);
  await until(() => received.length >= 2);
  await worker.close();
  const [english] = messageTo('desk@example.ca');
  const [french] = messageTo('bureau@example.ca');
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
  expect(received).toHaveLength(2);
});

test('a message that the mail server refuses for now is sent again, and nothing of the refusal is kept but its code', async () => {
  busy = 1;
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
  await until(() => received.length === 1);
  await worker.close();
});

test('nothing goes out on a holiday, for a day that has passed, to an address that was taken off, or where nothing is due', async () => {
  // Good Friday of 2031 is 11 April.
  await queueDeskMail(server.dataSource, desk, '2031-04-11');
  expect(await server.dataSource.query('select id from graphile_worker.jobs')).toEqual([]);
  await mailDesk(server.dataSource, deskMail(), today, { address: 'desk@example.ca', day: '2031-03-07' });
  await mailDesk(server.dataSource, deskMail(), today, { address: 'gone@example.ca', day: today });
  expect(received).toEqual([]);
  expect(writeSummary('en', { today, counts: [], soon: { by: today, items: 0 } })).toBeNull();
});
