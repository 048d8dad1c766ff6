import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { decide } from './decision.service.ts';
import { EquivalencyRequest } from './equivalency-request.type.ts';
import {
  AskForDocumentsInput,
  DecideEquivalencyRequestInput,
  RecordDocumentsReceivedInput,
  RecordRequestFeeInput,
  ReportReviewInput,
} from './request.input.ts';
import type { SeenRequest } from './request.loader.ts';
import { askForDocuments, recordDocumentsReceived, recordFee, reportReview } from './request.service.ts';

const result = (name: string) => resultOf(`${name}Result`, EquivalencyRequest);
const RecordRequestFeeResult = result('RecordRequestFee');
const AskForDocumentsResult = result('AskForDocuments');
const RecordDocumentsReceivedResult = result('RecordDocumentsReceived');
const ReportReviewResult = result('ReportReview');
const DecideEquivalencyRequestResult = result('DecideEquivalencyRequest');

type Outcome = Promise<SeenRequest | Refusal>;
const which = { description: 'Which request, and what is recorded.' };

/** The steps of IHSA. */
@Resolver()
export class RequestStaffResolver {
  @Mutation(() => RecordRequestFeeResult, { description: 'Records the fee for the review of a request (G-6.1.a, G-6.2.a). For staff.' })
  recordRequestFee(@Arg('input', () => RecordRequestFeeInput, which) input: RecordRequestFeeInput, @Ctx() context: Context): Outcome {
    return recordFee(context, input);
  }

  @Mutation(() => AskForDocumentsResult, {
    description: 'Asks the applicant for further documents: the review clock is paused until they arrive (G-6.1.c, R-19). For staff.',
  })
  askForDocuments(@Arg('input', () => AskForDocumentsInput, which) input: AskForDocumentsInput, @Ctx() context: Context): Outcome {
    return askForDocuments(context, input);
  }

  @Mutation(() => RecordDocumentsReceivedResult, {
    description:
      'Records that the documents asked for have arrived: the clock resumes, and the due day moves by as many days (R-19). For staff.',
  })
  recordDocumentsReceived(
    @Arg('input', () => RecordDocumentsReceivedInput, which) input: RecordDocumentsReceivedInput,
    @Ctx() context: Context,
  ): Outcome {
    return recordDocumentsReceived(context, input);
  }

  @Mutation(() => ReportReviewResult, {
    description: 'Records the report on the lead auditor’s review, which stops the clock (G-6.1.a, G-6.2.a, R-41). For staff.',
  })
  reportReview(@Arg('input', () => ReportReviewInput, which) input: ReportReviewInput, @Ctx() context: Context): Outcome {
    return reportReview(context, input);
  }

  @Mutation(() => DecideEquivalencyRequestResult, {
    description:
      'Decides a request and issues the resulting document: a certificate for one year, an interim letter or a letter of reciprocity. ' +
      'Granting more than the law allows is refused, with the clauses; granting less needs a reason (R-40). For staff.',
  })
  decideEquivalencyRequest(
    @Arg('input', () => DecideEquivalencyRequestInput, which) input: DecideEquivalencyRequestInput,
    @Ctx() context: Context,
  ): Outcome {
    return decide(context, input);
  }
}
