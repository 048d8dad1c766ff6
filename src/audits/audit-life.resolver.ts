import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { LocalDate } from '../contract/scalars.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { mutate, perform } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import type { AuditSource } from './audit.loader.ts';
import { Audit } from './audit.type.ts';
import {
  BeginAuditInput,
  RecordAuditScoresInput,
  RecordAuditStepInput,
  SelectExternalAuditorInput,
  UndoAuditStepInput,
} from './audit-life.input.ts';
import { beginAudit, recordAuditStep, selectExternalAuditor, undoAuditStep } from './audit-life.service.ts';
import { auditReadiness } from './audit-readiness.service.ts';
import { recordAuditScores } from './audit-scores.service.ts';
import { AuditStepReadiness, type AuditStepReadinessSource } from './audit-step.type.ts';
import { ownSteps, permitRecording } from './own-audit.ts';

const BeginAuditResult = resultOf('BeginAuditResult', Audit);
const RecordAuditStepResult = resultOf('RecordAuditStepResult', Audit);
const RecordAuditScoresResult = resultOf('RecordAuditScoresResult', Audit);
const SelectExternalAuditorResult = resultOf('SelectExternalAuditorResult', Audit);
const UndoAuditStepResult = resultOf('UndoAuditStepResult', Audit);

/** Records the steps of audits. */
@Resolver(() => Audit)
export class AuditLifeResolver {
  @Query(() => [AuditStepReadiness], {
    nullable: true,
    description:
      'Which steps of an audit may be recorded for a day, and what forbids the others: the same decision that the mutation takes. Null if there is no such audit. For staff.',
  })
  auditReadiness(
    @Arg('audit', () => ID, { description: 'Global id of the audit.' }) audit: string,
    @Arg('on', () => LocalDate, { nullable: true, description: 'The day of the step. Default: today.' }) on: Day | undefined,
    @Arg('auditor', () => ID, { nullable: true, description: 'Global id of the auditor to select; without one that step is left out.' })
    auditor: string | undefined,
    @Ctx() context: Context,
  ): Promise<readonly AuditStepReadinessSource[] | null> {
    return auditReadiness(context, audit, on ?? context.today, auditor ?? null);
  }

  @Mutation(() => BeginAuditResult, {
    description:
      'Begins an audit of an account: an internal one, an external one, or a re-audit. What happens to it is recorded step by step. For staff; internal ones also for the organization itself.',
  })
  beginAudit(
    @Arg('input', () => BeginAuditInput, { description: 'Its purpose, and which account.' }) input: BeginAuditInput,
    @Ctx() context: Context,
  ): Promise<AuditSource | Refusal> {
    permitRecording(context, true);
    return perform(context, 'beginAudit', input, (unit) => beginAudit(unit, context, input));
  }

  @Mutation(() => RecordAuditStepResult, {
    description:
      'Records what happened to an audit: submitted, received, returned, reviewed, planned, started, completed, reported. Refused with every clause that stands against it; `auditReadiness` says so beforehand. For staff; an organization records of its internal audits that they started, were completed, signed off and submitted, and that a plan was submitted.',
  })
  recordAuditStep(
    @Arg('input', () => RecordAuditStepInput, { description: 'What happened, and when.' }) input: RecordAuditStepInput,
    @Ctx() context: Context,
  ): Promise<AuditSource | Refusal> {
    permitRecording(context, ownSteps.includes(input.step));
    return perform(context, 'recordAuditStep', input, (unit) => recordAuditStep(unit, context, input));
  }

  @Mutation(() => RecordAuditScoresResult, {
    description:
      'Records the scores of an audit. Once it is reported the first ones stay, and those of a correction are kept with their day (G-2.3, G-2.4.k). For staff; until the submission also for the organization itself.',
  })
  recordAuditScores(
    @Arg('input', () => RecordAuditScoresInput, { description: 'The scores, and their day.' }) input: RecordAuditScoresInput,
    @Ctx() context: Context,
  ): Promise<AuditSource | Refusal> {
    permitRecording(context, true);
    return perform(context, 'recordAuditScores', input, (unit) => recordAuditScores(unit, context, input));
  }

  @Mutation(() => SelectExternalAuditorResult, {
    description:
      'Records who conducts an external audit or a re-audit. Refused for an auditor who is not on the approved list, was removed, consults for the organization, was asked to withdraw, or conducted the previous external audit, personally or through the company (G-2.4.g, G-3.4.a, G-4.5, R-45). For staff.',
  })
  selectExternalAuditor(
    @Arg('input', () => SelectExternalAuditorInput, { description: 'Who, and since when.' }) input: SelectExternalAuditorInput,
    @Ctx() context: Context,
  ): Promise<AuditSource | Refusal> {
    return mutate(context, 'selectExternalAuditor', input, (unit) => selectExternalAuditor(unit, input));
  }

  @Mutation(() => UndoAuditStepResult, {
    description: 'Takes back the last step of an audit, which was recorded in error; its history stays. For staff.',
  })
  undoAuditStep(
    @Arg('input', () => UndoAuditStepInput, { description: 'Which step, and why it was wrong.' }) input: UndoAuditStepInput,
    @Ctx() context: Context,
  ): Promise<AuditSource | Refusal> {
    return mutate(context, 'undoAuditStep', input, (unit) => undoAuditStep(unit, input));
  }
}

/** Puts into words what forbids a step. */
@Resolver(() => AuditStepReadiness)
export class AuditStepReadinessResolver {
  @FieldResolver(() => [Reason])
  reasons(@Root() { refusal }: AuditStepReadinessSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(refusal?.reasons ?? [], locale);
  }
}
