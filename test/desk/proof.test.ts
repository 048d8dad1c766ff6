import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import type { ProofAnswer } from '../../src/desk/operations.ts';
import { proofPdf } from '../../src/desk/proof/proof-pdf.ts';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { firms, today } from './firms.ts';
import { readPdf } from './reading-pdf.ts';
import { send, textOf, visit } from './visiting.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: `${today}T15:00:00Z` });
  await record(server.dataSource, firms, today);
});
afterAll(() => server.stop());

/** A file as a browser gets it. */
const bytesOf = async (path: string, headers: Record<string, string> = {}): Promise<{ bytes: Buffer; headers: Record<string, string> }> => {
  const answer = await request(server.url)
    .get(path)
    .set(headers)
    .buffer(true)
    .parse((incoming, done) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk) => chunks.push(chunk));
      incoming.on('end', () => done(null, Buffer.concat(chunks)));
    });
  return { bytes: answer.body, headers: answer.headers };
};

/** Width in millimetres of the QR code in the file, without its white margin. */
const CODE_MM = (28 * 29) / (29 + 8);

describe('the page of a document', () => {
  test('says in both languages whether it is genuine and in effect, and has a QR code', async () => {
    const { status, text } = await visit(server, '/proof/COR-2026-7K3M9QX2TB');
    expect(status).toBe(200);
    const words = textOf(text);
    expect(words).toContain('✓ Genuine and in effect');
    expect(words).toContain('✓ Authentique et en vigueur');
    expect(words).toContain('Issued to Alder Paving Ltd.');
    expect(text).toContain('<section class="other" lang="fr"');
    expect(text).toMatch(/<svg class="code"[^>]* aria-label="Scan to check this document today\."/);
  });

  test('says so if the certificate is lost', async () => {
    const words = textOf((await visit(server, '/proof/C-3')).text);
    expect(words).toContain('✗ On record, but not in effect');
  });

  test('compares the firm that a person enters, if its number can be guessed', async () => {
    expect(textOf((await visit(server, '/proof/C-7')).text)).toContain('Whose document is it?');
    for (const holder of ['Dogwood%20Steel%20Inc.', '9000006']) {
      const words = textOf((await visit(server, `/proof/C-7?holder=${holder}`)).text);
      expect([holder, words.includes('The firm that you entered is the one on record.')]).toEqual([holder, true]);
      expect(words).toContain('Issued to Dogwood Steel Inc.');
    }
    const other = textOf((await visit(server, '/proof/C-7?holder=Alder%20Paving%20Ltd.')).text);
    expect(other).toContain('What you entered is not on record with this number.');
    expect(other).not.toContain('Issued to');
    expect(other).not.toContain('Genuine');
    expect(other).toContain('✗ Not on record for this firm');
    // Nobody has compared its firm yet.
    const unnamed = textOf((await visit(server, '/proof/C-7')).text);
    expect(unnamed).toContain('? In effect: compare the firm');
    expect(unnamed).toContain('? En vigueur\u00A0: comparez l’entreprise');
    const { text } = await visit(server, '/proof/C-7?holder=9000006');
    expect([textOf(text).includes('✓ Genuine and in effect'), text.includes('/proof/C-7.pdf?holder=9000006')]).toEqual([true, true]);
    expect(textOf((await visit(server, '/proof/COR-2026-7K3M9QX2TB')).text)).not.toContain('Whose document is it?');
  });

  test('answers 404 for a document not on record, and repeats nothing as genuine', async () => {
    const { status, text } = await visit(server, '/proof/COR-2026-0000000000');
    expect([status, textOf(text).includes('✗ Not on record')]).toEqual([404, true]);
    expect(text).toContain('name="number" value="COR-2026-0000000000"');
  });

  test('is reached through its form, in capitals as QR codes write it, and by a number as typed', async () => {
    expect((await visit(server, '/proof?number=COR-2026-7K3M9QX2TB')).headers.location).toBe('/proof/COR-2026-7K3M9QX2TB');
    expect((await visit(server, '/PROOF/COR-2026-7K3M9QX2TB')).status).toBe(200);
    expect((await visit(server, '/proof/cor%202026%207k3m9qx2tb')).status).toBe(200);
  });
});

describe('the PDF of a document', () => {
  test('has its text in both languages, its language and title, and tags', async () => {
    const { bytes, headers } = await bytesOf('/proof/COR-2026-7K3M9QX2TB.pdf', { 'accept-language': 'fr-CA' });
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      'application/pdf',
      'inline; filename="COR-2026-7K3M9QX2TB.pdf"',
    ]);
    const { pages } = await readPdf(bytes, CODE_MM);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Genuine and in effect');
    expect(pages[0]).toContain('Authentique et en vigueur');
    const raw = bytes.toString('latin1');
    expect(raw).toContain('/Lang (fr-CA)');
    expect(raw).toContain('/Lang (en-CA)');
    for (const mark of ['/Marked true', '/DisplayDocTitle true', '/S /Figure', '/S /H1', '/S /TD'])
      expect([mark, raw.includes(mark)]).toEqual([mark, true]);
  });

  test('prints every letter of a name correctly, also in the second document of a process', async () => {
    for (const _ of ['first', 'second']) {
      const [lukasz, nunavut] = await Promise.all(
        ['COR-2026-8K3M9QX2TB', 'COR-2026-9K3M9QX2TB'].map((number) => bytesOf(`/proof/${number}.pdf`)),
      );
      expect((await readPdf(lukasz!.bytes, CODE_MM)).pages[0]).toContain('Łukasz & Doğan Bâtisseurs Őri inc.');
      expect((await readPdf(nunavut!.bytes, CODE_MM)).pages[0]).toContain('ᓄᓇᕗᑦ ᓴᓇᔨᒃᑯᑦ Nunavut Builders Ltd.');
    }
  });

  test('has one page, with its code on it, however long the name of the firm', async () => {
    const name = 'Société de génie civil Łukasz & Doğan Bâtisseurs Őri et associés inc. '.repeat(5).slice(0, 300);
    const said = `Le document COR-2026-7K3M9QX2TB, lettre provisoire de certification en règle (Interim Letter of Good Standing), délivré le 30 novembre 2026 à ${name} (WSIB 9000001), figure au registre; il n’est pas en vigueur le 30 novembre 2026 : il est arrivé à échéance.`;
    const proof: ProofAnswer = {
      ...{ number: 'COR-2026-7K3M9QX2TB', kind: 'INTERIM_LOGS', organizationName: name, wsibAccount: '9000001', holderAgrees: true },
      ...{
        kindEn: 'interim Letter of Good Standing',
        kindFr: 'lettre provisoire de certification en règle (Interim Letter of Good Standing)',
      },
      ...{ issuedOn: '2026-11-30', standard: 'COR_2020', year: 2, inEffect: true, effectiveUntil: '2027-08-13', on: '2026-11-30' },
      ...{ statementEn: said, statementFr: said },
    };
    const unreal = ['Données fictives : toutes les entreprises de ce registre sont inventées.'];
    const { pages, code } = await readPdf(await proofPdf(proof, 'fr', { address: server.url, unreal }), CODE_MM);
    expect([pages.length, code]).toEqual([1, `${server.url}/PROOF/COR-2026-7K3M9QX2TB`.toUpperCase()]);
  });

  test('has a QR code that another decoder reads when printed at 15 mm', async () => {
    const { bytes } = await bytesOf('/proof/COR-2026-7K3M9QX2TB.pdf');
    const { code } = await readPdf(bytes, CODE_MM);
    expect(code).toBe(`${server.url}/PROOF/COR-2026-7K3M9QX2TB`.toUpperCase());
    const { bytes: other } = await bytesOf('/proof/C-2.pdf');
    expect((await readPdf(other, CODE_MM)).code).toBe(`${server.url}/PROOF/C-2`.toUpperCase());
  });
});

describe('the page of a receipt', () => {
  const keep = async (key: string) => {
    const input = {
      idempotencyKey: 'desk',
      rows: [{ number: '9000000' }, { name: 'JV Alder Paving Ltd. / Birch Roofing Inc.' }, { name: 'Dogwood Steel' }],
      requirement: { routes: ['COR_2020'], contractTo: '2027-12-31' },
    };
    const text = 'mutation ($input: KeepReceiptInput!) { keepReceipt(input: $input) { ... on Receipt { number } } }';
    return (await server.graphql(text, { input }, { key })).data.keepReceipt.number as string;
  };

  test('says to its holder what was asked and answered, and whether it would be the same today', async () => {
    const key = await server.keyFor('buyer', 'City of Receipts');
    const number = await keep(key);
    const { status, text } = await send(server, '/receipts', { number: number.toLowerCase(), key });
    expect(status).toBe(200);
    const words = textOf(text);
    expect(words).toContain(`Receipt ${number} ✓ Every answer would be the same today.`);
    expect(words).toContain('Contract from 20 November 2026 to 31 December 2027. The tender accepts: COR 2020.');
    expect(words).toMatch(/Kept by City of Receipts/);
    expect(words).toMatch(/1 Alder Paving Ltd\. 9000000 ✓ Certified ✓ Met 10 Jan 2026 – 9 Feb 2027 At risk from 10 Feb 2027/);
    expect(words).toMatch(
      /2 JV Alder Paving Ltd\. \/ Birch Roofing Inc\. ✓ Joint venture: all certified or pending .*Alder Paving Ltd\. ✓ Certified Birch Roofing Inc\. ✓ Certified/,
    );
    expect(words).toMatch(/3 Dogwood Steel \? Several firms possible \? Cannot say/);
    expect(text).not.toContain(key);
    expect(textOf((await send(server, `/receipts/${number}`, { key, lang: 'fr' })).text)).toContain('Chaque réponse serait la même');
  });

  test('tells a number that was not looked up from a document that is not on record', async () => {
    const key = await server.keyFor('buyer', 'City of Numbers');
    const subjects = [{ wsibAccount: '?' }, { wsibAccount: '9999999' }, { wsibAccount: '416-555-0123' }];
    const mutation = 'mutation ($input: KeepReceiptInput!) { keepReceipt(input: $input) { ... on Receipt { number } } }';
    const pageOf = async (asked: object, lang: string) => {
      const input = { idempotencyKey: randomUUID(), ...asked };
      const number = (await server.graphql(mutation, { input }, { key })).data.keepReceipt.number as string;
      return textOf((await send(server, '/receipts', { number, key, lang })).text);
    };
    expect(await pageOf({ subjects }, 'en')).toMatch(
      /1 \? \? Not looked up .* 2 9999999 ✗ No current certification .* 3 416-555-0123 \? No standing given/,
    );
    expect(await pageOf({ subjects }, 'fr')).toMatch(
      /1 \? \? Aucune recherche faite .* 2 9999999 ✗ Aucune certification .* 3 416-555-0123 \? Situation non indiquée/,
    );
    expect(await pageOf({ documents: [{ number: 'C-99' }] }, 'en')).toMatch(/1 C-99 ✗ Not on record/);
  });

  test('shows what was recorded since', async () => {
    const key = await server.keyFor('buyer', 'City of Changes');
    const number = await keep(key);
    await record(
      server.dataSource,
      {
        organizations: [
          'organization,legal_name,operating_name,former_names,business_number,city',
          'O-0,Alder Paving & Sons Ltd.,,Alder Paving Ltd.,123456782,Sampleton',
        ],
      },
      today,
    );
    const words = textOf((await send(server, '/receipts', { number, key })).text);
    expect(words).toContain('Answers that would be different today: 2 of 3.');
    expect(words).toContain('Something was recorded or corrected since.');
  });

  test('is a form without a key; for another holder, as for a number that does not exist, the receipt is not there', async () => {
    const number = await keep(await server.keyFor('buyer', 'City of Receipts'));
    const form = await visit(server, `/receipts/${number}`);
    expect([form.status, form.text.includes(`value="${number}"`)]).toEqual([200, true]);
    const key = await server.keyFor('buyer', 'City of Others');
    const [hidden, none] = [
      await send(server, '/receipts', { number, key }),
      await send(server, '/receipts', { number: 'REC-2026-0000000000', key }),
    ];
    expect(hidden.status).toBe(404);
    expect(hidden.text.replaceAll(number, 'N')).toBe(none.text.replaceAll('REC-2026-0000000000', 'N'));
    const nonsense = await send(server, '/receipts', { number: 'nonsense', key, lang: 'fr' });
    // In the words of a page: the name of the API's field is not among them.
    expect([nonsense.status, textOf(nonsense.text)]).toEqual([400, expect.stringContaining(' Doit être le numéro d’un reçu')]);
    expect(textOf((await send(server, '/receipts', { number })).text)).toContain('enter the API key of its holder');
  });
});
