import { ExternalAuditorRow } from '../database/tables/external-auditor.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { alterRecord, refuseFutureDay, refuseOtherVersion } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { organizationNamed } from '../mutations/organization-named.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseListing, refuseRemovedAuditor } from '../rules/recording/registering.ts';
import type {
  EndApprovedListingInput,
  PutOnApprovedListInput,
  RecordAuditorEvaluationInput,
  RecordConflictOfInterestInput,
  RecordConsultingEngagementInput,
  RegisterExternalAuditorInput,
  RemoveExternalAuditorInput,
} from './external-auditor.input.ts';
import { auditorInUnit } from './external-auditor.loader.ts';
import type { ExternalAuditor } from './external-auditor.type.ts';

type Outcome = Promise<Written<ExternalAuditor> | Refusal>;

/** Enters an auditor in the register. */
export async function registerExternalAuditor({ tx }: Unit, { name }: RegisterExternalAuditorInput): Outcome {
  const [row]: { id: string }[] = await tx.query(
    `insert into external_auditor (id, reference, name) select id, id::text, $1 from new_id() as id returning id`,
    [name.trim()],
  );
  if (!row) throw new Error('The auditor was not entered.');
  return { thing: await auditorInUnit(tx, row.id), subject: row.id };
}

/** G-2.4.g: puts an auditor on the approved list, for a company or for none. */
export const putOnApprovedList = (unit: Unit, input: PutOnApprovedListInput): Outcome =>
  altering(unit, input, async (auditor) => {
    const { from, to = null, company } = input;
    refuseDisorder('to', from, to);
    const periods: { from: Day; to: Day | null }[] = await unit.tx.query(
      'select from_day as from, to_day as to from approved_list_period where auditor_id = $1 order by from_day',
      [auditor.id],
    );
    const refusal = refuseListing(auditor, periods, { from, to });
    if (refusal) return refusal;
    await unit.tx.query('insert into approved_list_period (auditor_id, company_id, from_day, to_day) values ($1, $2, $3, $4)', [
      auditor.id,
      company ? await companyOfName(unit, company.trim()) : null,
      from,
      to,
    ]);
    return null;
  });

async function companyOfName({ tx }: Unit, name: string): Promise<string> {
  await tx.query('insert into auditing_company (reference, name) values ($1, $1) on conflict (reference) do nothing', [name]);
  const [row]: { id: string }[] = await tx.query('select id from auditing_company where name = $1 or reference = $1 order by id limit 1', [
    name,
  ]);
  if (!row) throw new Error('The company was not entered.');
  return row.id;
}

/** Ends the last period of an auditor on the approved list. */
export const endApprovedListing = (unit: Unit, input: EndApprovedListingInput): Outcome =>
  altering(unit, input, async (auditor) => {
    const [period]: { id: string; from: Day }[] = await unit.tx.query(
      'select id, from_day as from from approved_list_period where auditor_id = $1 order by from_day desc limit 1',
      [auditor.id],
    );
    if (!period) throw faults.NOT_FOUND('period on the approved list');
    refuseDisorder('to', period.from, input.to);
    await unit.tx.query('update approved_list_period set to_day = $2 where id = $1', [period.id, input.to]);
    return null;
  });

/** G-4.3: records an evaluation; a second one for the same day replaces it. */
export const recordAuditorEvaluation = (unit: Unit, input: RecordAuditorEvaluationInput): Outcome =>
  altering(unit, input, async (auditor) => {
    const on = input.on ?? unit.today;
    refuseFutureDay('on', on, unit);
    await unit.tx.query(
      `insert into auditor_evaluation (auditor_id, evaluated_on, note) values ($1, $2, $3)
       on conflict on constraint auditor_evaluation_once do update set note = excluded.note`,
      [auditor.id, on, input.note ?? null],
    );
    return null;
  });

/** G-3.4.a: records for whom an auditor consults. */
export const recordConsultingEngagement = (unit: Unit, input: RecordConsultingEngagementInput): Outcome =>
  altering(unit, input, async (auditor) => {
    const { from, to = null } = input;
    refuseDisorder('to', from, to);
    await unit.tx.query(
      `insert into consulting_engagement (auditor_id, organization_id, from_day, to_day) values ($1, $2, $3, $4)
       on conflict on constraint consulting_engagement_once do update set to_day = excluded.to_day`,
      [auditor.id, await organizationNamed(unit, input.organization), from, to],
    );
    return null;
  });

/** G-3.4.a: records a declared conflict, and IHSA’s request to withdraw because of it. */
export const recordConflictOfInterest = (unit: Unit, input: RecordConflictOfInterestInput): Outcome =>
  altering(unit, input, async (auditor) => {
    const { declaredOn, description, withdrawalRequestedOn = null, requestEndedOn = null } = input;
    refuseFutureDay('declaredOn', declaredOn, unit);
    refuseDisorder('withdrawalRequestedOn', declaredOn, withdrawalRequestedOn);
    if (requestEndedOn !== null && withdrawalRequestedOn === null)
      throw faults.BAD_USER_INPUT('input.requestEndedOn', 'input.requestEndedOn goes with input.withdrawalRequestedOn.');
    refuseDisorder('requestEndedOn', withdrawalRequestedOn ?? declaredOn, requestEndedOn);
    await unit.tx.query(
      `insert into conflict_of_interest (auditor_id, organization_id, declared_on, description, withdrawal_requested_on, request_ended_on)
       values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint conflict_of_interest_once do update set description = excluded.description,
         withdrawal_requested_on = excluded.withdrawal_requested_on, request_ended_on = excluded.request_ended_on`,
      [auditor.id, await organizationNamed(unit, input.organization), declaredOn, description, withdrawalRequestedOn, requestEndedOn],
    );
    return null;
  });

/** G-4.5, R-17: removes an auditor from the program. */
export const removeExternalAuditor = (unit: Unit, input: RemoveExternalAuditorInput): Outcome =>
  altering(unit, input, async (auditor) => {
    const on = input.on ?? unit.today;
    refuseFutureDay('on', on, unit);
    const refusal = refuseRemovedAuditor(auditor.removedOn);
    if (refusal) return refusal;
    await unit.tx.query('update external_auditor set removed_on = $2, removal_reason = $3 where id = $1', [auditor.id, on, input.because]);
    return null;
  });

interface AuditorInput {
  readonly auditor: string;
  readonly expectedVersion: number;
}

/** Changes an entry that is locked: units that record audits of the auditor wait. Every change of the entry raises its version by one. */
async function altering(unit: Unit, input: AuditorInput, work: (auditor: ExternalAuditorRow) => Promise<Refusal | null>): Outcome {
  const id = recordId('auditor', input.auditor, 'ExternalAuditor');
  await unit.tx.query('select from external_auditor where id = $1 for update', [id]);
  const auditor = await unit.tx.findOneBy(ExternalAuditorRow, { id });
  if (!auditor) throw faults.NOT_FOUND('external auditor');
  refuseOtherVersion(auditor, input.expectedVersion);
  const refusal = await work(auditor);
  if (refusal) return refusal;
  const { version } = (await unit.tx.findOneBy(ExternalAuditorRow, { id })) ?? auditor;
  if (version === auditor.version) await alterRecord(unit, ExternalAuditorRow, { id, expectedVersion: version }, { version: version + 1 });
  return { thing: await auditorInUnit(unit.tx, id), subject: id };
}

function refuseDisorder(field: string, from: Day, to: Day | null): void {
  if (to !== null && to < from) throw faults.BAD_USER_INPUT(`input.${field}`, `input.${field} must not be before the first day.`);
}
