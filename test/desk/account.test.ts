import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { firms, today } from './firms.ts';
import { send, textOf, visit } from './visiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, firms, today);
});
afterAll(() => server.stop());

describe('the page of a firm', () => {
  test('explains its standing, and shows its timeline as a picture and as a table', async () => {
    const { status, text } = await visit(server, '/accounts/9000000');
    expect(status).toBe(200);
    const words = textOf(text);
    expect(words).toMatch(
      /Alder Paving Ltd\. ✓ Certified On 20 November 2026 What it means for a buyer The account is certified on 20 November 2026/,
    );
    expect(words).toContain('10 February 2027 10 April 2027 ◐ Pending');
    const [picture = ''] = /<svg class="picture"[\s\S]*?<\/svg>/.exec(text) ?? [];
    expect(picture).toMatch(
      /role="img" aria-label="Timeline of the standing from 10 January 2026 to 11 April 2027\. The table says the same\."/,
    );
    // Each standing has a sign, a pattern and words beside its colour.
    expect(textOf(picture)).toMatch(/✗ No current .* 10 Jan 2026 .*✓ Certified|✗/);
    for (const pattern of ['good', 'warn', 'bad']) expect(picture).toContain(`url(#pattern-${pattern})`);
    expect(textOf(picture)).toContain('today');
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
    expect(text).not.toContain(key);
  });

  test('explains what is wrong with an impossible number, and with an impossible day', async () => {
    expect((await visit(server, `/accounts/${'9'.repeat(200)}`)).status).toBe(400);
    const { status, text } = await visit(server, '/accounts/9000000?on=tomorrow');
    expect([status, textOf(text).includes('The day must be a calendar day')]).toEqual([400, true]);
  });
});

test('the form leads to the address of the firm', async () => {
  expect((await visit(server, '/accounts?number=9000000&on=&lang=fr')).headers.location).toBe('/accounts/9000000?lang=fr');
  expect((await visit(server, '/accounts?number=A%2FB%20Ltd')).headers.location).toBe('/accounts/A%2FB%20Ltd');
});
