import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { AccountFile, type AccountFileSource } from '../account-file/account-file.type.ts';
import { accountById, type LoadedAccount } from '../accounts/account.loader.ts';
import { Account } from '../accounts/account.type.ts';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { GiveConsentInput, RecordSoseApplicationInput, WithdrawConsentInput } from './consent.input.ts';
import { consentsByAccount } from './consent.loader.ts';
import { giveConsent, withdrawConsent } from './consent.service.ts';
import { Consent, type ConsentSource, SoseApplication, type SoseApplicationSource } from './consent.type.ts';
import { recordSoseApplication } from './sose-application.service.ts';

const GiveConsentResult = resultOf('GiveConsentResult', Consent);
const WithdrawConsentResult = resultOf('WithdrawConsentResult', Consent);
const RecordSoseApplicationResult = resultOf('RecordSoseApplicationResult', SoseApplication);

/** Records consents and ends them. */
@Resolver(() => Consent)
export class ConsentResolver {
  @Mutation(() => GiveConsentResult, {
    description:
      'Records an account’s consent to disclose non-public information to a recipient (R-28). For the organization itself, and for staff.',
  })
  giveConsent(
    @Arg('input', () => GiveConsentInput, { description: 'Who may see what of which account, and on which days.' })
    input: GiveConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentSource | Refusal> {
    return giveConsent(context, input);
  }

  @Mutation(() => WithdrawConsentResult, {
    description: 'Withdraws a consent: from this instant on it has no effect (R-28). For the organization itself, and for staff.',
  })
  withdrawConsent(
    @Arg('input', () => WithdrawConsentInput, { description: 'Which consent.' }) input: WithdrawConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentSource | Refusal> {
    return withdrawConsent(context, input);
  }

  @Mutation(() => RecordSoseApplicationResult, {
    description:
      'Records the reference of an application to SOSE, which is the applicant’s consent to let the portal read `account { auditFacts ' +
      '}` and to let `soseEligibility` use the records here for it (R-28). For the SOSE portal.',
  })
  recordSoseApplication(
    @Arg('input', () => RecordSoseApplicationInput, { description: 'Whose application, and its reference.' })
    input: RecordSoseApplicationInput,
    @Ctx() context: Context,
  ): Promise<SoseApplicationSource | Refusal> {
    return recordSoseApplication(context, input);
  }

  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { accountId }: ConsentSource, @Ctx() context: Context): Promise<LoadedAccount | null> {
    return context.loader(accountById).load(accountId);
  }
}

/** Leads from an application to its account. */
@Resolver(() => SoseApplication)
export class SoseApplicationResolver {
  @FieldResolver(() => Account, { nullable: true })
  account(@Root() { accountId }: SoseApplicationSource, @Ctx() context: Context): Promise<LoadedAccount | null> {
    return context.loader(accountById).load(accountId);
  }
}

/** Lists the consents of a file. */
@Resolver(() => AccountFile)
export class FileWithConsentsResolver {
  @FieldResolver(() => [Consent], { description: 'Consents, in the order of their first days, withdrawn ones included (R-28).' })
  consents(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly ConsentSource[]> {
    return context.loader(consentsByAccount).load(accountId);
  }
}
