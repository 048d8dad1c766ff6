import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { AccountRow } from '../database/tables/account.table.ts';
import { lockAccounts, markWork, type Unit } from '../database/unit-of-work.ts';
import { type Fault, faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { alterRecord, lockedFacts, refuseOtherVersion } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { updateStandings } from '../mutations/update-standings.service.ts';
import { recordIdentityChanges } from '../outbox/record-identity-change.ts';
import { openApplication } from '../registrations/registration.service.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseCorrection } from '../rules/recording/correcting.ts';
import { type MergedAccount, refuseMerging } from '../rules/recording/merging.ts';
import { endTimelines } from '../standing/standing-period.store.ts';
import type { MergeAccountsInput } from './account.input.ts';
import { type WrittenAccount, writtenAccount } from './correction.service.ts';

/** Makes one of two accounts that are the same one, entered twice. What was recorded about either belongs to the one that stays. */
export async function mergeAccounts(unit: Unit, input: MergeAccountsInput): Promise<Written<WrittenAccount> | Refusal> {
  const [kept, ended] = await bothLocked(unit, input);
  const before = await lockedFacts(unit, kept.id);
  const refusal = refuseMerging(await asMerged(unit, kept), await asMerged(unit, ended));
  if (refusal) return refusal;
  const changes = {
    wsibAccount: kept.wsibAccount ?? ended.wsibAccount,
    systemInPlaceSince: kept.systemInPlaceSince ?? ended.systemInPlaceSince,
  };
  await endTimelines(unit, [ended.id]);
  await end(unit, ended, kept.id);
  await alterRecord(unit, AccountRow, { id: kept.id, expectedVersion: kept.version }, { ...changes, version: kept.version + 1 });
  await moveFacts(unit.tx, ended.id, kept.id);
  const impossible = refuseCorrection(before, await lockedFacts(unit, kept.id), true);
  if (impossible) return impossible;
  await markWork(unit, [ended.id]);
  await updateStandings(unit, [kept.id]);
  await recordIdentityChanges(unit, null);
  return { thing: writtenAccount({ ...kept, ...changes, version: kept.version + 1 }), subject: kept.id };
}

/** Both accounts, locked; those of two organizations are merged only after these are one. */
async function bothLocked(unit: Unit, input: MergeAccountsInput): Promise<readonly [AccountRow, AccountRow]> {
  const ids = [await accountNamed(unit, input.account), await accountNamed(unit, input.other, 'other')] as const;
  if (ids[0] === ids[1]) throw faults.BAD_USER_INPUT('input.other', 'input.other must be another account than input.account.');
  if ((await lockAccounts(unit, ids)) < 2) throw await notBoth(unit, ids);
  const [kept, ended] = [
    await unit.tx.findOneByOrFail(AccountRow, { id: ids[0] }),
    await unit.tx.findOneByOrFail(AccountRow, { id: ids[1] }),
  ];
  refuseOtherVersion(kept, input.expectedVersion);
  refuseOtherVersion(ended, input.otherExpectedVersion, 'input.otherExpectedVersion');
  if (kept.organizationId !== ended.organizationId)
    throw faults.BAD_USER_INPUT('input.other', 'input.other must belong to the same organization: merge the organizations first.');
  return [kept, ended];
}

/** CONFLICT if one was merged into another account while this unit waited for it; NOT_FOUND if there never was such an account. */
async function notBoth({ tx }: Unit, ids: readonly [string, string]): Promise<Fault> {
  const merged = await tx.findOneBy(AccountRow, { id: In([...ids]), mergedIntoId: Not(IsNull()) });
  const leadsTo = merged?.mergedIntoId;
  if (!leadsTo) return faults.NOT_FOUND('account');
  const { version } = await tx.findOneByOrFail(AccountRow, { id: leadsTo });
  return faults.CONFLICT(version, merged.id === ids[0] ? 'input.expectedVersion' : 'input.otherExpectedVersion');
}

async function asMerged(unit: Unit, { id, wsibAccount }: AccountRow): Promise<MergedAccount> {
  const { certificates } = await lockedFacts(unit, id);
  return { wsibAccount, isCertified: certificates.length > 0, hasOpenApplication: (await openApplication(unit, id)) !== null };
}

/** From now on the id of the one leads to the other, and so do the ids that led to it. */
async function end(unit: Unit, { id, version }: AccountRow, into: string): Promise<void> {
  await alterRecord(unit, AccountRow, { id, expectedVersion: version }, { mergedIntoId: into, wsibAccount: null });
  await unit.tx.update(AccountRow, { mergedIntoId: id }, { mergedIntoId: into });
}

/** The tables whose rows belong to an account and move with it; the feed, receipts and what was known of timelines keep the id of their time. */
const movingTables = [
  ...['appeal', 'audit', 'bidding_document', 'certificate', 'designation', 'equivalency_request', 'former_wsib_account'],
  ...['issuing_exception', 'registration', 'registration_application', 'revocation', 'sose_recognition', 'spot_check', 'statement'],
  ...['watch_list_entry', 'work_assignment'],
];

/** What was recorded of both accounts in the same way and can exist only once. */
const sameInBoth = {
  designation: 'kept.person_id = ended.person_id and kept.role = ended.role and kept.to_day is null and ended.to_day is null',
  sose_recognition: 'kept.reported_by = ended.reported_by and kept.reference = ended.reference',
  watch_list_entry: 'kept.list_id = ended.list_id',
};

/** A person with the same role on both accounts has had it since the earlier day. */
const joinDesignationsSql = `
  update designation kept set from_day = least(kept.from_day, ended.from_day), code_signed_on = least(kept.code_signed_on, ended.code_signed_on),
    is_permanent_full_time = kept.is_permanent_full_time or ended.is_permanent_full_time, version = kept.version + 1
  from designation ended
  where ended.account_id = $1 and kept.account_id = $2 and ${sameInBoth.designation}`;

async function moveFacts(tx: EntityManager, from: string, to: string): Promise<void> {
  await tx.query(joinDesignationsSql, [from, to]);
  for (const [table, isSame] of Object.entries(sameInBoth))
    await tx.query(`delete from ${table} ended using ${table} kept where ended.account_id = $1 and kept.account_id = $2 and ${isSame}`, [
      from,
      to,
    ]);
  for (const table of movingTables) await tx.query(`update ${table} set account_id = $2 where account_id = $1`, [from, to]);
  await tx.query(moveConsentsSql, [from, to]);
}

// A consent is never deleted: an application recorded for both accounts stays with each.
const moveConsentsSql = `
  update consent moved set account_id = $2, version = version + 1 where account_id = $1 and not exists (
    select from consent kept where kept.account_id = $2 and kept.kind = 'SOSE_APPLICATION' and moved.kind = kept.kind
      and kept.recipient = moved.recipient and kept.document = moved.document)`;
