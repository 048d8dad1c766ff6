import { BiddingDocumentRow } from '../database/tables/bidding-document.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { correct, corrections, withRecord } from '../mutations/correct.service.ts';
import { alterRecord, type LockedRecord, lockedRecord, type ReadRecord, refuseFutureDay, removeRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import type { Refusal } from '../rules/decision.ts';
import type { CorrectBiddingDocumentInput } from './bidding-document.input.ts';
import type { BiddingDocument } from './bidding-document.type.ts';
import { biddingDocumentInUnit } from './letter.loader.ts';

/** A bidding-only document as a mutation answers it: with its version, null once it was removed. */
export interface WrittenBiddingDocument extends BiddingDocument {
  readonly version: number | null;
}

type Outcome = Promise<Written<WrittenBiddingDocument> | Refusal>;

/**
 * Enters a bidding-only document that the law allows under a new number; returns its id. The caller updates the standings that follow from
 * it.
 */
export async function insertBiddingDocument(
  { tx }: Unit,
  { accountId, kind, issuedOn, hostExpiresOn }: Pick<BiddingDocumentRow, 'accountId' | 'kind' | 'issuedOn' | 'hostExpiresOn'>,
): Promise<string> {
  const [row]: { id: string }[] = await tx.query(
    `insert into bidding_document (number, account_id, kind, issued_on, host_expires_on)
     values (new_document_number(extract(year from $3::date)::integer), $1, $2, $3, $4) returning id`,
    [accountId, kind, issuedOn, hostExpiresOn],
  );
  if (!row) throw new Error('The bidding-only document was not entered.');
  return row.id;
}

/** Corrects what was recorded of a bidding-only document, or removes one that never existed. */
export async function correctBiddingDocument(unit: Unit, input: CorrectBiddingDocumentInput): Outcome {
  const record = { id: recordId('biddingDocument', input.biddingDocument, 'BiddingDocument'), expectedVersion: input.expectedVersion };
  const find = (id: string) => unit.tx.findOneBy(BiddingDocumentRow, { id });
  const locked = await lockedRecord(unit, 'bidding-only document', record, find, ({ accountId }) => accountId);
  return input.recordedInError ? remove(unit, record, locked, input) : change(unit, record, locked, input);
}

async function change(
  unit: Unit,
  record: ReadRecord,
  locked: LockedRecord<BiddingDocumentRow>,
  { kind, issuedOn, hostExpiresOn, keepAgainstTheLaw }: CorrectBiddingDocumentInput,
): Outcome {
  const changes = corrections(locked.row, { kind: kind ?? undefined, issuedOn: issuedOn ?? undefined, hostExpiresOn });
  if (changes.issuedOn) refuseFutureDay('issuedOn', changes.issuedOn, unit);
  const biddingDocuments = withRecord(locked.facts.biddingDocuments, record.id, (document) => ({ ...document, ...changes }));
  return correct(unit, locked, {
    after: { ...locked.facts, biddingDocuments },
    isKept: keepAgainstTheLaw,
    write: () => alterRecord(unit, BiddingDocumentRow, record, changes),
    answer: async () => ({ ...(await biddingDocumentInUnit(unit, record.id)), version: record.expectedVersion + 1 }),
  });
}

async function remove(
  unit: Unit,
  record: ReadRecord,
  locked: LockedRecord<BiddingDocumentRow>,
  { keepAgainstTheLaw }: CorrectBiddingDocumentInput,
): Outcome {
  const wasShown = await biddingDocumentInUnit(unit, record.id);
  return correct(unit, locked, {
    after: { ...locked.facts, biddingDocuments: withRecord(locked.facts.biddingDocuments, record.id, null) },
    isKept: keepAgainstTheLaw,
    write: () => removeRecord(unit, BiddingDocumentRow, record),
    answer: async () => ({ ...wasShown, version: null }),
  });
}
