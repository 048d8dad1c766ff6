import DataLoader from 'dataloader';
import { type DataSource, type EntityManager, IsNull, Raw } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { EmailDigestRow } from '../database/tables/email-digest.table.ts';
import { type Watcher, watcherOf } from '../watch-lists/watch-list.loader.ts';
import type { EmailDigest } from './email-digest.type.ts';

/** The daily e-mails of an owner, the oldest first; ended ones for as long as they are kept. */
export const digestsOf = (manager: EntityManager, { scope, holder, organizationId }: Watcher): Promise<EmailDigestRow[]> =>
  manager.find(EmailDigestRow, {
    where: {
      scope,
      holder: Raw((column) => `lower(${column}) = lower(:holder)`, { holder }),
      organizationId: organizationId ?? IsNull(),
    },
    order: { createdAt: 'ASC', id: 'ASC' },
  });

/** The caller's own daily e-mails by id; those of others do not exist. */
export const emailDigestById = (source: DataSource, { caller }: Context): DataLoader<string, EmailDigest | null> =>
  new DataLoader(async (ids) => {
    const owner = watcherOf(caller);
    const own = owner ? await digestsOf(source.manager, owner) : [];
    const byId = new Map(own.map((row) => [row.id, digestSource(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** A daily e-mail as the API shows it. */
export const digestSource = ({ id, address, watchListId, locale, ...row }: EmailDigestRow): EmailDigest => ({
  id: toGlobalId('EmailDigest', id),
  ...{ address, locale, version: row.version, endReason: row.endReason, lastSentOn: row.toldOn },
  watchList: watchListId && toGlobalId('WatchList', watchListId),
  createdAt: row.createdAt.toISOString(),
  confirmedAt: row.confirmedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
});
