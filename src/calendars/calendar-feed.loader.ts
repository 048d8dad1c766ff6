import DataLoader from 'dataloader';
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import type { Caller } from '../contract/viewer.type.ts';
import { CalendarFeedRow } from '../database/tables/calendar-feed.table.ts';
import type { CalendarFeed } from './calendar-feed.type.ts';

/** The owner of a calendar: an organization and the holder of its keys. */
export interface CalendarOwner {
  readonly holder: string;
  readonly organizationId: string;
}

/** The caller as an owner of calendars; null for a caller who cannot have any. */
export const calendarOwnerOf = ({ scope, holder, organizationId }: Caller): CalendarOwner | null =>
  scope === 'organization' && holder !== null && organizationId !== null ? { holder, organizationId } : null;

/** The calendars of an owner, the oldest first. */
export const feedsOf = (manager: EntityManager, owner: CalendarOwner): Promise<CalendarFeedRow[]> =>
  manager.find(CalendarFeedRow, { where: { ...owner }, order: { createdAt: 'ASC', id: 'ASC' } });

/** The caller's own calendars by id; those of others do not exist. */
export const calendarFeedById = (source: DataSource, { caller }: Context): DataLoader<string, CalendarFeed | null> =>
  new DataLoader(async (ids) => {
    const owner = calendarOwnerOf(caller);
    const rows = owner ? await source.manager.findBy(CalendarFeedRow, { id: In([...ids]), ...owner }) : [];
    return ids.map((id) => rows.filter((row) => row.id === id).map(feedSource)[0] ?? null);
  });

/** A calendar as the API shows it: everything but its secret. */
export const feedSource = ({ id, name, locale, createdAt, revokedAt, version }: CalendarFeedRow): CalendarFeed => ({
  id: toGlobalId('CalendarFeed', id),
  ...{ name, locale, version, createdAt: createdAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null },
});
