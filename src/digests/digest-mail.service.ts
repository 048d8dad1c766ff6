import type { DataSource } from 'typeorm';
import { IsNull, Not } from 'typeorm';
import { validKeyOf } from '../access/owner.ts';
import type { Clock } from '../clock.ts';
import { EmailDigestRow } from '../database/tables/email-digest.table.ts';
import type { Day } from '../rules/calendar.ts';
import { isBusinessDay } from '../rules/holidays.ts';
import { type DigestMail, MOST_TRIES } from './confirmation.service.ts';
import { digestWords } from './digest-words.ts';
import { type Block, mailBody } from './mail-body.ts';
import { organizationDigest } from './organization-digest.ts';
import { watchListDigest } from './watch-list-digest.ts';

/** Queues one job for each confirmed digest on a business day, once a day: one at a time for each, and one address's failure holds up no other. */
export async function queueDigests(source: DataSource, today: Day): Promise<void> {
  if (!isBusinessDay(today)) return;
  await source.query(
    `select graphile_worker.add_job('mailDigest', json_build_object('digest', id, 'day', $1::text),
       job_key => 'mailDigest ' || $1 || ' ' || id, queue_name => 'mailDigest ' || id, max_attempts => ${MOST_TRIES})
     from email_digest where confirmed_at is not null and ended_at is null and told_on is distinct from $1::date`,
    [today],
  );
}

/**
 * Sends a digest of today, with the rights that its owner has now: none without a valid key. A job that was queued for an earlier day is out of date, and
 * is dropped: the next one says what it would have said. If it runs twice, the message has the same Message-ID.
 */
export async function mailDigest(
  source: DataSource,
  mail: DigestMail,
  clock: Clock,
  { digest: id, day }: { readonly digest: string; readonly day: Day },
): Promise<void> {
  const today = clock.today();
  const row = await source.manager.findOneBy(EmailDigestRow, { id, endedAt: IsNull(), confirmedAt: Not(IsNull()) });
  if (!row?.address || day !== today || row.toldOn === today || (await validKeyOf(source.manager, row, clock.wallNow())) === null) return;
  const composed = await (row.watchListId === null ? organizationDigest(source, row, today) : watchListDigest(source, row, clock));
  if (composed === null) return;
  if (composed.subject !== null) await sendDigest(mail, row, { ...composed, subject: composed.subject }, today);
  await source.manager.update(EmailDigestRow, { id }, { ...composed.said, ...(composed.subject !== null && { toldOn: today }) });
}

async function sendDigest(
  { send, publicUrl, sender }: DigestMail,
  { id, address, locale, unsubscribeSecret }: EmailDigestRow,
  { subject, blocks }: { readonly subject: string; readonly blocks: readonly Block[] },
  today: Day,
): Promise<void> {
  const say = digestWords[locale];
  const unsubscribeUrl = `${publicUrl}/mail/unsubscribe/${unsubscribeSecret.toString('base64url')}`;
  const all = [...blocks, { link: say.unsubscribe, to: unsubscribeUrl }, { paragraph: say.sender(sender) }];
  await send({ ...mailBody(locale, subject, all), subject, to: address ?? '', locale, unsubscribeUrl, key: `digest.${today}.${id}` });
}
