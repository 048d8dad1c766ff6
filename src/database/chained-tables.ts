import type { QueryRunner } from 'typeorm';

/**
 * Columns that name people or hold free text, in every table of facts or log: the chain covers them under a salt, so that erased values leave nothing
 * behind.
 */
const personalColumns = [
  'applied_by',
  'approved_by',
  'asked_by',
  'auditor',
  'checked_by',
  'created_by',
  'decided_by',
  'decision_reasons',
  'description',
  'details',
  'judgement',
  'lead_auditor',
  'name',
  'note',
  'provider_name',
  'reason',
  'received_by',
  'recorded_by',
  'rejection_reason',
  'removal_reason',
  'reported_by',
  'review_report',
  'reviewer',
  'revocation_reason',
  'stated_by',
];

/** Puts every table of facts under the chain, whichever migration made it, and notes the columns that digests cover from now on. */
export async function settleChain(runner: QueryRunner): Promise<void> {
  await runner.query('select settle_chain($1)', [personalColumns]);
}
