import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsBoolean, IsIn, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AuditElementScoreInput } from '../audits/audit.input.ts';
import { percent, percentMessage } from '../audits/percent.input.ts';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CorrectingSupportInput, CreatingInput, paragraph, paragraphForm } from '../mutations/mutation.input.ts';
import { MOST_ELEMENTS } from '../rules/audit-tool.ts';
import type { Day } from '../rules/calendar.ts';
import { AppealOutcome } from './appeal.type.ts';

const dayOf = (what: string) => ({ nullable: true, description: `Day on which ${what}, today in Toronto or before. Default: today.` });

@InputType({ description: 'An appeal to record, as the organization filed it on the form (G-7.b).' })
export class FileAppealInput extends CreatingInput {
  @Field(() => ID, {
    description: 'Global id of the audit whose result is appealed: an external audit, a re-audit or a maintenance audit.',
  })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => LocalDate, dayOf('IHSA received it'))
  on?: Day | null;

  @Field(() => String, { description: 'Why the organization thinks that the result is wrong.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 4000)
  grounds!: string;

  @Field(() => Boolean, { description: 'Whether it rests on the evidence originally given to the auditor, and on nothing else (G-7.a).' })
  @IsBoolean()
  onOriginalEvidence!: boolean;
}

@InputType()
abstract class AppealStepInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the appeal.' })
  @IsGlobalId('Appeal')
  appeal!: string;
}

@InputType({ description: 'A denied appeal to take to level 2 (G-7.c).' })
export class FileSecondAppealInput extends AppealStepInput {
  @Field(() => LocalDate, dayOf('IHSA received it'))
  on?: Day | null;
}

@InputType({ description: 'The acknowledgement of an appeal to record.' })
export class AcknowledgeAppealInput extends AppealStepInput {
  @Field(() => Int, { description: 'The level: 1 or 2.' })
  @IsIn([1, 2], { message: 'must be 1 or 2' })
  level!: 1 | 2;

  @Field(() => LocalDate, dayOf('IHSA acknowledged it'))
  on?: Day | null;
}

@InputType({ description: 'The scores of an audit as an appeal settles them.' })
export class AppealScoresInput {
  @Field(() => String, { description: 'Overall score in per cent, with at most two decimals.' })
  @Matches(percent, percentMessage)
  overall!: string;

  @Field(() => String, { description: 'Score of the legislated items in per cent, with at most two decimals.' })
  @Matches(percent, percentMessage)
  legislated!: string;

  @Field(() => [AuditElementScoreInput], { description: 'The scores of all elements of the tool, each once (R-2).' })
  @ValidateNested({ each: true })
  @ArrayMinSize(1, { message: 'must hold a score for each element of the audit tool' })
  @ArrayMaxSize(MOST_ELEMENTS, { message: `must hold at most ${MOST_ELEMENTS} scores` })
  @ArrayUnique(({ element }: AuditElementScoreInput) => element, { message: 'must give each element one score' })
  elements!: AuditElementScoreInput[];
}

@InputType({ description: 'The decision on a level of an appeal to record.' })
export class DecideAppealInput extends AppealStepInput {
  @Field(() => Int, { description: 'The level: 1, 2 or 3.' })
  @IsIn([1, 2, 3], { message: 'must be 1, 2 or 3' })
  level!: 1 | 2 | 3;

  @Field(() => LocalDate, dayOf('it was decided'))
  on?: Day | null;

  @Field(() => AppealOutcome, { description: 'How it was decided.' })
  outcome!: AppealOutcome;

  @Field(() => String, { description: 'The decision in words, as the form has it.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 4000)
  decision!: string;

  @Field(() => AppealScoresInput, {
    nullable: true,
    description: 'With ALLOWED, and needed there: the scores of the audit from the day of the decision on (G-2.3, R-48).',
  })
  @ValidateNested()
  scores?: AppealScoresInput | null;
}

@InputType({ description: 'An agreement on an appeal of level 2, signed by both parties, to record (G-7.c).' })
export class RecordAppealAgreementInput extends AppealStepInput {
  @Field(() => LocalDate, dayOf('the second party signed'))
  on?: Day | null;

  @Field(() => String, { description: 'What they agreed on.' })
  @Matches(paragraph, paragraphForm)
  @Length(1, 4000)
  agreement!: string;

  @Field(() => AppealScoresInput, {
    nullable: true,
    description: 'The scores of the audit from that day on, if the agreement changes them.',
  })
  @ValidateNested()
  scores?: AppealScoresInput | null;
}

@InputType({
  description: 'An appeal that was recorded in error. It is removed with its levels and with the scores that it gave; its history is kept.',
})
export class RemoveAppealInput extends CorrectingSupportInput {
  @Field(() => ID, { description: 'Global id of the appeal.' })
  @IsGlobalId('Appeal')
  appeal!: string;
}
