import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Addressee } from '../config-mail.ts';
import { addDays, type Day } from '../rules/calendar.ts';
import { isBusinessDay } from '../rules/holidays.ts';
import { workCountsOn } from '../work-queue/work-counts.service.ts';
import { writeSummary } from './desk-summary.ts';
import type { SendMail } from './mailer.ts';

/** What the desk's mail needs. */
export interface DeskMail {
  readonly send: SendMail;
  readonly to: readonly Addressee[];
}

/** Days ahead that a summary counts: a week, so that nothing falls between two of them over a long weekend. */
const DAYS_AHEAD = 7;

/** Tries of one message: with the queue's growing gaps they reach over most of a day; the next summary follows then anyway. */
const MOST_TRIES = 10;

/** Queues one job for each address on a business day, once a day. Another address's failure then holds back nothing. */
export async function queueDeskMail(source: DataSource, to: readonly Addressee[], today: Day): Promise<void> {
  if (!isBusinessDay(today)) return;
  await source.query(
    `select graphile_worker.add_job('mailDesk', json_build_object('address', address, 'day', $2::text),
       job_key => 'mailDesk ' || $2 || ' ' || address, max_attempts => ${MOST_TRIES}) from unnest($1::text[]) as to_whom (address)`,
    [to.map(({ address }) => address), today],
  );
}

/** Sends the summary of today to an address that is still set. One that was queued for an earlier day is out of date, and is dropped. */
export async function mailDesk(source: DataSource, { send, to }: DeskMail, today: Day, job: { address: string; day: Day }): Promise<void> {
  const addressee = to.find(({ address }) => address === job.address);
  if (!addressee || job.day !== today) return;
  const { locale, address } = addressee;
  const by = addDays(today, DAYS_AHEAD);
  const counts = await workCountsOn(source, today, {});
  const soon = await workCountsOn(source, today, { dueBy: by, states: ['DUE', 'UPCOMING'] });
  const items = soon.reduce((sum, { total }) => sum + total, 0);
  const written = writeSummary(locale, { today, counts, soon: { by, items } });
  const key = createHash('sha256').update(`${today} ${address}`).digest('hex').slice(0, 32);
  if (written) await send({ ...written, to: address, locale, key: `desk.${key}` });
}
