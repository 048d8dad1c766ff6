import type { BidderRow } from '../bidders/bidder.input.ts';
import { matchBidders } from '../bidders/bidder.service.ts';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import type { ReceiptQuestion, ReceiptRow } from '../database/tables/receipt.table.ts';
import { provenDocument } from '../proof/proof.service.ts';
import type { Day } from '../rules/calendar.ts';
import type { AskedBidders } from '../tenders/asked-bidders.ts';
import type { AskedRequirement } from '../tenders/kept-requirement.type.ts';
import type { TenderRequirement } from '../tenders/requirement.input.ts';
import { checkBidders } from '../tenders/requirement.service.ts';
import type { VerificationSubject } from '../verification/verification.input.ts';
import { verifySubjects } from '../verification/verification.service.ts';
import { type AnsweredRow, keptCheck, keptMatch, keptProof, keptVerification } from './answer.ts';
import type { DocumentToProve } from './receipt.input.ts';

/** A question that can be kept with its answer. */
export type KeptQuestion =
  | { readonly question: 'VERIFICATION'; readonly subjects: readonly VerificationSubject[] }
  | { readonly question: 'BIDDERS'; readonly rows: readonly BidderRow[] }
  | (AskedBidders & { readonly question: 'REQUIREMENT'; readonly requirement: TenderRequirement })
  | { readonly question: 'PROOF'; readonly documents: readonly DocumentToProve[] };

/** The rows, subjects or documents of a question, in order. */
export function rowsAsked(asked: KeptQuestion): readonly unknown[] {
  if (asked.question === 'VERIFICATION') return asked.subjects;
  if (asked.question === 'PROOF') return asked.documents;
  return asked.question === 'BIDDERS' ? asked.rows : (asked.subjects ?? asked.rows);
}

/** The answers to a question on a day, as known at an instant or now, with the rights of the caller. Of documents: as known now. */
export async function answersTo(
  context: Context,
  asked: KeptQuestion,
  askedOf: { readonly on: Day; readonly knownAt: Instant | null },
): Promise<readonly AnsweredRow[]> {
  if (asked.question === 'VERIFICATION') return (await verifySubjects(context, asked.subjects, askedOf)).map(keptVerification);
  if (asked.question === 'BIDDERS') return (await matchBidders(context, asked.rows, askedOf)).map(keptMatch);
  if (asked.question === 'PROOF') return proofsOf(context, asked.documents, askedOf.on);
  return (await checkBidders(context, asked.requirement, asked, askedOf)).map(keptCheck);
}

const proofsOf = (context: Context, documents: readonly DocumentToProve[], on: Day): Promise<readonly AnsweredRow[]> =>
  Promise.all(
    documents.map(async ({ number, holder = null }) => keptProof(await provenDocument(context, { number, on, holder: holder ?? null }))),
  );

/** The question that was stored. */
export function questionOf(question: ReceiptQuestion, asked: Record<string, unknown>): KeptQuestion {
  // It was written from a KeptQuestion, and is append-only.
  return { question, ...asked } as KeptQuestion;
}

/** What a tender asked for, of a receipt of that question. */
export function requirementOf({ question, asked }: Pick<ReceiptRow, 'question' | 'asked'>): AskedRequirement | null {
  const kept = questionOf(question, asked);
  if (kept.question !== 'REQUIREMENT') return null;
  const { routes, isPendingAccepted, contractTo = null, owner, isForConstruction } = kept.requirement;
  return { routes, isPendingAccepted, contractTo, owner, isForConstruction };
}
