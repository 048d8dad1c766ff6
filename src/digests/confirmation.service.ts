import { createHash, randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { IsNull } from 'typeorm';
import { dayInToronto } from '../clock.ts';
import { EmailDigestRow } from '../database/tables/email-digest.table.ts';
import type { SendMail } from '../mail/mailer.ts';
import { digestWords } from './digest-words.ts';
import { mailBody } from './mail-body.ts';

/** What sending daily e-mail needs. */
export interface DigestMail {
  readonly send: SendMail;
  /** The public address of the registry, without a slash at its end. */
  readonly publicUrl: string;
  /** Name and postal address of the operator. */
  readonly sender: string;
}

const DAY_MS = 86_400_000;

/** Days within which an address is to be confirmed. */
const DAYS_TO_CONFIRM = 7;

/** Questions that go to one address in 30 days, no matter who asks: more would let keys pester a stranger. */
const MOST_QUESTIONS = 3;

/** Days over which questions are counted, and for which an address is left alone after its reader unsubscribed. */
const DAYS_OF_QUIET = 30;

/** Tries of one message: with the queue's growing gaps they reach over most of a day. */
export const MOST_TRIES = 10;

/** Queues the question whether the address agrees, in the transaction that made the digest. */
export async function queueQuestion(tx: EntityManager, digestId: string): Promise<void> {
  await tx.query(
    `select graphile_worker.add_job('askDigestAddress', json_build_object('digest', $1::text), job_key => 'askDigestAddress ' || $1,
       max_attempts => ${MOST_TRIES})`,
    [digestId],
  );
}

/** The hash under which the secret in an address is stored. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/**
 * Asks an address once whether it agrees. The secret is made here and only its hash is stored, so neither the queue nor the database can confirm. An
 * address that was asked too often or that has just unsubscribed gets nothing, and its digest ends unconfirmed like any other.
 */
export async function askAddress(
  source: DataSource,
  mail: DigestMail,
  now: Date,
  { digest: id }: { readonly digest: string },
): Promise<void> {
  const row = await source.manager.findOneBy(EmailDigestRow, { id, endedAt: IsNull(), confirmedAt: IsNull() });
  if (!row?.address) return;
  const secret = randomBytes(32).toString('base64url');
  if (!(await countQuestion(source, row, { askedAt: now, confirmHash: hashOf(secret) }))) return;
  const say = digestWords[row.locale];
  const blocks = [
    { paragraph: say.whoAsked },
    { paragraph: row.watchListId === null ? say.aboutFirm : say.aboutList },
    { link: say.agree(dayInToronto(lastInstant(row))), to: `${mail.publicUrl}/mail/confirm/${secret}` },
    { paragraph: say.disagree },
    { paragraph: say.sender(mail.sender) },
  ];
  const { locale, address } = row;
  await mail.send({ ...mailBody(locale, say.question, blocks), subject: say.question, to: address, locale, key: `confirm.${id}` });
}

const lastInstant = ({ createdAt }: EmailDigestRow): Date => new Date(createdAt.getTime() + DAYS_TO_CONFIRM * DAY_MS);

/** Counts a question to an address, if there may be one more. Those to one address take turns: asked at once, each would miss the others. */
const countQuestion = (source: DataSource, row: EmailDigestRow, asked: { readonly askedAt: Date; readonly confirmHash: Buffer }) =>
  source.transaction(async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('question to ' || encode($1, 'hex'), 0))`, [row.addressHash]);
    if (!(await mayBeAsked(tx, row, asked.askedAt))) return false;
    await tx.update(EmailDigestRow, { id: row.id }, asked);
    return true;
  });

async function mayBeAsked(manager: EntityManager, { id, addressHash }: EmailDigestRow, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - DAYS_OF_QUIET * DAY_MS);
  const [row]: { questions: number; refusals: number }[] = await manager.query(
    `select count(*) filter (where asked_at > $3)::integer as questions,
       count(*) filter (where end_reason = 'READER' and ended_at > $3)::integer as refusals
     from email_digest where address_hash = $1 and id <> $2`,
    [addressHash, id, since],
  );
  return row !== undefined && row.questions < MOST_QUESTIONS && row.refusals === 0;
}

/** The form of a secret: 32 random bytes in base64url. */
const secretForm = /^[A-Za-z0-9_-]{43}$/;

/** The digest that a secret confirms, while it can; null for any other secret. */
export async function digestToConfirm({ manager }: DataSource, secret: string, now: Date): Promise<EmailDigestRow | null> {
  if (!secretForm.test(secret)) return null;
  const row = await manager.findOneBy(EmailDigestRow, { confirmHash: hashOf(secret), endedAt: IsNull() });
  return row && (row.confirmedAt !== null || now <= lastInstant(row)) ? row : null;
}

/**
 * Confirms an address; again, it changes nothing. From then on its digest has what comes after this moment. Returns the language of the reader, or null
 * for a secret that confirms nothing.
 */
export async function confirmAddress(source: DataSource, secret: string, now: Date): Promise<'en' | 'fr' | null> {
  const row = await digestToConfirm(source, secret, now);
  if (!row) return null;
  await source.query(
    `update email_digest set confirmed_at = $2, position = coalesce((select max(position) from change), 0)
     where id = $1 and confirmed_at is null and ended_at is null`,
    [row.id, now],
  );
  return row.locale;
}

/** The digest whose messages hold a secret, ended or not; null for any other secret. */
export async function digestToEnd({ manager }: DataSource, secret: string): Promise<EmailDigestRow | null> {
  if (!secretForm.test(secret)) return null;
  return manager.findOneBy(EmailDigestRow, { unsubscribeSecret: Buffer.from(secret, 'base64url') });
}

/** Ends a digest for its reader and erases the address; again, it changes nothing. */
export async function unsubscribe(source: DataSource, secret: string, now: Date): Promise<'en' | 'fr' | null> {
  const row = await digestToEnd(source, secret);
  if (!row) return null;
  await endDigests(source, [row.id], 'READER', now);
  return row.locale;
}

/** Ends digests that have not ended yet. */
export async function endDigests(source: DataSource, ids: readonly string[], reason: string, now: Date): Promise<void> {
  await source.query(
    `update email_digest set ended_at = $3, end_reason = $2, address = null, confirm_hash = null, version = version + 1
     where id = any($1::uuid[]) and ended_at is null`,
    [ids, reason, now],
  );
}

/** Ends what nobody confirmed in time, and removes what ended more than 30 days ago. */
export async function tidyDigests(source: DataSource, now: Date): Promise<void> {
  const unconfirmed: { id: string }[] = await source.query(
    'select id from email_digest where confirmed_at is null and ended_at is null and created_at < $1',
    [new Date(now.getTime() - DAYS_TO_CONFIRM * DAY_MS)],
  );
  if (unconfirmed.length > 0)
    await endDigests(
      source,
      unconfirmed.map(({ id }) => id),
      'NOT_CONFIRMED',
      now,
    );
  await source.query('delete from email_digest where ended_at < $1', [new Date(now.getTime() - DAYS_OF_QUIET * DAY_MS)]);
}
