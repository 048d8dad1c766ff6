import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Audit } from '../audits/audit.type.ts';
import type { Context } from '../contract/context.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { AlterSoseActionPlanInput, RecordSoseActionPlanInput } from './action-plan.input.ts';
import { actionPlanByAudit } from './action-plan.loader.ts';
import { alterSoseActionPlan, recordSoseActionPlan } from './action-plan.service.ts';
import { SoseActionPlan } from './action-plan.type.ts';
import { AlterLeadAuditorInput, RecordLeadAuditorInput } from './lead-auditor.input.ts';
import { leadAuditorByAudit } from './lead-auditor.loader.ts';
import { alterLeadAuditor, recordLeadAuditor } from './lead-auditor.service.ts';
import { LeadAuditor } from './lead-auditor.type.ts';

const RecordLeadAuditorResult = resultOf('RecordLeadAuditorResult', LeadAuditor);
const AlterLeadAuditorResult = resultOf('AlterLeadAuditorResult', LeadAuditor);
const RecordSoseActionPlanResult = resultOf('RecordSoseActionPlanResult', SoseActionPlan);
const AlterSoseActionPlanResult = resultOf('AlterSoseActionPlanResult', SoseActionPlan);

const what = { description: 'Of which audit, and what.' };

/** Records and shows what SOSE asks about an audit besides its days. */
@Resolver(() => Audit)
export class AuditForSoseResolver {
  @FieldResolver(() => LeadAuditor, { nullable: true, description: 'Who led it, as SOSE requires (X-14); null if none is recorded.' })
  leadAuditor(@Root() { id }: Audit, @Ctx() context: Context): Promise<LeadAuditor | null> {
    return context.loader(leadAuditorByAudit).load(fromGlobalId(id)?.uuid ?? '');
  }

  @FieldResolver(() => SoseActionPlan, {
    nullable: true,
    description: 'The SOSE action plan after it (X-1b); null while none is recorded.',
  })
  soseActionPlan(@Root() { id }: Audit, @Ctx() context: Context): Promise<SoseActionPlan | null> {
    return context.loader(actionPlanByAudit).load(fromGlobalId(id)?.uuid ?? '');
  }

  @Mutation(() => RecordLeadAuditorResult, {
    description: 'Records who led an external audit, and the statements about the lead auditor’s standing (X-14). For staff.',
  })
  recordLeadAuditor(
    @Arg('input', () => RecordLeadAuditorInput, what) input: RecordLeadAuditorInput,
    @Ctx() context: Context,
  ): Promise<LeadAuditor | Refusal> {
    return mutate(context, 'recordLeadAuditor', input, (unit) => recordLeadAuditor(unit, input));
  }

  @Mutation(() => AlterLeadAuditorResult, {
    description: 'Adds new statements about a lead auditor, or corrects what was recorded wrongly. For staff.',
  })
  alterLeadAuditor(
    @Arg('input', () => AlterLeadAuditorInput, what) input: AlterLeadAuditorInput,
    @Ctx() context: Context,
  ): Promise<LeadAuditor | Refusal> {
    return mutate(context, 'alterLeadAuditor', input, (unit) => alterLeadAuditor(unit, input));
  }

  @Mutation(() => RecordSoseActionPlanResult, { description: 'Records the SOSE action plan after an external audit (X-1b). For staff.' })
  recordSoseActionPlan(
    @Arg('input', () => RecordSoseActionPlanInput, what) input: RecordSoseActionPlanInput,
    @Ctx() context: Context,
  ): Promise<SoseActionPlan | Refusal> {
    return mutate(context, 'recordSoseActionPlan', input, (unit) => recordSoseActionPlan(unit, input));
  }

  @Mutation(() => AlterSoseActionPlanResult, {
    description: 'Adds what has happened to a SOSE action plan since, such as the check of its corrections, or corrects it. For staff.',
  })
  alterSoseActionPlan(
    @Arg('input', () => AlterSoseActionPlanInput, what) input: AlterSoseActionPlanInput,
    @Ctx() context: Context,
  ): Promise<SoseActionPlan | Refusal> {
    return mutate(context, 'alterSoseActionPlan', input, (unit) => alterSoseActionPlan(unit, input));
  }
}
