import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import {
  CompleteRetrainingInput,
  DecideTrainingExemptionInput,
  RecordCourseInput,
  RequestTrainingExemptionInput,
  RequireRetrainingInput,
} from './person.input.ts';
import { Person, type PersonSource } from './person.type.ts';
import {
  completeRetraining,
  decideTrainingExemption,
  recordCourse,
  requestTrainingExemption,
  requireRetraining,
} from './training.service.ts';

const RecordCourseResult = resultOf('RecordCourseResult', Person);
const RequestTrainingExemptionResult = resultOf('RequestTrainingExemptionResult', Person);
const DecideTrainingExemptionResult = resultOf('DecideTrainingExemptionResult', Person);
const RequireRetrainingResult = resultOf('RequireRetrainingResult', Person);
const CompleteRetrainingResult = resultOf('CompleteRetrainingResult', Person);

type Outcome = Promise<PersonSource | Refusal>;

/** Records the training of people. */
@Resolver()
export class TrainingMutationResolver {
  @Mutation(() => RecordCourseResult, {
    description: 'Records a course that a person completed (G-2.2.a). For staff.',
  })
  recordCourse(
    @Arg('input', () => RecordCourseInput, { description: 'Which course, and when.' }) input: RecordCourseInput,
    @Ctx() context: Context,
  ): Outcome {
    return recordCourse(context, input);
  }

  @Mutation(() => RequestTrainingExemptionResult, {
    description: 'Records a request for an exemption from one course (G-2.2.b). For staff.',
  })
  requestTrainingExemption(
    @Arg('input', () => RequestTrainingExemptionInput, { description: 'For which course, and what it comes with.' })
    input: RequestTrainingExemptionInput,
    @Ctx() context: Context,
  ): Outcome {
    return requestTrainingExemption(context, input);
  }

  @Mutation(() => DecideTrainingExemptionResult, {
    description: 'Grants or rejects an exemption; refused with every condition that it does not meet (G-2.2.b). For staff.',
  })
  decideTrainingExemption(
    @Arg('input', () => DecideTrainingExemptionInput, { description: 'Which request, and the decision.' })
    input: DecideTrainingExemptionInput,
    @Ctx() context: Context,
  ): Outcome {
    return decideTrainingExemption(context, input);
  }

  @Mutation(() => RequireRetrainingResult, {
    description: 'Records that IHSA requires retraining: until it is completed, the person conducts no new audit (G-4.2, R-51). For staff.',
  })
  requireRetraining(
    @Arg('input', () => RequireRetrainingInput, { description: 'Of whom, and from when.' }) input: RequireRetrainingInput,
    @Ctx() context: Context,
  ): Outcome {
    return requireRetraining(context, input);
  }

  @Mutation(() => CompleteRetrainingResult, {
    description: 'Records that a retraining was completed (G-4.2). For staff.',
  })
  completeRetraining(
    @Arg('input', () => CompleteRetrainingInput, { description: 'Which, and when.' }) input: CompleteRetrainingInput,
    @Ctx() context: Context,
  ): Outcome {
    return completeRetraining(context, input);
  }
}
