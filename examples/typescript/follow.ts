// Follows the changes that are visible to a key, and resumes where it stopped: node follow.js cursor.txt
import { readFile, writeFile } from 'node:fs/promises';
import { type Change, RegistryClient, RegistryError, verify } from 'cor-registry-client';

const [cursorFile = 'cursor.txt'] = process.argv.slice(2);
const registry = new RegistryClient({ url: process.env.COR_URL ?? 'http://127.0.0.1:4000/', key: process.env.COR_KEY });

/** What the change means now: the current standing of the account. */
async function handle({ account, before, after, effectiveOn }: Change): Promise<void> {
  console.log(`${account.wsibAccount} ${before.standing} ${after.standing} ${effectiveOn}`);
  if (account.wsibAccount === null) return;
  const { verify: now } = await registry.ask(verify, { subject: { wsibAccount: account.wsibAccount } });
  console.log(`now ${now.standing}`);
}

const after = await readFile(cursorFile, 'utf8').catch(() => null);
try {
  for await (const change of registry.follow({ after, saveCursor: (cursor) => writeFile(cursorFile, cursor) })) await handle(change);
} catch (error) {
  if (!(error instanceof RegistryError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
