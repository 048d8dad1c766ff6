import { ArrayMaxSize, ArrayMinSize, ArrayUnique, Length, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CorrectingSupportInput, CreatingInput } from '../mutations/mutation.input.ts';
import { MOST_ELEMENTS } from '../rules/audit-tool.ts';
import type { Day } from '../rules/calendar.ts';
import { Standard } from '../standing/standing.type.ts';
import { AuditElementScoreInput } from './audit.input.ts';
import { AuditType } from './audit.type.ts';
import { AuditStep } from './audit-step.type.ts';
import { percent, percentMessage } from './percent.input.ts';

const dayOfStep = { nullable: true, description: 'Day on which it happened, today in Toronto or earlier. Default: today.' };

@InputType({ description: 'An audit to begin. Its events are then recorded step by step.' })
export class BeginAuditInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => AuditType, { description: 'What it is for.' })
  type!: AuditType;

  @Field(() => Standard, { description: 'The audit tool.' })
  tool!: Standard;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Day on which it began to be recorded, today in Toronto or earlier: what its type requires is judged on it. Default: today.',
  })
  on?: Day | null;

  @Field(() => ID, { nullable: true, description: 'For a re-audit: global id of the failed external audit that it follows (G-2.4.i).' })
  @IsGlobalId('Audit')
  reAuditOf?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of an audit of another account of the organization whose submission it shares because they have a single OHSMS: the documents submitted with that one count for it too, until it is returned. Each account is judged by itself.',
  })
  @IsGlobalId('Audit')
  sharesSubmissionOf?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which IHSA agreed to share the submission; required with it, and only then.',
  })
  sharingAgreedOn?: Day | null;
}

@InputType({ description: 'A step of an audit to record.' })
export class RecordAuditStepInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the audit.' })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => AuditStep, { description: 'What happened. AUDITOR_SELECTED and SCORED have separate mutations.' })
  step!: AuditStep;

  @Field(() => LocalDate, dayOfStep)
  on?: Day | null;

  @Field(() => String, { nullable: true, description: 'With REVIEWER_ASSIGNED, and needed there: who reviews it, on one line.' })
  @Length(1, 200)
  @Matches(/^(?=.*\S)[^\p{C}]*$/u, { message: 'must be 1 to 200 characters on one line' })
  reviewer?: string | null;
}

@InputType({ description: 'The scores of an audit to record: its first ones, or those after a correction.' })
export class RecordAuditScoresInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the audit.' })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Day of the scores, today in Toronto or earlier. Until the audit is reported they replace the earlier ones; afterwards they are kept beside them with their day (G-2.4.k). Default: today.',
  })
  on?: Day | null;

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

@InputType({ description: 'The external auditor of an audit to record.' })
export class SelectExternalAuditorInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the external audit or the re-audit.' })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => ID, {
    description: 'Global id of the auditor. The company is the one for which the auditor is on the approved list that day.',
  })
  @IsGlobalId('ExternalAuditor')
  auditor!: string;

  @Field(() => LocalDate, dayOfStep)
  on?: Day | null;
}

@InputType({
  description:
    'The last step of an audit, to be taken back because it was recorded in error. What was known before remains available as of then.',
})
export class UndoAuditStepInput extends CorrectingSupportInput {
  @Field(() => ID, { description: 'Global id of the audit.' })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => AuditStep, { description: 'Which step was recorded last. Scores and the choice of the auditor are recorded again instead.' })
  step!: AuditStep;
}
