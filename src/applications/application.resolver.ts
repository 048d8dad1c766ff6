import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AccountFile, type AccountFileSource } from '../account-file/account-file.type.ts';
import type { Context } from '../contract/context.ts';
import { LocalDate } from '../contract/scalars.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { Reason, renderReasons } from '../guideline/reason.type.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import type { Finding } from '../rules/recording/finding.ts';
import {
  AcknowledgeApplicationInput,
  ApplyForRegistrationInput,
  ConfirmApplicationInput,
  RejectApplicationInput,
  VerifyApplicationInput,
} from './application.input.ts';
import { type ApplicationSource, applicationsByAccount } from './application.loader.ts';
import {
  acknowledgeApplication,
  applyForRegistration,
  confirmApplication,
  rejectApplication,
  verifyApplication,
} from './application.service.ts';
import { ApplicationReadiness, RegistrationApplication } from './application.type.ts';
import { type ReadinessSource, readinessOf } from './readiness.service.ts';

const ApplyForRegistrationResult = resultOf('ApplyForRegistrationResult', RegistrationApplication);
const AcknowledgeApplicationResult = resultOf('AcknowledgeApplicationResult', RegistrationApplication);
const VerifyApplicationResult = resultOf('VerifyApplicationResult', RegistrationApplication);
const RejectApplicationResult = resultOf('RejectApplicationResult', RegistrationApplication);
const ConfirmApplicationResult = resultOf('ConfirmApplicationResult', RegistrationApplication);

type Outcome = Promise<ApplicationSource | Refusal>;
const which = { description: 'Which application, and on which day.' };
const day = { nullable: true, description: 'Day of the confirmation; default: today in Toronto.' };

/** Takes an application from its form to the registration. */
@Resolver(() => RegistrationApplication)
export class ApplicationResolver {
  @Mutation(() => ApplyForRegistrationResult, {
    description: 'Applies for the registration of an account (G-2.1.a). For the organization itself, and for staff.',
  })
  applyForRegistration(
    @Arg('input', () => ApplyForRegistrationInput, { description: 'Which account, with the numbers on the form.' })
    input: ApplyForRegistrationInput,
    @Ctx() context: Context,
  ): Outcome {
    return applyForRegistration(context, input);
  }

  @Mutation(() => AcknowledgeApplicationResult, { description: 'Records that IHSA acknowledged an application (G-2.1.a). For staff.' })
  acknowledgeApplication(
    @Arg('input', () => AcknowledgeApplicationInput, which) input: AcknowledgeApplicationInput,
    @Ctx() context: Context,
  ): Outcome {
    return acknowledgeApplication(context, input);
  }

  @Mutation(() => VerifyApplicationResult, {
    description: 'Records that IHSA verified the account and firm numbers of an acknowledged application (G-2.1.a). For staff.',
  })
  verifyApplication(@Arg('input', () => VerifyApplicationInput, which) input: VerifyApplicationInput, @Ctx() context: Context): Outcome {
    return verifyApplication(context, input);
  }

  @Mutation(() => RejectApplicationResult, {
    description: 'Rejects an application with a reason; the organization applies again (G-2.1.a). For staff.',
  })
  rejectApplication(@Arg('input', () => RejectApplicationInput, which) input: RejectApplicationInput, @Ctx() context: Context): Outcome {
    return rejectApplication(context, input);
  }

  @Mutation(() => ConfirmApplicationResult, {
    description:
      'Confirms an application and assigns the number of the confirmation; refused with everything that is missing, including WSIB’s confirmation (G-2.1.a, G-1.2.a, R-1). For staff.',
  })
  confirmApplication(@Arg('input', () => ConfirmApplicationInput, which) input: ConfirmApplicationInput, @Ctx() context: Context): Outcome {
    return confirmApplication(context, input);
  }

  @FieldResolver(() => ApplicationReadiness, { description: 'Whether it may be confirmed on a day, and what is missing.' })
  readiness(
    @Root() application: ApplicationSource,
    @Arg('on', () => LocalDate, day) on: Day | null,
    @Ctx() context: Context,
  ): Promise<ReadinessSource> {
    return readinessOf(context, application, on ?? context.today);
  }
}

/** Puts what an application rests on into words. */
@Resolver(() => ApplicationReadiness)
export class ApplicationReadinessResolver {
  @FieldResolver(() => [Reason], { description: 'Every condition, with what was found; `decides` marks those that are missing.' })
  reasons(@Root() { findings }: ReadinessSource, @InLocale() locale: Locale): Reason[] {
    return renderReasons(
      findings.map(({ reason }: Finding) => reason),
      locale,
    );
  }
}

/** Lists the applications of a file. */
@Resolver(() => AccountFile)
export class FileWithApplicationsResolver {
  @FieldResolver(() => [RegistrationApplication], { description: 'Applications for registration, in order of their days (G-2.1.a).' })
  applications(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly ApplicationSource[]> {
    return context.loader(applicationsByAccount).load(accountId);
  }
}
