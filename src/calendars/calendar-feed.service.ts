import { randomBytes } from 'node:crypto';
import { secretHash } from '../access/key.ts';
import type { Context } from '../contract/context.ts';
import { CalendarFeedRow } from '../database/tables/calendar-feed.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { perform } from '../mutations/mutate.ts';
import { heldOwner } from '../mutations/organization-named.ts';
import { recordId } from '../mutations/record-id.ts';
import { Refusal } from '../rules/decision.ts';
import type { CreateCalendarFeedInput, RevokeCalendarFeedInput } from './calendar-feed.input.ts';
import { type CalendarOwner, calendarOwnerOf, feedSource, feedsOf } from './calendar-feed.loader.ts';
import type { CalendarFeed, IssuedCalendarFeed } from './calendar-feed.type.ts';

/** The maximum number of calendars of one owner that are not revoked. */
const MOST_OF_AN_OWNER = 20;

function permitCalendars({ caller }: Context): CalendarOwner {
  const owner = calendarOwnerOf(caller);
  if (!owner) throw faults.FORBIDDEN('calendars of an organization');
  return owner;
}

/** The caller's calendars, the oldest first, with those that were revoked; none of a caller that cannot have any. */
export async function listCalendars(context: Context): Promise<CalendarFeed[]> {
  const owner = calendarOwnerOf(context.caller);
  if (!owner) return [];
  const rows = await context.read(({ manager }) => feedsOf(manager, owner));
  return rows.map(feedSource);
}

/** Makes a calendar and shows its address, only this once: the registry keeps a hash of the secret in it. */
export async function createCalendar(context: Context, input: CreateCalendarFeedInput): Promise<IssuedCalendarFeed | Refusal> {
  const caller = permitCalendars(context);
  const secret = randomBytes(32).toString('base64url');
  let isNew = false;
  const calendar = await perform(context, 'createCalendarFeed', input, async (unit) => {
    isNew = true;
    const owner = await heldOwner(unit, caller);
    await refuseTooMany(unit, owner);
    const feed = { ...owner, name: input.name.trim(), locale: input.locale ?? context.locale, secretHash: secretHash(secret) };
    const [{ id } = { id: '' }] = (await unit.tx.insert(CalendarFeedRow, { ...feed, createdBy: unit.actor })).identifiers;
    const row = await unit.tx.findOneByOrFail(CalendarFeedRow, { id: String(id) });
    return { thing: feedSource(row), subject: row.id };
  });
  return calendar instanceof Refusal ? calendar : { calendar, path: isNew ? `/calendars/${secret}.ics` : null };
}

/** Revokes the caller's own calendar: its address stops working at once. */
export function revokeCalendar(context: Context, input: RevokeCalendarFeedInput): Promise<CalendarFeed | Refusal> {
  const owner = permitCalendars(context);
  return perform(context, 'revokeCalendarFeed', input, async (unit) => {
    const id = recordId('calendar', input.calendar, 'CalendarFeed');
    const row = await unit.tx.findOne(CalendarFeedRow, { where: { id, ...owner }, lock: { mode: 'pessimistic_write' } });
    if (!row) throw faults.NOT_FOUND('calendar');
    if (row.version !== input.expectedVersion) throw faults.CONFLICT(row.version);
    const changes = { revokedAt: row.revokedAt ?? context.wallNow, version: row.version + 1 };
    await unit.tx.update(CalendarFeedRow, { id }, changes);
    return { thing: feedSource({ ...row, ...changes }), subject: id };
  });
}

// Of two concurrent requests, the second counts what the first made.
async function refuseTooMany({ tx }: Unit, owner: CalendarOwner): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('calendars of ' || $1, 0))`, [owner.organizationId]);
  const own = (await feedsOf(tx, owner)).filter(({ revokedAt }) => revokedAt === null);
  if (own.length >= MOST_OF_AN_OWNER)
    throw faults.BAD_USER_INPUT('input', `You already have ${MOST_OF_AN_OWNER} calendars, which is the maximum. Revoke one first.`);
}
