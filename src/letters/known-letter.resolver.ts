import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { readId } from '../contract/document-id.ts';
import { BiddingDocument } from './bidding-document.type.ts';
import { KnownBiddingDocument, KnownLetterOfGoodStanding } from './known-letter.type.ts';
import { biddingDocumentById, letterById } from './letter.loader.ts';
import { LetterOfGoodStanding } from './letter-of-good-standing.type.ts';

const asNow = 'as it is recorded now; null if it is not visible to you today, or was removed.';

/** Leads from a letter as it was known to the letter. */
@Resolver(() => KnownLetterOfGoodStanding)
export class KnownLetterResolver {
  @FieldResolver(() => LetterOfGoodStanding, { nullable: true, description: `The letter ${asNow}` })
  record(@Root() { uuid }: KnownLetterOfGoodStanding, @Ctx() context: Context): Promise<LetterOfGoodStanding | null> {
    return context.loader(letterById).load(readId(uuid));
  }
}

/** Leads from a bidding-only document as it was known to the document. */
@Resolver(() => KnownBiddingDocument)
export class KnownBiddingDocumentResolver {
  @FieldResolver(() => BiddingDocument, { nullable: true, description: `The document ${asNow}` })
  record(@Root() { uuid }: KnownBiddingDocument, @Ctx() context: Context): Promise<BiddingDocument | null> {
    return context.loader(biddingDocumentById).load(readId(uuid));
  }
}
