import { IsInt, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';

/** What every mutation is told besides what it is about. */
export interface MutationInput {
  readonly idempotencyKey?: string | null;
  /** Why it is done: with corrections and revocations the reason that they need, with others a note. */
  readonly reason?: string | null;
  readonly note?: string | null;
}

/** A text of several lines, without control characters and halves of characters, which cannot be stored. */
export const paragraph = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;
export const paragraphForm = { message: 'must be text without control characters' };

const kept = 'kept with the record for whoever asks later.';
const keyForm = { message: 'must be 1 to 100 visible characters of ASCII, without spaces' };

/** A mutation that creates something. */
@InputType()
export abstract class CreatingInput implements MutationInput {
  @Field(() => String, {
    description:
      'A text of your own for this request, such as a UUID: 1 to 100 visible ASCII characters. Sent again with the same key, the same request has no second effect and gets the same answer; another request with it is the fault IDEMPOTENCY_KEY_REUSED. After a refusal or a fault the key is free again.',
  })
  @Matches(/^[\x21-\x7e]{1,100}$/, keyForm)
  idempotencyKey!: string;

  @Field(() => String, { nullable: true, description: `Why it is done, in your words; ${kept}` })
  @Matches(paragraph, paragraphForm)
  @MaxLength(1000)
  note?: string | null;
}

/** A mutation that concerns a record as its caller read it. */
@InputType()
abstract class VersionedInput {
  @Field(() => Int, {
    description:
      'The `version` of the record when you read it. If it was changed since, nothing is changed and the fault CONFLICT names the version it is at now.',
  })
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'As for the mutations that create: sent again with the same key, the same request gets the same answer and no CONFLICT.',
  })
  @Matches(/^[\x21-\x7e]{1,100}$/, keyForm)
  idempotencyKey?: string | null;
}

/** A mutation that alters something on record. */
@InputType()
export abstract class AlteringInput extends VersionedInput implements MutationInput {
  @Field(() => String, { nullable: true, description: `Why it is done, in your words; ${kept}` })
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
      'Set it when the law would not have allowed the corrected fact and it is nevertheless what happened: then it is kept, as an import keeps it, and counts only where the law says so. Otherwise the correction is refused with its clauses (R-39).',
  })
  keepAgainstTheLaw: boolean = false;
}
