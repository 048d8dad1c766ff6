import type { DataSource, EntityManager } from 'typeorm';
import { snapshot } from '../database/unit-of-work.ts';
import { requestsById, type StoredRequest } from '../equivalency/request.facts.ts';
import type { Day } from '../rules/calendar.ts';
import { reviewClock } from '../rules/equivalency/clock.ts';
import { encodeReasons } from '../standing/reasons.ts';
import type { WorkItemKind } from './work-item.type.ts';

/** An open request as an item of the queue, as a statement takes it. */
export interface RequestItem {
  readonly kind: WorkItemKind;
  readonly id: string;
  readonly account_id: string;
  readonly since: Day;
  readonly due_on: Day | null;
  readonly details: { readonly reasons: string };
}

/** The requests waiting for a review, for documents or for a decision, with the days that the law computes. */
export const requestItems = (source: DataSource, today: Day): Promise<RequestItem[]> =>
  snapshot(source, async (tx) => {
    const requests = await requestsById(tx, await openRequests(tx));
    return [...requests.values()].flatMap((request) => itemOf(request, today));
  });

async function openRequests(tx: EntityManager): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select id from equivalency_request where submitted_on is not null and decided_on is null and withdrawn_on is null',
  );
  return rows.map(({ id }) => id);
}

function itemOf({ row, facts }: StoredRequest, today: Day): RequestItem[] {
  const { state, startedOn, dueOn, waits, reasons } = reviewClock(facts, today);
  const item = (kind: WorkItemKind, since: Day | null, due: Day | null): RequestItem[] =>
    since === null
      ? []
      : [{ kind, id: row.id, account_id: row.accountId, since, due_on: due, details: { reasons: encodeReasons(reasons) } }];
  if (state === 'RUNNING') return item('EQUIVALENCY_REVIEW', startedOn, dueOn);
  if (state === 'STOPPED') return item('EQUIVALENCY_DOCUMENTS', waits.at(-1)?.from ?? null, null);
  return state === 'REVIEWED' ? item('EQUIVALENCY_DECISION', facts.reviewedOn, null) : [];
}
