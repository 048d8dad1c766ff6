import { randomUUID } from 'node:crypto';
import { ask } from '../api.ts';
import { createDigestOperation, digestsOperation, endDigestOperation, type OwnDigest } from '../operations-watching.ts';
import { listOf, type Watcher, watchFirm } from './watch-list.ts';

/** What became of a request for the daily e-mail, by the words that say it. */
export type MailState = 'mailAsked' | 'mailWaiting' | 'mailRuns' | 'mailEnded' | 'mailNone';

/** Puts a firm on the reader’s watch list of the desk, and asks the address to agree to its daily e-mail, once. Throws ApiRefused. */
export async function mailFirm(watcher: Watcher, wsibAccount: string, address: string): Promise<MailState> {
  const list = await watchFirm(watcher, wsibAccount);
  const [known] = await digestsOf(watcher, list, address);
  if (known) return known.confirmedAt === null ? 'mailWaiting' : 'mailRuns';
  const input = { address, watchList: list, idempotencyKey: randomUUID() };
  await ask(watcher.send, createDigestOperation, { input });
  return 'mailAsked';
}

/** Ends the daily e-mail of the list to the address; its firms stay watched. Throws ApiRefused. */
export async function endMail(watcher: Watcher, address: string): Promise<MailState> {
  const list = await listOf(watcher);
  const digests = list ? await digestsOf(watcher, list.id, address) : [];
  for (const { id, version } of digests)
    await ask(watcher.send, endDigestOperation, { input: { digest: id, expectedVersion: version, idempotencyKey: randomUUID() } });
  return digests.length > 0 ? 'mailEnded' : 'mailNone';
}

async function digestsOf({ send }: Watcher, list: string, given: string): Promise<readonly OwnDigest[]> {
  const { emailDigests } = await ask(send, digestsOperation);
  return emailDigests.filter(
    ({ watchList, address, endedAt }) => watchList === list && endedAt === null && address?.toLowerCase() === given.toLowerCase(),
  );
}
