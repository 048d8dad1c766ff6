import { insertCertificate } from '../certificates/certificate.service.ts';
import type { Context } from '../contract/context.ts';
import type { EquivalencyRequestRow } from '../database/tables/equivalency-request.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { insertBiddingDocument } from '../letters/bidding-document.service.ts';
import { updateStandings } from '../mutations/update-standings.service.ts';
import { Refusal } from '../rules/decision.ts';
import { decideRequest } from '../rules/equivalency/decision.ts';
import type { GrantedDocument } from '../rules/equivalency/equivalency.ts';
import { encodeReasons } from '../standing/reasons.ts';
import type { StoredRequest } from './request.facts.ts';
import type { DecideEquivalencyRequestInput } from './request.input.ts';
import type { SeenRequest } from './request.loader.ts';
import { asStaff } from './request.service.ts';

/** decides a request, and issues what comes of it in the same transaction. */
export const decide = (context: Context, input: DecideEquivalencyRequestInput): Promise<SeenRequest | Refusal> =>
  asStaff(context, 'decideEquivalencyRequest', input, (unit, request) => decided(unit, request, input));

async function decided(
  unit: Unit,
  { row, facts }: StoredRequest,
  { grant, lastDay = null, judgement: given }: DecideEquivalencyRequestInput,
): Promise<Partial<EquivalencyRequestRow> | Refusal> {
  const judgement = given?.trim() || null;
  const outcome = decideRequest(facts, { grant, lastDay, judgement }, unit.today);
  if (outcome instanceof Refusal) return outcome;
  const issued = outcome.document ? await issue(unit, row.accountId, outcome.document) : {};
  const { on, reasons } = outcome;
  return { decidedOn: on, decidedBy: unit.actor, decisionGrant: grant, judgement, decisionReasons: encodeReasons(reasons), ...issued };
}

type Issued = Partial<Pick<EquivalencyRequestRow, 'certificateId' | 'biddingDocumentId'>>;

async function issue(unit: Unit, accountId: string, document: GrantedDocument): Promise<Issued> {
  const issued: Issued =
    document.type === 'CERTIFICATE'
      ? { certificateId: await insertCertificate(unit, { accountId, ...document }) }
      : { biddingDocumentId: await insertBiddingDocument(unit, { accountId, ...document }) };
  await updateStandings(unit, [accountId]);
  return issued;
}
