import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { permitAdmin } from '../access/permission.ts';
import type { Context } from '../contract/context.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { eraseExternalAuditor } from './erasing.service.ts';
import {
  EndApprovedListingInput,
  EraseExternalAuditorInput,
  PutOnApprovedListInput,
  RecordAuditorEvaluationInput,
  RecordConflictOfInterestInput,
  RecordConsultingEngagementInput,
  RegisterExternalAuditorInput,
  RemoveExternalAuditorInput,
} from './external-auditor.input.ts';
import {
  endApprovedListing,
  putOnApprovedList,
  recordAuditorEvaluation,
  recordConflictOfInterest,
  recordConsultingEngagement,
  registerExternalAuditor,
  removeExternalAuditor,
} from './external-auditor.service.ts';
import { ApprovedAuditor, ExternalAuditor } from './external-auditor.type.ts';
import { readApprovedList, readRegister } from './reading.service.ts';
import { RegisterArgs } from './register.args.ts';

const RegisterExternalAuditorResult = resultOf('RegisterExternalAuditorResult', ExternalAuditor);
const PutOnApprovedListResult = resultOf('PutOnApprovedListResult', ExternalAuditor);
const EndApprovedListingResult = resultOf('EndApprovedListingResult', ExternalAuditor);
const RecordAuditorEvaluationResult = resultOf('RecordAuditorEvaluationResult', ExternalAuditor);
const RecordConsultingEngagementResult = resultOf('RecordConsultingEngagementResult', ExternalAuditor);
const RecordConflictOfInterestResult = resultOf('RecordConflictOfInterestResult', ExternalAuditor);
const EraseExternalAuditorResult = resultOf('EraseExternalAuditorResult', ExternalAuditor);
const RemoveExternalAuditorResult = resultOf('RemoveExternalAuditorResult', ExternalAuditor);

/** The register of external auditors. Auditors have no API key: staff record for them. */
@Resolver(() => ExternalAuditor)
export class ExternalAuditorResolver {
  @Query(() => [ApprovedAuditor], {
    description: 'IHSA’s approved list of external auditors today, by name, as on IHSA’s page (G-2.4.g).',
  })
  approvedAuditors(@Ctx() context: Context): Promise<ApprovedAuditor[]> {
    return readApprovedList(context);
  }

  @Query(() => [ExternalAuditor], {
    description: 'The register of external auditors, by name, on the approved list or not. For staff.',
  })
  externalAuditors(@Args(() => RegisterArgs) { search, first }: RegisterArgs, @Ctx() context: Context): Promise<ExternalAuditor[]> {
    return readRegister(context, search ?? null, first);
  }

  @Mutation(() => RegisterExternalAuditorResult, {
    description: 'Enters an external auditor in the register, on the approved list or not. For staff.',
  })
  registerExternalAuditor(
    @Arg('input', () => RegisterExternalAuditorInput, { description: 'Who it is.' }) input: RegisterExternalAuditorInput,
    @Ctx() context: Context,
  ): Promise<ExternalAuditor | Refusal> {
    return mutate(context, 'registerExternalAuditor', input, (unit) => registerExternalAuditor(unit, input));
  }

  @Mutation(() => PutOnApprovedListResult, {
    description:
      'Puts an external auditor on the approved list (G-2.4.g). Refused while the auditor is on it already, or was removed. For staff.',
  })
  putOnApprovedList(
    @Arg('input', () => PutOnApprovedListInput, { description: 'Who, for which company, and when.' }) input: PutOnApprovedListInput,
    @Ctx() context: Context,
  ): Promise<ExternalAuditor | Refusal> {
    return mutate(context, 'putOnApprovedList', input, (unit) => putOnApprovedList(unit, input));
  }

  @Mutation(() => EndApprovedListingResult, {
    description: 'Ends the last period of an auditor on the approved list, or moves its end. For staff.',
  })
  endApprovedListing(
    @Arg('input', () => EndApprovedListingInput, { description: 'Who, and until when.' }) input: EndApprovedListingInput,
    @Ctx() context: Context,
  ): Promise<ExternalAuditor | Refusal> {
    return mutate(context, 'endApprovedListing', input, (unit) => endApprovedListing(unit, input));
  }

  @Mutation(() => RecordAuditorEvaluationResult, {
    description:
      'Records IHSA’s annual evaluation of an auditor (G-4.3). An overdue evaluation is shown, and nothing is refused because of it. For staff.',
  })
  recordAuditorEvaluation(
    @Arg('input', () => RecordAuditorEvaluationInput, { description: 'Who, and when.' }) input: RecordAuditorEvaluationInput,
    @Ctx() context: Context,
  ): Promise<ExternalAuditor | Refusal> {
    return mutate(context, 'recordAuditorEvaluation', input, (unit) => recordAuditorEvaluation(unit, input));
  }

  @Mutation(() => RecordConsultingEngagementResult, {
    description: 'Records an organization that an auditor consults for, and so does not audit (G-3.4.a). For staff.',
  })
  recordConsultingEngagement(
    @Arg('input', () => RecordConsultingEngagementInput, { description: 'Who, for whom, and when.' })
    input: RecordConsultingEngagementInput,
    @Ctx() context: Context,
  ): Promise<ExternalAuditor | Refusal> {
    return mutate(context, 'recordConsultingEngagement', input, (unit) => recordConsultingEngagement(unit, input));
  }

  @Mutation(() => RecordConflictOfInterestResult, {
    description:
      'Records a conflict of interest that an auditor declared, and IHSA’s request to withdraw because of it (G-3.4.a). For staff.',
  })
  recordConflictOfInterest(
    @Arg('input', () => RecordConflictOfInterestInput, { description: 'Who, about whom, and what follows.' })
    input: RecordConflictOfInterestInput,
    @Ctx() context: Context,
  ): Promise<ExternalAuditor | Refusal> {
    return mutate(context, 'recordConflictOfInterest', input, (unit) => recordConflictOfInterest(unit, input));
  }

  @Mutation(() => EraseExternalAuditorResult, {
    description:
      'Erases the name of an external auditor for good, from the register, from audits, and from everything kept about the auditor, including the audit log. The auditor is then shown as erased, even as of earlier instants (R-46, R-63). Refused while the auditor is on the approved list, or while an audit by the auditor has no report. For administrators.',
  })
  eraseExternalAuditor(
    @Arg('input', () => EraseExternalAuditorInput, { description: 'Whose name to erase, and why.' }) input: EraseExternalAuditorInput,
    @Ctx() context: Context,
  ): Promise<ExternalAuditor | Refusal> {
    permitAdmin(context.caller, 'erasing the name of an external auditor');
    return mutate(context, 'eraseExternalAuditor', input, (unit) => eraseExternalAuditor(unit, input));
  }

  @Mutation(() => RemoveExternalAuditorResult, {
    description:
      'Removes an auditor from the program: from that day on new work is refused, and earlier audits stand (G-4.5, R-17). For staff.',
  })
  removeExternalAuditor(
    @Arg('input', () => RemoveExternalAuditorInput, { description: 'Who, when, and why.' }) input: RemoveExternalAuditorInput,
    @Ctx() context: Context,
  ): Promise<ExternalAuditor | Refusal> {
    return mutate(context, 'removeExternalAuditor', input, (unit) => removeExternalAuditor(unit, input));
  }
}
