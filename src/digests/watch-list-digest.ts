import type { DataSource } from 'typeorm';
import { isOfStanding, type StatusChangeSource } from '../changes/change.source.ts';
import { readChanges } from '../changes/feed.ts';
import type { Clock } from '../clock.ts';
import type { EmailDigestRow } from '../database/tables/email-digest.table.ts';
import type { Day } from '../rules/calendar.ts';
import { type Locale, writeWord } from '../rules/messages/messages.ts';
import { listsOf } from '../watch-lists/watch-list.loader.ts';
import { endDigests } from './confirmation.service.ts';
import { digestWords } from './digest-words.ts';
import type { Composed } from './mail-body.ts';

/** Lines of a message. */
const MOST_LINES = 50;

/** Changes read for a message: those worth a line may follow many that are not. What is beyond waits for the next message. */
const MOST_READ = 1_000;

/** Anyone without a key: mail leaves the registry's rights behind, so it says only what is public (G-8.a). */
const anyone = { scope: 'public', holder: null, keyId: null, organizationId: null } as const;

/** What changed on a watch list since the last message, as anyone may see it; null if the list was deleted. */
export async function watchListDigest(source: DataSource, row: EmailDigestRow, clock: Clock): Promise<Composed | null> {
  const [list] = await listsOf(source.manager, row, row.watchListId);
  if (!list) {
    await endDigests(source, [row.id], 'LIST_DELETED', clock.wallNow());
    return null;
  }
  const any = { accountIds: null, organizationIds: null, kinds: null, standings: null, noticeDays: null };
  const criteria = { ...any, watched: { listId: list.id, owner: row } };
  const part = { after: row.position, first: MOST_READ, criteria };
  const today = clock.today();
  const { changes, hasMore, position, latest } = await readChanges(source, { caller: anyone, today }, part);
  const worth = worthSaying(changes.filter(isOfStanding), today).filter(isOfDay);
  const isCut = worth.length > MOST_LINES;
  const said = { position: isCut ? latest : position };
  if (worth.length === 0) return { subject: null, blocks: [], said };
  const items = await linesOf(source, worth.slice(0, MOST_LINES), row.locale);
  const say = digestWords[row.locale];
  const more = isCut || hasMore ? [{ paragraph: say.more }] : [];
  const blocks = [{ paragraph: say.changesIntro(list.name) }, { items }, ...more, { paragraph: say.changesEnd }];
  return { subject: say.changes(today), blocks, said };
}

/** A correction of a firm's identity and a new document have two equal sides, and are nothing that a person must act on. */
const isOfDay = ({ before, after }: StatusChangeSource): boolean => before.standing !== after.standing;

/** Of several notices of one day only the last says something, and none once the day has come or another change has overtaken it. */
export function worthSaying<Change extends Noticed>(changes: readonly Change[], today: Day): Change[] {
  const isOvertaken = (notice: Change, at: number): boolean =>
    changes.some((later, place) => place > at && isOf(notice, later) && overtakes(later, notice));
  return changes.filter((change, at) => change.noticeDays === null || (change.effectiveOn > today && !isOvertaken(change, at)));
}

const isOf = (notice: Noticed, { account }: Noticed): boolean => account.accountId === notice.account.accountId;

/** A later notice of the same day; a change by then, such as a loss that came sooner; a document with which the standing no longer changes on that day. */
function overtakes({ kind, before, after, noticeDays, effectiveOn }: Noticed, notice: Noticed): boolean {
  if (noticeDays !== null) return effectiveOn === notice.effectiveOn;
  if (kind === 'DOCUMENT') return after.holdsUntil !== notice.effectiveOn;
  return before.standing !== after.standing && effectiveOn <= notice.effectiveOn;
}

interface Noticed extends Pick<StatusChangeSource, 'kind' | 'effectiveOn' | 'noticeDays'> {
  readonly before: Pick<StatusChangeSource['before'], 'standing'>;
  readonly after: Pick<StatusChangeSource['after'], 'standing' | 'holdsUntil'>;
  readonly account: Pick<StatusChangeSource['account'], 'accountId'>;
}

async function linesOf(source: DataSource, changes: readonly StatusChangeSource[], locale: Locale): Promise<string[]> {
  const rows: { id: string; legalName: string }[] = await source.query(
    'select id, legal_name as "legalName" from organization where id = any($1::uuid[])',
    [changes.map(({ account }) => account.organizationId)],
  );
  const names = new Map(rows.map(({ id, legalName }) => [id, legalName]));
  return changes.map(({ account: { organizationId, wsibAccount }, before, after, effectiveOn, noticeDays }) =>
    digestWords[locale].changed({
      firm: [names.get(organizationId), wsibAccount && `WSIB ${wsibAccount}`].filter(Boolean).join(', '),
      ...{ before: writeWord(locale, before.standing), after: writeWord(locale, after.standing) },
      ...{ on: effectiveOn, isNotice: noticeDays !== null },
    }),
  );
}
