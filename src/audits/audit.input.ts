import { ArrayMaxSize, ArrayUnique, IsBoolean, Length, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { CorrectingSupportInput } from '../mutations/mutation.input.ts';
import { MOST_ELEMENTS } from '../rules/audit-tool.ts';
import type { Day } from '../rules/calendar.ts';
import { Standard } from '../standing/standing.type.ts';
import { AuditType } from './audit.type.ts';
import { percent, percentMessage } from './percent.input.ts';

const line = /^[^\p{C}]*$/u;
const lineMessage = { message: 'must be a text on one line' };

@InputType({ description: 'The score of one element of an audit.' })
export class AuditElementScoreInput {
  @Field(() => Int, { description: 'Number of the element in the audit tool, from 1.' })
  @Min(1)
  @Max(MOST_ELEMENTS)
  element!: number;

  @Field(() => String, {
    description: 'Per cent with at most two decimals: 79.99. It is never rounded (R-2). From 0.01 to 1 it needs its sign, as in `0.85 %`.',
  })
  @Matches(percent, percentMessage)
  score!: string;
}

@InputType({
  description: 'The correction of an audit. Omitted fields stay as they are; null removes a day, a name or a score.',
})
export class CorrectAuditInput extends CorrectingSupportInput {
  @Field(() => ID, { description: 'Global id of the audit.' })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => AuditType, { nullable: true, description: 'Its purpose.' })
  type?: AuditType | null;

  @Field(() => Standard, {
    nullable: true,
    description: 'The audit tool. Scores of elements that it does not have must be removed in the same correction.',
  })
  tool?: Standard | null;

  @Field(() => LocalDate, { nullable: true, description: 'First day on site.' })
  startedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on site; not before the first.' })
  completedOn?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which IHSA received it: not before its submission, not after its pre-assessment or review.',
  })
  receivedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day of the approved report on it.' })
  reportedOn?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which it was closed.' })
  closedOn?: Day | null;

  @Field(() => String, { nullable: true, description: 'Name of the auditor, if none was selected from the register.' })
  @Length(1, 300)
  @Matches(line, lineMessage)
  auditor?: string | null;

  @Field(() => String, { nullable: true, description: 'The company the auditor works for, if none was selected from the register.' })
  @Length(1, 300)
  @Matches(line, lineMessage)
  auditingCompany?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the external auditor who conducted it, if another was selected from the register by mistake and it has started; before that, ' +
      '`selectExternalAuditor` selects another. The company is the one for which the auditor was on the approved list on its first day on site.',
  })
  @IsGlobalId('ExternalAuditor')
  externalAuditor?: string | null;

  @Field(() => String, { nullable: true, description: 'Overall score in per cent, with at most two decimals.' })
  @Matches(percent, percentMessage)
  overall?: string | null;

  @Field(() => String, { nullable: true, description: 'Score of the legislated items in per cent, with at most two decimals.' })
  @Matches(percent, percentMessage)
  legislated?: string | null;

  @Field(() => [AuditElementScoreInput], {
    nullable: true,
    description: 'The scores of all elements of the tool, replacing those recorded; each once (R-2). An empty list removes them all.',
  })
  @ValidateNested({ each: true })
  @ArrayMaxSize(MOST_ELEMENTS, { message: `must hold at most ${MOST_ELEMENTS} scores` })
  @ArrayUnique(({ element }: AuditElementScoreInput) => element, { message: 'must give each element one score' })
  elements?: AuditElementScoreInput[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Set if there never was such an audit: it is removed with its scores, but its history is kept.',
  })
  @IsBoolean()
  recordedInError: boolean = false;
}
