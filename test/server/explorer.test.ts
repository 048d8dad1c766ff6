import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { loadDemo } from '../../src/demo/demo.service.ts';
import { usualRates } from '../../src/server/limits/limits.ts';
import { violationsOf } from '../desk/chromium.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));

let server: TestServer;
let account = '';
beforeAll(async () => {
  await promisify(execFile)(process.execPath, ['scripts/explorer.mjs'], { cwd: project });
  server = await startTestServer({ now: '2026-11-20T15:00:00Z', rates: usualRates });
  await loadDemo(server.dataSource, { accounts: 60, today: '2026-11-20' });
  const { data } = await server.graphql('{ organizations(first: 3) { nodes { accounts { wsibAccount } } } }');
  account = data.organizations.nodes[0].accounts[0].wsibAccount;
}, 60_000);
afterAll(() => server.stop());

describe('the explorer’s files', () => {
  test('are at /explorer', async () => {
    const page = await server.request.get('/explorer');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toMatch(/<html lang="en">[\s\S]*<title>COR registry: try the API<\/title>/);
  });

  test('are in French for a browser in French, or where French was chosen', async () => {
    const page = await server.request.get('/explorer').set('accept-language', 'fr-CA,fr;q=0.9,en;q=0.8');
    expect(page.text).toMatch(/<html lang="fr">[\s\S]*<title>Registre du COR\u00A0: essayer l’API<\/title>/);
    expect([page.headers['content-language'], page.headers.vary]).toEqual(['fr', expect.stringContaining('accept-language')]);
    const chosen = await server.request.get('/explorer?lang=fr').set('accept-language', 'en');
    expect([chosen.text, chosen.headers['set-cookie']?.[0]]).toEqual([page.text, expect.stringContaining('=fr;')]);
    const english = await server.request.get('/explorer?lang=en').set('accept-language', 'fr');
    expect(english.text).toContain('<html lang="en">');
  });

  test('have the same links and scripts in both languages', async () => {
    const linked = async (language: string) => {
      const { text } = await server.request.get('/explorer').set('accept-language', language);
      return [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path?.replace(/lang=(en|fr)/, 'lang='));
    };
    expect(await linked('fr')).toEqual(await linked('en'));
  });

  test('list the addresses of the server in the language of a terminal', async () => {
    const { text } = await server.request.get('/').set('accept', '*/*').set('accept-language', 'fr');
    const english = await server.request.get('/').set('accept', '*/*');
    expect([text.split('\n')[0], english.text.split('\n')[0]]).toEqual(['Registre du COR', 'COR registry']);
    const paths = (list: string) => list.match(/^\/\S*/gm);
    expect(paths(text)).toEqual(paths(english.text));
  });

  test('have the feed of schema changes beside them, as it was generated', async () => {
    const { status, headers, body } = await server.request.get('/schema-changes.json');
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    expect(body).toEqual(JSON.parse(readFileSync(join(project, 'explorer/schema-changes.json'), 'utf8')));
    expect(body[0].version).toBe('unreleased');
  });

  test('come from this server only, under a policy without inline scripts', async () => {
    const { headers, text } = await server.request.get('/explorer');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
    const linked = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(linked.filter((path) => /^(https?:)?\/\//.test(path))).toEqual([]);
    for (const path of linked)
      expect([path, (await server.request.get(path.startsWith('/') ? path : `/${path}`)).status]).toEqual([path, 200]);
  });

  test('are compressed for clients that accept it', async () => {
    const asked = await fetch(`${server.url}/explorer/explorer.js`, { headers: { 'accept-encoding': 'identity' } });
    // fetch decompresses the body.
    const zipped = await fetch(`${server.url}/explorer/explorer.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect([asked.headers.get('content-encoding'), zipped.headers.get('content-encoding')]).toEqual([null, 'gzip']);
    expect(await zipped.text()).toBe(await asked.text());
  });

  test.each(['/explorer/', '/explorer/index.html', '/explorer/../package.json', '/explorer/%2e%2e/main.js', '/explorer/nothing.js'])(
    'do not include %s',
    async (path) => {
      expect((await fetch(`${server.url}${path}`)).status).toBe(404);
    },
  );

  test.each([
    ['examples.json', 'en', 'pending'],
    ['examples.fr.json', 'fr', 'en attente'],
  ])('contain examples that work without a key: %s', async (file, language, word) => {
    const { body: examples } = await server.request.get(`/explorer/${file}`);
    expect(examples.length).toBeGreaterThan(4);
    const answers: string[] = [];
    for (const body of examples) {
      const answer = await server.request.post('/graphql').set('accept-language', language).send(body);
      expect([body.query, answer.body.errors]).toEqual([body.query, undefined]);
      answers.push(answer.text);
    }
    expect(answers.join('\n')).toContain(word);
  });
});

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const inABrowser = executablePath ? describe : describe.skip;

inABrowser(`the explorer in a browser${executablePath ? '' : ' (not tested: this machine has no Chromium)'}`, () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const args = [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ];
    browser = await chromium.launch({ ...(executablePath && { executablePath }), headless: true, chromiumSandbox: false, args });
    page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) complaints.push(`asked ${request.url()}`);
    });
    await page.goto(`${server.url}/explorer`);
    await page.waitForSelector('.graphiql-execute-button', { timeout: 30_000 });
  }, 90_000);
  afterAll(() => browser?.close());

  const response = () => page.locator('.graphiql-response .CodeMirror-code').innerText();

  test('has its examples in tabs, the first of them about an account of this registry', async () => {
    expect(await page.locator('.graphiql-tab').count()).toBe(9);
    expect(await page.locator('.graphiql-tab').first().innerText()).toContain('Verify');
    expect(await page.locator('.graphiql-query-editor').innerText()).toContain('verify(subject: $subject)');
    expect(await page.locator('section[aria-label=Variables]').first().innerText()).toContain(account);
  });

  test('violates WCAG 2.2 AA nowhere, also with another tab open', async () => {
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('.graphiql-tab-button').nth(1).click();
    expect(await page.locator('.graphiql-tab-button[aria-current=true]').allInnerTexts()).toEqual(['Bidders']);
    await page.locator('.graphiql-tab-button').first().click();
    expect(await violationsOf(page)).toEqual([]);
  }, 30_000);

  test('runs the first example', async () => {
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.graphiql-response', { hasText: '"consideredCertified": true' }).waitFor({ timeout: 15_000 });
    expect(await response()).toMatch(/"standing": "(CERTIFIED|PENDING)"/);
  }, 30_000);

  test('shows the answer beside the question; in a narrow window below it, at the same width', async () => {
    const boxes = () => Promise.all(['editors', 'response'].map((name) => page.locator(`.graphiql-${name}`).boundingBox()));
    const [question, answer] = await boxes();
    expect(answer?.x).toBeGreaterThan(question?.x ?? 0);
    await page.setViewportSize({ width: 390, height: 844 });
    const [above, below] = await boxes();
    expect(below).toMatchObject({ x: above?.x, width: above?.width });
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    await page.setViewportSize({ width: 1400, height: 900 });
  });

  test('knows the schema without introspection: it marks an unknown field', async () => {
    await page.locator('.graphiql-tab', { hasText: 'WhoAmI' }).click({ timeout: 5_000 });
    await page.locator('.graphiql-query-editor .CodeMirror-lines').click({ timeout: 5_000 });
    await page.keyboard.press('Control+a');
    await page.keyboard.type('{ viewer { nonsense } }');
    await page.waitForSelector('.graphiql-query-editor .CodeMirror-lint-mark-error', { timeout: 10_000 });
  }, 30_000);

  test('sends the key entered under Headers, and keeps it out of the browser’s storage', async () => {
    const key = await server.keyFor('buyer', 'City of Sudbury');
    await page.locator('.graphiql-tab', { hasText: 'Clauses' }).click({ timeout: 5_000 });
    await page.locator('.graphiql-query-editor .CodeMirror-lines').click({ timeout: 5_000 });
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('query WhoAmI { viewer { scope holder } }');
    await page.getByRole('button', { name: 'Headers' }).click({ timeout: 5_000 });
    await page.locator('section[aria-label=Headers] .graphiql-editor:not(.hidden) .CodeMirror-lines').click({ timeout: 5_000 });
    await page.keyboard.insertText(JSON.stringify({ authorization: `Bearer ${key}` }));
    await page.locator('.graphiql-execute-button').click();
    await page.locator('.graphiql-response', { hasText: 'City of Sudbury' }).waitFor({ timeout: 10_000 });
    expect(JSON.stringify(await page.context().storageState())).not.toContain(key);
  }, 60_000);

  test('is in French in a browser in French, its answers included', async () => {
    const french = await browser.newPage({ locale: 'fr-CA' });
    await french.goto(`${server.url}/explorer`);
    await french.locator('.graphiql-execute-button').click({ timeout: 30_000 });
    await french.locator('.graphiql-response', { hasText: '"standingLabel": "' }).waitFor({ timeout: 15_000 });
    expect(await french.locator('.graphiql-tab').first().innerText()).toContain('VerifierUnCompte');
    expect(await french.locator('.graphiql-response .CodeMirror-code').innerText()).toMatch(/"standingLabel": "(certifié|en attente)"/);
    expect(await violationsOf(french)).toEqual([]);
    await french.close();
  }, 60_000);

  test('broke no rule of its policy and contacted no other server', () => {
    expect(complaints).toEqual([]);
  });
});
