import { createHash } from 'node:crypto';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { logReadings } from '../access/audit-log.ts';
import { secretHash } from '../access/key.ts';
import { validKeyOf } from '../access/owner.ts';
import type { Clock } from '../clock.ts';
import { cycleFactsOf } from '../cycle/cycle.facts.ts';
import { CalendarFeedRow } from '../database/tables/calendar-feed.table.ts';
import { snapshot } from '../database/unit-of-work.ts';
import { type CalendarEntry, calendarOn } from '../rules/cycle/calendar.ts';
import { type Locale, render } from '../rules/messages/messages.ts';
import { type CalendarEvent, calendarText } from './ics.ts';

/** What reading a calendar works with. */
export interface CalendarParts {
  readonly source: DataSource;
  readonly clock: Clock;
}

/** The form of a secret: 32 random bytes in base64url. */
const secretForm = /^[A-Za-z0-9_-]{43}$/;

/**
 * The calendar at a secret address, as text; null for an address that was never given, for a revoked one, and while its holder has no valid key: all look
 * the same. Reading it is logged for each account whose audits it rests on (G-8.a).
 */
export async function readCalendar({ source, clock }: CalendarParts, secret: string, requestId: string): Promise<string | null> {
  if (!secretForm.test(secret)) return null;
  const feed = await source.manager.findOneBy(CalendarFeedRow, { secretHash: secretHash(secret), revokedAt: IsNull() });
  if (!feed) return null;
  const { holder, organizationId, locale, name } = feed;
  const owner = { scope: 'organization', holder, organizationId } as const;
  if ((await validKeyOf(source.manager, owner, clock.wallNow())) === null) return null;
  const accounts = await accountsOf(source.manager, organizationId);
  const facts = await snapshot(source, (tx) => cycleFactsOf(tx, [...accounts.keys()]));
  const read = [...facts].map(([subject, { audits }]) => ({ subject, details: { calendar: feed.id, audits: audits.map(({ id }) => id) } }));
  await logReadings(source, `${holder} (calendar ${feed.id})`, { action: 'readCalendar', requestId }, read);
  const today = clock.today();
  const events = [...facts].flatMap(([id, each]) =>
    calendarOn(each, today).map((entry) => eventOf(locale, { id, shownAs: accounts.get(id) ?? id }, entry)),
  );
  return calendarText(name, locale, await sequenced(source.manager, feed.id, events, clock.wallNow()));
}

/** The accounts of an organization today, with the number or reference that its people know each by. */
async function accountsOf(manager: EntityManager, organizationId: string): Promise<Map<string, string>> {
  const rows: { id: string; shown: string }[] = await manager.query(
    `select id, coalesce('WSIB ' || wsib_account, reference, id::text) as shown from account
     where organization_id = $1 and merged_into_id is null order by id`,
    [organizationId],
  );
  return new Map(rows.map(({ id, shown }) => [id, shown]));
}

interface NamedAccount {
  readonly id: string;
  readonly shownAs: string;
}

type UnsequencedEvent = Omit<CalendarEvent, 'sequence' | 'changedAt'>;

function eventOf(locale: Locale, { id, shownAs }: NamedAccount, { key, kind, on, isDone, because }: CalendarEntry): UnsequencedEvent {
  return {
    uid: createHash('sha256').update(`${id} ${key}`).digest('hex').slice(0, 40),
    on,
    isDone,
    summary: render(locale, isDone ? 'calendar-entry-done' : 'calendar-entry', { account: shownAs, kind }),
    description: render(locale, because.id, because.values),
  };
}

/** The events with their SEQUENCE: it grows by one each time an event is not what the calendar last gave. */
async function sequenced(
  manager: EntityManager,
  calendarId: string,
  events: readonly UnsequencedEvent[],
  now: Date,
): Promise<CalendarEvent[]> {
  const digests = events.map((event) => createHash('sha256').update(JSON.stringify(event)).digest('hex'));
  const rows: { uid: string; sequence: number; changedAt: Date }[] = await manager.query(sequenceSql, [
    ...[calendarId, events.map(({ uid }) => uid), digests, now],
  ]);
  const byUid = new Map(rows.map((row) => [row.uid, row]));
  return events.map((event) => ({
    ...event,
    sequence: byUid.get(event.uid)?.sequence ?? 0,
    changedAt: byUid.get(event.uid)?.changedAt ?? now,
  }));
}

// What is as it was is not written again; the outer select sees the table as it was before, so the written rows come first.
const sequenceSql = `
  with given as (select * from unnest($2::text[], $3::text[]) as each (uid, digest)),
  written as (
    insert into calendar_event (calendar_id, uid, digest, changed_at) select $1, uid, digest, $4 from given
    on conflict (calendar_id, uid) do update set digest = excluded.digest, sequence = calendar_event.sequence + 1, changed_at = excluded.changed_at
      where calendar_event.digest <> excluded.digest
    returning uid, sequence, changed_at
  )
  select uid, sequence, changed_at as "changedAt" from written
  union all
  select uid, sequence, changed_at from calendar_event
  where calendar_id = $1 and uid = any($2) and not exists (select from written where written.uid = calendar_event.uid)`;
