import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { certificateById } from '../certificates/certificate.loader.ts';
import { Certificate } from '../certificates/certificate.type.ts';
import type { Context } from '../contract/context.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { MarksOurFrench } from '../guideline/unofficial.type.ts';
import { BiddingDocument } from '../letters/bidding-document.type.ts';
import { biddingDocumentById } from '../letters/letter.loader.ts';
import type { Missing } from '../rules/equivalency/equivalency.ts';
import { labelOf } from '../rules/messages/enum-label.ts';
import { render, writeWord } from '../rules/messages/messages.ts';
import {
  ChecklistItem,
  type ChecklistItemSource,
  Grantable,
  type GrantableSource,
  MissingForGrant,
  RequestDecision,
  type RequestDecisionSource,
  RequestState,
  ReviewClock,
  type ReviewClockSource,
  ReviewWait,
} from './request-answers.type.ts';

/** Renders the status of a request as text. */
@Resolver(() => RequestState)
@MarksOurFrench()
export class RequestStateResolver {
  @FieldResolver(() => String, { description: 'Its status, in words.' })
  label(@Root() { status }: RequestState, @InLocale() locale: Locale): string {
    return labelOf(locale, 'EquivalencyRequestStatus', status);
  }
}

/** Renders a line of a checklist as text. */
@Resolver(() => ChecklistItem)
@MarksOurFrench()
export class ChecklistItemResolver {
  @FieldResolver(() => String, { description: 'What is needed, in words.' })
  label(@Root() { item }: ChecklistItemSource, @InLocale() locale: Locale): string {
    return writeWord(locale, item);
  }

  @FieldResolver(() => Reason, { description: 'The clause that asks for it, with what was found.' })
  reason(@Root() { reason }: ChecklistItemSource, @InLocale() locale: Locale): Reason | null {
    return renderReasons([reason], locale)[0] ?? null;
  }
}

/** Renders the clock of a review as text. */
@Resolver(() => ReviewClock)
export class ReviewClockResolver {
  @FieldResolver(() => [ReviewWait], { description: 'Each time that IHSA asked for documents, in order, as it is recorded now.' })
  waits(@Root() { asked }: ReviewClockSource): ReviewWait[] {
    return asked.map(({ fromDay, toDay, askedFor }) => ({ from: fromDay, to: toDay, askedFor }));
  }

  @FieldResolver(() => [Reason], { description: 'The clauses of the clock, with its days.' })
  reasons(@Root() { reasons }: ReviewClockSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(reasons, locale);
  }
}

/** Renders what may be granted as text. */
@Resolver(() => Grantable)
@MarksOurFrench()
export class GrantableResolver {
  @FieldResolver(() => String, { description: 'What may be granted, in words.' })
  label(@Root() { grant }: GrantableSource, @InLocale() locale: Locale): string {
    return writeWord(locale, grant);
  }

  @FieldResolver(() => [Reason], { description: 'Every clause consulted, with what was found.' })
  reasons(@Root() { reasons }: GrantableSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(reasons, locale);
  }
}

/** Renders what is missing for a grant as text. */
@Resolver(() => MissingForGrant)
@MarksOurFrench()
export class MissingForGrantResolver {
  @FieldResolver(() => String, { description: 'What is missing, in a sentence.' })
  because(@Root() { because: { id, values } }: Missing, @InLocale() locale: Locale): string {
    return render(locale, id, values);
  }
}

/** Renders a decision as text, and leads to its document. */
@Resolver(() => RequestDecision)
@MarksOurFrench()
export class RequestDecisionResolver {
  @FieldResolver(() => String, { description: 'What was granted, in words.' })
  label(@Root() { grant }: RequestDecisionSource, @InLocale() locale: Locale): string {
    return writeWord(locale, grant);
  }

  @FieldResolver(() => [Reason], { description: 'Every clause consulted for the decision, with what was found then.' })
  reasons(@Root() { reasons }: RequestDecisionSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(reasons, locale);
  }

  @FieldResolver(() => Certificate, { nullable: true })
  certificate(@Root() { certificateId }: RequestDecisionSource, @Ctx() context: Context): Promise<Certificate | null> | null {
    return certificateId === null ? null : context.loader(certificateById).load(certificateId);
  }

  @FieldResolver(() => BiddingDocument, { nullable: true })
  biddingDocument(@Root() { biddingDocumentId }: RequestDecisionSource, @Ctx() context: Context): Promise<BiddingDocument | null> | null {
    return biddingDocumentId === null ? null : context.loader(biddingDocumentById).load(biddingDocumentId);
  }
}
