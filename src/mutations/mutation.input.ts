import { IsInt, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';

/** The input common to every mutation. */
export interface MutationInput {
  readonly idempotencyKey?: string | null;
  /** Why it is done: the required reason for corrections and revocations, an optional note otherwise. */
  readonly reason?: string | null;
  readonly note?: string | null;
}

/** A text of several lines, without control characters and lone surrogates, which cannot be stored. */
export const paragraph = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;
export const paragraphForm = { message: 'must be text without control characters' };

const kept = 'kept with the record.';
const keyForm = { message: 'must be 1 to 100 visible characters of ASCII, without spaces' };

/** A mutation that creates something. */
@InputType()
export abstract class CreatingInput implements MutationInput {
  @Field(() => String, {
    description:
      'Your own key for this request, for example a UUID: 1 to 100 visible ASCII characters. Repeating the same request with the same ' +
      'key has no second effect and returns the same answer; a different request with the key fails with IDEMPOTENCY_KEY_REUSED. ' +
      'After a refusal or a fault the key can be used again.',
  })
  @Matches(/^[\x21-\x7e]{1,100}$/, keyForm)
  idempotencyKey!: string;

  @Field(() => String, { nullable: true, description: `The reason, in your own words; ${kept}` })
  @Matches(paragraph, paragraphForm)
  @MaxLength(1000)
  note?: string | null;
}

/** A mutation of a record at the version that its caller read. */
@InputType()
abstract class VersionedInput {
  @Field(() => Int, {
    description:
      'The `version` of the record when you read it. If the record has changed since, nothing is written and the fault CONFLICT gives ' +
      'the current version.',
  })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'As for mutations that create: repeating the same request with the same key returns the same answer instead of CONFLICT.',
  })
  @Matches(/^[\x21-\x7e]{1,100}$/, keyForm)
  idempotencyKey?: string | null;
}

/** A mutation that alters something on record. */
@InputType()
export abstract class AlteringInput extends VersionedInput implements MutationInput {
  @Field(() => String, { nullable: true, description: `The reason, in your own words; ${kept}` })
  @Matches(paragraph, paragraphForm)
  @MaxLength(1000)
  note?: string | null;
}

/** A mutation that corrects what was recorded wrongly. */
@InputType()
export abstract class CorrectingInput extends VersionedInput implements MutationInput {
  @Field(() => String, { description: `How the record came to be wrong; ${kept}` })
  @Matches(paragraph, paragraphForm)
  @Length(1, 1000)
  reason!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Set it if the rules would not have allowed the corrected fact but it is what happened: then it is kept, as an import would ' +
      'keep it, and counts only where the rules say so. Otherwise the correction is refused, with its clauses (R-39).',
  })
  keepAgainstTheLaw: boolean = false;
}

/** A correction of something that certificates and letters rest on. */
@InputType()
export abstract class CorrectingSupportInput extends CorrectingInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of an exception (`recordIssuingException`) that serves this correction. One is needed where a certificate or letter that was ' +
      'issued would no longer have what it rests on; `keepAgainstTheLaw` does not stand for it (R-44).',
  })
  @IsGlobalId('IssuingException')
  exception?: string | null;
}
