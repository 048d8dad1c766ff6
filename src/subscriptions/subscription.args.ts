import { ArrayMaxSize, ArrayNotEmpty, IsIn, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType } from 'type-graphql';
import { AuditStep } from '../audits/audit-step.type.ts';
import { AuditEvent } from '../changes/audit-event.type.ts';
import { AccountsOfChanges, ChangeFilter } from '../changes/change.input.ts';
import { RequestStatus } from '../equivalency/request-enums.type.ts';

const after =
  'Cursor of a change, or `position` or `latest` of a page of `changes`: the changes after it come first, without gaps. Default: from ' +
  'now on.';

@ArgsType()
export class StatusChangedArgs {
  @Field(() => ChangeFilter, { nullable: true, description: 'Which changes to send. Default: all that are visible to you.' })
  @ValidateNested()
  filter?: ChangeFilter | null;

  @Field(() => String, { nullable: true, description: after })
  after?: string | null;
}

const statuses = Object.values(RequestStatus);

@InputType({ description: 'Which changes of requests to send. All conditions given must be met.' })
export class EquivalencyChangeFilter extends AccountsOfChanges {
  @Field(() => [RequestStatus], { nullable: true, description: 'Only changes into one of these statuses.' })
  @ArrayNotEmpty({ message: 'must name at least one' })
  @ArrayMaxSize(statuses.length, { message: 'must name each status at most once' })
  @IsIn(statuses, { each: true })
  statuses?: RequestStatus[] | null;
}

@ArgsType()
export class EquivalencyRequestChangedArgs {
  @Field(() => EquivalencyChangeFilter, { nullable: true, description: 'Which changes to send. Default: all that are visible to you.' })
  @ValidateNested()
  filter?: EquivalencyChangeFilter | null;

  @Field(() => String, { nullable: true, description: after })
  after?: string | null;
}

const steps = Object.values(AuditStep);
const events = Object.values(AuditEvent);

@InputType({ description: 'Which changes of audits to send. All conditions given must be met.' })
export class AuditChangeFilter extends AccountsOfChanges {
  @Field(() => [AuditEvent], { nullable: true, description: 'Only these events.' })
  @ArrayNotEmpty({ message: 'must name at least one' })
  @ArrayMaxSize(events.length, { message: 'must name each event at most once' })
  @IsIn(events, { each: true })
  events?: AuditEvent[] | null;

  @Field(() => [AuditStep], { nullable: true, description: 'Only these steps, recorded or taken back.' })
  @ArrayNotEmpty({ message: 'must name at least one' })
  @ArrayMaxSize(steps.length, { message: 'must name each step at most once' })
  @IsIn(steps, { each: true })
  steps?: AuditStep[] | null;
}

@ArgsType()
export class AuditChangedArgs {
  @Field(() => AuditChangeFilter, { nullable: true, description: 'Which changes to send. Default: all that are visible to you.' })
  @ValidateNested()
  filter?: AuditChangeFilter | null;

  @Field(() => String, { nullable: true, description: after })
  after?: string | null;
}
