import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { versionOfBiddingDocument } from '../disclosure/version.loader.ts';
import { mutate } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { CorrectBiddingDocumentInput } from './bidding-document.input.ts';
import { correctBiddingDocument, type WrittenBiddingDocument } from './bidding-document.service.ts';
import { BiddingDocument } from './bidding-document.type.ts';

const CorrectBiddingDocumentResult = resultOf('CorrectBiddingDocumentResult', BiddingDocument);

/** Corrects bidding-only documents; they are issued when a request for reciprocity is approved. */
@Resolver(() => BiddingDocument)
export class BiddingDocumentResolver {
  @Mutation(() => CorrectBiddingDocumentResult, {
    description: 'Corrects what was recorded wrongly about a bidding-only document; earlier values stay in the history. For staff.',
  })
  correctBiddingDocument(
    @Arg('input', () => CorrectBiddingDocumentInput, { description: 'The corrected values.' }) input: CorrectBiddingDocumentInput,
    @Ctx() context: Context,
  ): Promise<WrittenBiddingDocument | Refusal> {
    return mutate(context, 'correctBiddingDocument', input, (unit) => correctBiddingDocument(unit, input));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null to callers who may not see the whole file, and once it was removed.',
  })
  version(
    @Root() document: BiddingDocument & Partial<WrittenBiddingDocument>,
    @Ctx() context: Context,
  ): number | null | Promise<number | null> {
    if (document.version !== undefined) return document.version;
    return context.loader(versionOfBiddingDocument).load(recordId('biddingDocument', document.id, 'BiddingDocument'));
  }
}
