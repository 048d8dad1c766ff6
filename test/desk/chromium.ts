import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Describes tests in a browser; without one they are skipped, and say so. */
export const inABrowser = (name: string, tests: () => void): void =>
  executablePath ? describe(name, tests) : describe.skip(`${name} (not tested: this machine has no Chromium)`, tests);

const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'];

/** Starts a browser with an empty profile that sends no requests on its own. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    ...(executablePath && { executablePath }),
    headless: true,
    chromiumSandbox: false,
    args: [...quiet, '--disable-sync'],
  });

/** How a reader's browser is set. */
interface Looks {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
}

/** Opens a page that records what must not happen: errors, and requests to any other host. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, height = 900, locale = 'en-CA', colorScheme = 'light' }: Looks = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width, height }, locale, colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A refused form gets a 400, which the console reports as an error.
    if (['error', 'warning'].includes(message.type()) && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) complaints.push(`asked ${request.url()}`);
  });
  return { page, complaints };
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds wrong with a page under WCAG 2.2 AA and its best practices, each with the elements. */
export async function violationsOf(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  await page.evaluate(await sourceOfAxe());
  const found: { id: string; nodes: { html: string; failureSummary: string }[] }[] = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations)`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} – ${failureSummary.slice(0, 200)}`),
  );
}

// Through the debugger, because the pages' Content-Security-Policy allows no other script.
async function sourceOfAxe(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return `${await readFile(axe, 'utf8')}; undefined`;
}
