import type { QueryDeepPartialEntity } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { EquivalencyRequestRow } from '../database/tables/equivalency-request.table.ts';
import { RequestWaitRow } from '../database/tables/request-wait.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { alterRecord, lockedAccount, type ReadRecord } from '../mutations/locked-facts.ts';
import { mutate, perform, type Written } from '../mutations/mutate.ts';
import type { MutationInput } from '../mutations/mutation.input.ts';
import { recordId } from '../mutations/record-id.ts';
import { Refusal } from '../rules/decision.ts';
import { checklistOn } from '../rules/equivalency/documents.ts';
import { type RequestStep, refuseStep } from '../rules/equivalency/request.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { lockedRequest, tellStatus } from './locked-request.ts';
import type { StoredRequest } from './request.facts.ts';
import type { AskForDocumentsInput, CreateEquivalencyRequestInput, RecordRequestFeeInput, ReportReviewInput } from './request.input.ts';
import { requestById, type SeenRequest } from './request.loader.ts';

/** A mutation of one request, as its caller read it. */
export interface RequestInput extends MutationInput {
  readonly request: string;
  readonly expectedVersion: number;
}

/** What is stored for a repeated mutation: the request's id. The request is read again for the answer, as visible to the caller. */
export interface TouchedRequest {
  readonly requestId: string;
}

type Touched = Promise<Written<TouchedRequest> | Refusal>;
type Changes = QueryDeepPartialEntity<EquivalencyRequestRow>;

/** G-5, G-6: begins a request as a draft. For the organization that holds the account, and for staff. */
export async function createRequest(context: Context, input: CreateEquivalencyRequestInput): Promise<SeenRequest | Refusal> {
  permitApplicant(context);
  return answered(context, await perform(context, 'createEquivalencyRequest', input, (unit) => create(unit, context, input)));
}

async function create(unit: Unit, context: Context, { account, kind }: CreateEquivalencyRequestInput): Touched {
  const accountId = await accountNamed(unit, account);
  const owner = await lockedAccount(unit, accountId);
  if (!seesWholeFile(viewerOf(context, owner))) throw faults.NOT_FOUND('account');
  const created = { accountId, kind, createdOn: unit.today, createdBy: unit.actor };
  const { identifiers } = await unit.tx.insert(EquivalencyRequestRow, created);
  const id = String(identifiers[0]?.id);
  await tellStatus(unit, null, id);
  return { thing: { requestId: id }, subject: accountId };
}

/** A step of the applicant: for the organization itself, and for staff. */
export async function asApplicant(
  context: Context,
  operation: string,
  input: RequestInput,
  work: (unit: Unit, request: StoredRequest) => Promise<Changes | Refusal>,
): Promise<SeenRequest | Refusal> {
  permitApplicant(context);
  return answered(context, await perform(context, operation, input, (unit) => alter(unit, context, input, work)));
}

/** A step of IHSA: for staff. */
export async function asStaff(
  context: Context,
  operation: string,
  input: RequestInput,
  work: (unit: Unit, request: StoredRequest) => Promise<Changes | Refusal>,
): Promise<SeenRequest | Refusal> {
  return answered(context, await mutate(context, operation, input, (unit) => alter(unit, context, input, work)));
}

/** Only an organization and staff ask for equivalency. */
export function permitApplicant({ caller }: Context): void {
  if (!['organization', 'staff', 'admin'].includes(caller.scope)) throw faults.FORBIDDEN('making requests for equivalency');
}

async function alter(
  unit: Unit,
  context: Context,
  { request: globalId, expectedVersion }: RequestInput,
  work: (unit: Unit, request: StoredRequest) => Promise<Changes | Refusal>,
): Touched {
  const record: ReadRecord = { id: recordId('request', globalId, 'EquivalencyRequest'), expectedVersion };
  const request = await lockedRequest(unit, context, record);
  const changes = await work(unit, request);
  if (changes instanceof Refusal) return changes;
  // A record attached to the request changes its version too: a caller who read it before must read it again.
  await alterRecord(unit, EquivalencyRequestRow, record, { ...changes, version: expectedVersion + 1 });
  await tellStatus(unit, request, record.id);
  return { thing: { requestId: record.id }, subject: request.row.accountId };
}

async function answered(context: Context, touched: TouchedRequest | Refusal): Promise<SeenRequest | Refusal> {
  if (touched instanceof Refusal) return touched;
  const request = await context.loader(requestById).clear(touched.requestId).load(touched.requestId);
  if (!request) throw faults.NOT_FOUND('request');
  return request;
}

/** What a step changes, unless the law refuses it. */
const stepping =
  (step: RequestStep, changes: (unit: Unit, request: StoredRequest) => Changes | Promise<Changes>) =>
  async (unit: Unit, request: StoredRequest): Promise<Changes | Refusal> =>
    refuseStep(request.facts, step, unit.today) ?? changes(unit, request);

/** submits a draft that has every document it needs. */
export const submitRequest = (context: Context, input: RequestInput): Promise<SeenRequest | Refusal> =>
  asApplicant(
    context,
    'submitEquivalencyRequest',
    input,
    stepping('SUBMIT', ({ today }) => ({ submittedOn: today })),
  );

/** withdraws a request that is not decided. */
export const withdrawRequest = (context: Context, input: RequestInput): Promise<SeenRequest | Refusal> =>
  asApplicant(
    context,
    'withdrawEquivalencyRequest',
    input,
    stepping('WITHDRAW', ({ today }) => ({ withdrawnOn: today })),
  );

/** G-6.1.a, G-6.2.a: records the fee for the review. */
export const recordFee = (context: Context, input: RecordRequestFeeInput): Promise<SeenRequest | Refusal> =>
  asStaff(context, 'recordRequestFee', input, stepping('RECORD_FEE', recordedFee));

function recordedFee({ today }: Unit, { row, facts }: StoredRequest): Changes {
  const hasFee = checklistOn(facts, today).some(({ item }) => item === 'FEE');
  if (!hasFee) throw faults.BAD_USER_INPUT('input.request', 'input.request must not be one for reciprocity: no source names a fee for it.');
  if (row.feeRecordedOn !== null)
    throw faults.BAD_USER_INPUT(
      'input.request',
      `input.request must be one without a fee on record: it was recorded on ${row.feeRecordedOn}.`,
    );
  return { feeRecordedOn: today };
}

/** G-6.1.c, R-19: asks for further documents; the clock is paused from today on. */
export const askForDocuments = (context: Context, input: AskForDocumentsInput): Promise<SeenRequest | Refusal> =>
  asStaff(
    context,
    'askForDocuments',
    input,
    stepping('ASK_FOR_DOCUMENTS', async ({ tx, today, actor }, { row }) => {
      await tx.insert(RequestWaitRow, { requestId: row.id, fromDay: today, askedFor: input.askedFor.trim(), askedBy: actor });
      return {};
    }),
  );

/** records that the documents arrived; the clock resumes today. */
export const recordDocumentsReceived = (context: Context, input: RequestInput): Promise<SeenRequest | Refusal> =>
  asStaff(
    context,
    'recordDocumentsReceived',
    input,
    stepping('RECEIVE_DOCUMENTS', async ({ tx, today }, { row }) => {
      const open = tx.createQueryBuilder().update(RequestWaitRow).set({ toDay: today });
      await open.where('request_id = :id and to_day is null', { id: row.id }).execute();
      return {};
    }),
  );

/** G-6.1.a, G-6.2.a: records the report on the lead auditor’s review. */
export const reportReview = (context: Context, input: ReportReviewInput): Promise<SeenRequest | Refusal> =>
  asStaff(
    context,
    'reportReview',
    input,
    stepping('REPORT_REVIEW', ({ today }) => ({
      reviewedOn: today,
      leadAuditor: input.leadAuditor.trim(),
      reviewReport: input.report.trim(),
    })),
  );
