import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { record } from '../support/recorded.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { inABrowser, openPage, startBrowser, violationsOf } from './chromium.ts';
import { firms, today } from './firms.ts';
import { readPdf } from './reading-pdf.ts';

// As a clerk receives it by e-mail: names with other endings, a telephone number instead of a WSIB account, a joint venture.
const list = [
  ...['Alder Paving Ltd.', 'WSIB 9000001', 'Dogwood Steel', '9000008', 'Cedar Masonry Ltd.', '416-555-0100', 'Nobody at all Inc.'],
  ...['JV Alder Paving Ltd. / Birch Roofing Inc.', '9000003', '9000004', '9000005', 'Birch Roofing', '900-0000', 'Elm Bridges Ltd.'],
  ...['9000006', '9000007', 'Alder Paving', 'Dogwood Steel Inc.', 'WSIB #9000001', '9000002'],
].join('\n');

inABrowser('the desk in a browser', () => {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startTestServer({ now: `${today}T15:00:00Z` });
    await record(server.dataSource, firms, today);
    browser = await startBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server.stop();
  });

  const fillForm = async (page: Page) => {
    await page.goto(server.url);
    await page.fill('#list', list);
    await page.locator('input[name=route][value=COR_2020]').check();
    await page.fill('#contractTo', '2027-12-31');
  };
  /** From the form of receipts, with a firm, a joint venture, a choice and a number that was not looked up. */
  const openReceipt = async (page: Page) => {
    const key = await server.keyFor('buyer', 'City of Receipts');
    const rows = ['9000000', 'JV Alder Paving Ltd. / Birch Roofing Inc.', 'Dogwood Steel', '416-555-0100'].map((name) => ({ name }));
    const input = { idempotencyKey: 'look', rows, requirement: { routes: ['COR_2020'], contractTo: '2027-12-31' } };
    const text = 'mutation ($input: KeepReceiptInput!) { keepReceipt(input: $input) { ... on Receipt { number } } }';
    const { data } = await server.graphql(text, { input }, { key });
    await page.fill('#number', data.keepReceipt.number);
    await page.fill('#key', key);
    await submit(page);
    await page.waitForSelector('table.result');
  };
  const submit = (page: Page) => page.locator('form.ask button[type=submit]:not([name])').click();

  test.each([
    ['en', 360, 'light'],
    ['fr', 360, 'dark'],
    ['en', 1180, 'dark'],
    ['fr', 1180, 'light'],
  ] as const)(
    'violates WCAG 2.2 AA on no page and in no state, no page is wider than its window, and no cell’s content wider than the cell: %s at %i, %s',
    async (language, width, colorScheme) => {
      const { page, complaints } = await openPage(browser, server.url, { width, locale: `${language}-CA`, colorScheme });
      const found: string[] = [];
      const look = async (state: string) => {
        found.push(...(await violationsOf(page)).map((each) => `${state}: ${each}`));
        const over = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        if (Number(over) > 0) found.push(`${state}: wider than its window by ${over}`);
        const cut: string[] = await page.evaluate(
          `[...document.querySelectorAll('td, th, .badge')].filter((each) => each.scrollWidth > each.clientWidth && each.clientWidth > 1 && getComputedStyle(each.closest('thead') ?? each).position !== 'absolute').map((each) => each.innerText.slice(0, 60))`,
        );
        found.push(...cut.map((text) => `${state}: wider than its cell: ${text}`));
      };
      await page.goto(server.url);
      await look('form');
      await submit(page);
      await page.waitForSelector('#problem');
      await look('refused');
      await fillForm(page);
      await submit(page);
      await page.waitForSelector('#checked');
      await look('result');
      await page.locator('[data-show=open]').click();
      await look('filtered');
      await page.locator('[data-show=""]').click();
      await page.locator('summary').first().click();
      await look('a row to change');
      for (const path of ['/accounts', '/accounts/9000000', '/accounts/9000008', '/accounts/77', '/proof', '/proof/COR-2026-7K3M9QX2TB']) {
        await page.goto(`${server.url}${path}`);
        await look(path);
      }
      for (const path of ['/proof/C-3', '/proof/none', '/graphql', '/nothing', '/receipts']) {
        await page.goto(`${server.url}${path}`);
        await look(path);
      }
      await openReceipt(page);
      await look('a receipt');
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    120_000,
  );

  test('takes a clerk’s list from pasting to evidence with the mouse only', async () => {
    const { page, complaints } = await openPage(browser, server.url);
    const started = performance.now();
    await fillForm(page);
    expect(await page.locator('#list-count').innerText()).toBe('Rows: 20');
    await submit(page);
    await page.waitForSelector('#checked');
    expect(await page.locator('tbody tr').count()).toBe(20);
    // Corrected in place: a firm is chosen, a number is typed.
    await page.locator('#row-3 label', { hasText: 'Dogwood Steel Ltd.' }).click();
    await page.locator('#row-6 input[name=row-number]').fill('9000006');
    await page.locator('button[value=page]').click();
    await page.locator('#row-3 .badge.good').first().waitFor();
    expect(await page.locator('#row-6 .firm').innerText()).toBe('Dogwood Steel Inc.');
    // Filtered and sorted here; the server still has the list in its original order.
    await page.locator('[data-show=certified]').click();
    expect(await page.locator('tbody tr[data-group=open]:visible').count()).toBe(0);
    await page.locator('[data-show=""]').click();
    await page.locator('th[data-column=standing] button').click();
    expect(await page.locator('th[data-column=standing]').getAttribute('aria-sort')).toBe('ascending');
    const saved: Record<string, Buffer> = {};
    for (const format of ['csv', 'xlsx', 'pdf']) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`button[value=${format}]`).click()]);
      saved[format] = await readFile(await download.path());
    }
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(saved.csv?.toString().split('\r\n')[1]).toMatch(/^1,Alder Paving Ltd\.,,Alder Paving Ltd\.,9000000/);
    expect(saved.xlsx?.subarray(0, 2).toString()).toBe('PK');
    const { pages } = await readPdf(saved.pdf ?? Buffer.alloc(0), 28);
    expect(pages.join(' ')).toContain('Evidence of a check of bidders');
    // One firm is watched.
    await page.locator('#row-1 a.firm').click();
    await page.locator('#watch summary').click();
    await page.fill('#watch-key', await server.keyFor('buyer', 'City of Sudbury'));
    await page.locator('button[value=watch]').click();
    await page.locator('.remark', { hasText: 'This firm is on your watch list' }).waitFor();
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);

  test('takes the same list with the keyboard only, in less than a minute of a clerk’s time', async () => {
    const { page, complaints } = await openPage(browser, server.url);
    await page.goto(server.url);
    let presses = 0;
    const press = (key: string) => {
      presses++;
      return page.keyboard.press(key);
    };
    // What the registry takes for the check, its corrected rows, the evidence and the firm's page, however slow the machine is beside them.
    let waited = 0;
    const wait = async <Answer>(answer: Promise<Answer>): Promise<Answer> => {
      const from = performance.now();
      const answered = await answer;
      waited += performance.now() - from;
      return answered;
    };
    const focused = (): Promise<string> =>
      page.evaluate('document.activeElement.name || document.activeElement.value || document.activeElement.className');
    /** Presses Tab until the element has the focus, and checks that the focus is visible on the way. */
    const tabTo = async (selector: string) => {
      for (let tabs = 0; tabs < 150; tabs++) {
        await press('Tab');
        // Behind the last element of a page the focus is on none of it.
        const state: { isThere: boolean; isVisible: boolean } = await page.evaluate(
          `({ isThere: document.activeElement.matches(${JSON.stringify(selector)}), isVisible: document.activeElement === document.body || getComputedStyle(document.activeElement).outlineStyle !== 'none' })`,
        );
        expect([await focused(), state.isVisible]).toEqual([await focused(), true]);
        if (state.isThere) return;
      }
      throw new Error(`${selector} is not reached by the keyboard`);
    };
    await tabTo('.skip');
    await press('Enter');
    await tabTo('#list');
    await page.keyboard.insertText(list);
    await tabTo('input[name=route][value=COR]');
    await press('Space');
    await tabTo('form.ask button[type=submit]:not([name])');
    await press('Enter');
    await wait(page.waitForSelector('#checked'));
    await tabTo('#row-3 input[type=radio]');
    await press('ArrowUp');
    await tabTo('#row-6 input[name=row-number]');
    await press('Control+a');
    await page.keyboard.insertText('9000006');
    await tabTo('button[value=page]');
    await press('Enter');
    await wait(page.waitForSelector('#row-6 .firm'));
    expect(await page.locator('#row-3 .firm').innerText()).toMatch(/^Dogwood Steel/);
    await tabTo('button[value=pdf]');
    const [download] = await wait(Promise.all([page.waitForEvent('download'), press('Enter')]));
    expect(download.suggestedFilename()).toBe('cor-2026-11-20.pdf');
    await tabTo('#row-1 a.firm');
    await press('Enter');
    await wait(page.waitForURL(/\/accounts\//));
    await tabTo('#watch summary');
    await press('Enter');
    await tabTo('#watch-key');
    await page.keyboard.insertText(await server.keyFor('buyer', 'City of Sudbury'));
    await tabTo('button[value=watch]');
    await press('Enter');
    await wait(page.locator('.remark', { hasText: 'This firm is on your watch list' }).waitFor());
    // Five presses a second; a key that is held down repeats faster.
    expect(presses / 5 + waited / 1_000).toBeLessThan(60);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);

  test('keeps a key for this tab only, and shows a buyer’s firm with it', async () => {
    const key = await server.keyFor('staff', 'City of Sudbury');
    const { page } = await openPage(browser, server.url);
    await page.goto(server.url);
    await page.locator('.keyed summary').click();
    await page.fill('#key', key);
    await page.fill('#list', '9000002');
    await submit(page);
    await page.waitForSelector('#checked');
    await page.locator('a.firm').click();
    await page.waitForSelector('.picture');
    expect(page.url()).toBe(`${server.url}/accounts/9000002`);
    expect(await page.locator('h1').innerText()).toBe('Cedar Masonry Ltd.');
    expect(JSON.stringify(await page.context().storageState())).not.toContain(key);
    const other = await page.context().newPage();
    await other.goto(server.url);
    expect(await other.inputValue('#key')).toBe('');
    await page.context().close();
  }, 60_000);

  test('draws a timeline in the colours of a reader who chose them', async () => {
    const context = await browser.newContext({ forcedColors: 'active', colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(`${server.url}/accounts/9000008`);
    const [words, own]: string[] = await page.evaluate(
      `[getComputedStyle(document.querySelector('.picture .words')).fill, getComputedStyle(document.querySelector('h1')).color]`,
    );
    expect(words).toBe(own);
    await context.close();
  }, 60_000);

  test('prints a document on one page', async () => {
    const { page } = await openPage(browser, server.url);
    for (const number of ['COR-2026-7K3M9QX2TB', 'COR-2026-9K3M9QX2TB']) {
      await page.goto(`${server.url}/proof/${number}`);
      const { pages } = await readPdf(await page.pdf({ format: 'Letter' }), 28);
      expect([number, pages.length]).toEqual([number, 1]);
      expect(pages[0]).toContain('Authentique et en vigueur');
      // A name may have 300 characters.
      await page.evaluate(
        `(() => { const name = document.querySelector('.facts .long dd').textContent; const long = (name + ' ').repeat(12).slice(0, 300);
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); while (walk.nextNode()) walk.currentNode.data = walk.currentNode.data.replaceAll(name, long); })()`,
      );
      expect((await readPdf(await page.pdf({ format: 'Letter' }), 28)).pages.length).toBe(1);
    }
    await page.context().close();
  }, 60_000);

  test('goes back from a firm to the result and to the list as typed, and prints a result on few pages', async () => {
    const { page } = await openPage(browser, server.url);
    await fillForm(page);
    await submit(page);
    await page.locator('a.firm').first().click();
    await page.waitForSelector('.picture');
    await page.goBack();
    expect(await page.locator('tbody tr').count()).toBe(20);
    // The other language keeps the list.
    await page.locator('a.language').click();
    await page.locator('h1', { hasText: 'Résultat' }).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(20);
    await page.goBack();
    const { pages } = await readPdf(await page.pdf({ preferCSSPageSize: true }), 28);
    expect(pages.length).toBeLessThanOrEqual(6);
    await page.goBack();
    expect(await page.inputValue('#list')).toBe(list);
    await page.context().close();
  }, 60_000);

  test('cuts off no word beside a timeline', async () => {
    for (const locale of ['en-CA', 'fr-CA']) {
      const { page } = await openPage(browser, server.url, { width: 768, locale });
      await page.goto(`${server.url}/accounts/9000008`);
      const over: number = await page.evaluate(
        `Math.max(...[...document.querySelectorAll('.picture text')].map((text) => text.getBoundingClientRect().right - document.querySelector('.picture').getBoundingClientRect().right))`,
      );
      expect(over).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  }, 60_000);

  test('works without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await fillForm(page);
    await submit(page);
    await page.waitForSelector('#checked');
    await page.locator('#row-3 label', { hasText: 'Dogwood Steel Ltd.' }).click();
    await page.locator('button[value=page]').click();
    await page.locator('#row-3 .badge.good').first().waitFor();
    await page.goto(`${server.url}/accounts`);
    await page.fill('#number', '9000000');
    await page.locator('main button[type=submit]').click();
    await page.waitForSelector('.picture');
    await context.close();
  }, 60_000);
});
