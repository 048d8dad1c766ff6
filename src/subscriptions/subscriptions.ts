import { ChangeFilter } from '../changes/change.input.ts';
import {
  type AuditChangeSource,
  type ChangeSource,
  isOfAudit,
  isOfRequest,
  isOfStanding,
  type RequestChangeSource,
  type StatusChangeSource,
} from '../changes/change.source.ts';
import { type ChangeCriteria, criteriaOf } from '../changes/change-criteria.ts';
import { ChangeKind } from '../changes/change-kind.type.ts';
import type { Context } from '../contract/context.ts';
import { faults } from '../errors.ts';
import type { RequestStatus } from '../rules/equivalency/request.ts';
import {
  type AuditChangedArgs,
  AuditChangeFilter,
  EquivalencyChangeFilter,
  type EquivalencyRequestChangedArgs,
  type StatusChangedArgs,
} from './subscription.args.ts';
import { followerOf, visibleChanges } from './visible-changes.ts';

/** The changes of standings that a subscriber asks for. */
export async function statusChanges(context: Context, args: StatusChangedArgs): Promise<AsyncGenerator<StatusChangeSource>> {
  const filter = Object.assign(new ChangeFilter(), args.filter);
  followerOf(context).check(filter, 'filter');
  const criteria = { ...criteriaOf(filter, context.caller), kinds: kindsOf(filter) };
  return ofStanding(await visibleChanges(context, { criteria, after: args.after, watchList: filter.watchList }));
}

async function* ofStanding(changes: AsyncIterable<ChangeSource>): AsyncGenerator<StatusChangeSource> {
  for await (const change of changes) if (isOfStanding(change)) yield change;
}

const kindsOfStatus = Object.values(ChangeKind).filter((kind) => kind !== 'EQUIVALENCY_REQUEST' && kind !== 'AUDIT');

function kindsOf({ kinds }: ChangeFilter): ChangeKind[] {
  const asked = kinds ? kindsOfStatus.filter((kind) => kinds.includes(kind)) : kindsOfStatus;
  if (asked.length > 0) return asked;
  throw faults.BAD_FIELDS([
    { field: 'filter.kinds', message: 'must name another kind: use `equivalencyRequestChanged` for requests, `auditChanged` for audits.' },
  ]);
}

/** The changes of requests for equivalency and reciprocity that a subscriber asks for. */
export async function requestChanges(context: Context, args: EquivalencyRequestChangedArgs): Promise<AsyncGenerator<RequestChangeSource>> {
  const filter = Object.assign(new EquivalencyChangeFilter(), args.filter);
  followerOf(context).check(filter, 'filter');
  const criteria: ChangeCriteria = { ...criteriaOf(filter, context.caller), kinds: ['EQUIVALENCY_REQUEST'] };
  return intoStatus(await visibleChanges(context, { criteria, after: args.after, watchList: filter.watchList }), filter.statuses ?? null);
}

async function* intoStatus(
  changes: AsyncIterable<ChangeSource>,
  statuses: readonly RequestStatus[] | null,
): AsyncGenerator<RequestChangeSource> {
  for await (const change of changes) if (isOfRequest(change) && (statuses === null || statuses.includes(change.after))) yield change;
}

/** The changes of audits that a subscriber asks for. */
export async function auditChanges(context: Context, args: AuditChangedArgs): Promise<AsyncGenerator<AuditChangeSource>> {
  const filter = Object.assign(new AuditChangeFilter(), args.filter);
  followerOf(context).check(filter, 'filter');
  const criteria: ChangeCriteria = { ...criteriaOf(filter, context.caller), kinds: ['AUDIT'] };
  return ofAudits(await visibleChanges(context, { criteria, after: args.after, watchList: filter.watchList }), filter);
}

async function* ofAudits(changes: AsyncIterable<ChangeSource>, { events, steps }: AuditChangeFilter): AsyncGenerator<AuditChangeSource> {
  for await (const change of changes)
    if (
      isOfAudit(change) &&
      (!events || events.includes(change.event)) &&
      (!steps || (change.step !== null && steps.includes(change.step)))
    )
      yield change;
}
