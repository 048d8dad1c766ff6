import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../contract/context.ts';
import { type DigestEnd, EmailDigestRow } from '../database/tables/email-digest.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { perform } from '../mutations/mutate.ts';
import { heldOwner } from '../mutations/organization-named.ts';
import { recordId } from '../mutations/record-id.ts';
import { Refusal } from '../rules/decision.ts';
import { lockedList, type Watcher, watcherOf } from '../watch-lists/watch-list.loader.ts';
import { queueQuestion } from './confirmation.service.ts';
import type { CreateEmailDigestInput, EndEmailDigestInput } from './email-digest.input.ts';
import { digestSource, digestsOf } from './email-digest.loader.ts';
import type { EmailDigest } from './email-digest.type.ts';

/** The maximum number of daily e-mails of one owner that have not ended. */
const MOST_OF_AN_OWNER = 20;

/** The maximum number that one owner makes in 24 hours, ended ones included: each sends a message to somebody who did not ask for it. */
const MOST_IN_A_DAY = 20;

const DAY_MS = 86_400_000;

function permitDigests({ caller }: Context): Watcher {
  const owner = watcherOf(caller);
  if (!owner) throw faults.FORBIDDEN('daily e-mail');
  return owner;
}

/** The caller's daily e-mails, the oldest first; none of a caller that cannot have any. */
export async function listDigests(context: Context): Promise<EmailDigest[]> {
  const owner = watcherOf(context.caller);
  if (!owner) return [];
  const rows = await context.read(({ manager }) => digestsOf(manager, owner));
  return rows.map(digestSource);
}

/** Makes a daily e-mail; its address is asked to confirm it. The address is kept in its row alone, so that ending it erases the address. */
export async function createDigest(context: Context, input: CreateEmailDigestInput): Promise<EmailDigest | Refusal> {
  const caller = permitDigests(context);
  if (!context.mailsDigests) throw faults.BAD_USER_INPUT('input', 'This registry sends no daily e-mail.');
  const made = await perform(context, 'createEmailDigest', input, async (unit) => {
    const owner = await heldOwner(unit, caller);
    const watchListId = await listNamed(unit, owner, input);
    await refuseTooMany(unit, owner, context.wallNow);
    const address = { address: input.address, addressHash: addressHash(input.address), locale: input.locale ?? context.locale };
    const by = { createdBy: unit.actor, createdAt: context.wallNow, unsubscribeSecret: randomBytes(32) };
    const [{ id } = { id: '' }] = (await unit.tx.insert(EmailDigestRow, { ...owner, ...address, ...by, watchListId })).identifiers;
    await queueQuestion(unit.tx, String(id));
    return { thing: { digestId: String(id) }, subject: String(id), unlogged: ['address'] };
  });
  if (made instanceof Refusal) return made;
  const row = await context.primary(({ manager }) => manager.findOneBy(EmailDigestRow, { id: made.digestId }));
  if (!row) throw faults.NOT_FOUND('daily e-mail');
  return digestSource(row);
}

/** Ends the caller's own daily e-mail, and erases its address. */
export function endDigest(context: Context, input: EndEmailDigestInput): Promise<EmailDigest | Refusal> {
  const owner = permitDigests(context);
  return perform(context, 'endEmailDigest', input, async (unit) => {
    const id = recordId('digest', input.digest, 'EmailDigest');
    const row = await unit.tx.findOne(EmailDigestRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const isOwn = row !== null && (await digestsOf(unit.tx, owner)).some((each) => each.id === id);
    if (!isOwn) throw faults.NOT_FOUND('daily e-mail');
    if (row.version !== input.expectedVersion) throw faults.CONFLICT(row.version);
    const changes = { ...(row.endedAt ? {} : ending('OWNER', context.wallNow)), version: row.version + 1 };
    await unit.tx.update(EmailDigestRow, { id }, changes);
    return { thing: digestSource({ ...row, ...changes }), subject: id };
  });
}

/** What ending changes: the address is erased, and nothing can be confirmed any more. */
export const ending = (endReason: DigestEnd, endedAt: Date) => ({ endReason, endedAt, address: null, confirmHash: null });

/** Mail servers tell capitals apart in theory only. */
const addressHash = (address: string): Buffer => createHash('sha256').update(address.toLowerCase()).digest();

/** The caller's own watch list that the input names; null for what the organization has to do. */
async function listNamed({ tx }: Unit, owner: Watcher, { watchList }: CreateEmailDigestInput): Promise<string | null> {
  if (watchList) return (await lockedList(tx, recordId('watchList', watchList, 'WatchList'), owner)).id;
  if (owner.scope === 'organization') return null;
  throw faults.BAD_FIELDS([{ field: 'input.watchList', message: 'must be given.' }]);
}

// Of two concurrent requests, the second counts what the first made.
async function refuseTooMany({ tx }: Unit, owner: Watcher, now: Date): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('daily e-mail of ' || lower($1), 0))`, [owner.holder]);
  const own = await digestsOf(tx, owner);
  const since = new Date(now.getTime() - DAY_MS);
  if (own.filter(({ endedAt }) => endedAt === null).length >= MOST_OF_AN_OWNER)
    throw faults.BAD_USER_INPUT('input', `You already have ${MOST_OF_AN_OWNER} daily e-mails, which is the maximum. End one first.`);
  if (own.filter(({ createdAt }) => createdAt > since).length >= MOST_IN_A_DAY)
    throw faults.BAD_USER_INPUT(
      'input',
      `You have made ${MOST_IN_A_DAY} daily e-mails within 24 hours, which is the maximum. Try again tomorrow.`,
    );
}
