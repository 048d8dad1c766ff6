import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { versionOfLetter } from '../disclosure/version.loader.ts';
import { IssuingReadiness, type IssuingReadinessSource } from '../issuing/readiness.type.ts';
import { supportByLetter } from '../issuing/support.loader.ts';
import { DocumentSupport, type DocumentSupportSource } from '../issuing/support.type.ts';
import { mutate } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { CorrectLetterOfGoodStandingInput, IssueLetterOfGoodStandingInput } from './letter.input.ts';
import { correctLetter, issueLetter, type WrittenLetter } from './letter.service.ts';
import { LetterOfGoodStanding } from './letter-of-good-standing.type.ts';
import { LetterReadinessArgs } from './readiness.args.ts';
import { letterReadiness } from './readiness.service.ts';

const IssueLetterOfGoodStandingResult = resultOf('IssueLetterOfGoodStandingResult', LetterOfGoodStanding);
const CorrectLetterOfGoodStandingResult = resultOf('CorrectLetterOfGoodStandingResult', LetterOfGoodStanding);

/** Issues Letters of Good Standing and corrects them. */
@Resolver(() => LetterOfGoodStanding)
export class LetterResolver {
  @Mutation(() => IssueLetterOfGoodStandingResult, {
    description: 'Issues a Letter of Good Standing for year 2 or 3 of a certificate. For staff; the number is drawn by the registry.',
  })
  issueLetterOfGoodStanding(
    @Arg('input', () => IssueLetterOfGoodStandingInput, { description: 'What to issue, and for which certificate.' })
    input: IssueLetterOfGoodStandingInput,
    @Ctx() context: Context,
  ): Promise<WrittenLetter | Refusal> {
    return mutate(context, 'issueLetterOfGoodStanding', input, (unit) => issueLetter(unit, input));
  }

  @Mutation(() => CorrectLetterOfGoodStandingResult, {
    description: 'Corrects what was recorded wrongly about a Letter of Good Standing; earlier values stay in the history. For staff.',
  })
  correctLetterOfGoodStanding(
    @Arg('input', () => CorrectLetterOfGoodStandingInput, { description: 'The corrected values.' })
    input: CorrectLetterOfGoodStandingInput,
    @Ctx() context: Context,
  ): Promise<WrittenLetter | Refusal> {
    return mutate(context, 'correctLetterOfGoodStanding', input, (unit) => correctLetter(unit, input));
  }

  @Query(() => IssuingReadiness, {
    description:
      'Whether a letter could be issued on an audit, as `issueLetterOfGoodStanding` would decide now, with every clause of which something is missing. For staff; that the audits were read is logged (G-8.a).',
  })
  letterReadiness(@Args(() => LetterReadinessArgs) args: LetterReadinessArgs, @Ctx() context: Context): Promise<IssuingReadinessSource> {
    return letterReadiness(context, args);
  }

  @FieldResolver(() => DocumentSupport, {
    nullable: true,
    description: 'What it was issued on; null to callers who may not see the whole file, and once it was removed.',
  })
  restsOn(@Root() { id }: LetterOfGoodStanding, @Ctx() context: Context): Promise<DocumentSupportSource | null> {
    return context.loader(supportByLetter).load(recordId('letterOfGoodStanding', id, 'LetterOfGoodStanding'));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null to callers who may not see the whole file, and once it was removed.',
  })
  version(@Root() letter: LetterOfGoodStanding & Partial<WrittenLetter>, @Ctx() context: Context): number | null | Promise<number | null> {
    if (letter.version !== undefined) return letter.version;
    return context.loader(versionOfLetter).load(recordId('letterOfGoodStanding', letter.id, 'LetterOfGoodStanding'));
  }
}
