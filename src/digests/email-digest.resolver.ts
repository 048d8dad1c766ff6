import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { CreateEmailDigestInput, EndEmailDigestInput } from './email-digest.input.ts';
import { createDigest, endDigest, listDigests } from './email-digest.service.ts';
import { EmailDigest } from './email-digest.type.ts';

const CreateEmailDigestResult = resultOf('CreateEmailDigestResult', EmailDigest);
const EndEmailDigestResult = resultOf('EndEmailDigestResult', EmailDigest);

/** Makes, lists and ends daily e-mail. */
@Resolver(() => EmailDigest)
export class EmailDigestResolver {
  @Query(() => [EmailDigest], {
    description:
      'Your daily e-mails, the oldest first: those made with any API key of the same holder and scope; ended ones are listed for 30 days. For ' +
      'organizations and callers with watch lists.',
  })
  emailDigests(@Ctx() context: Context): Promise<EmailDigest[]> {
    return listDigests(context);
  }

  @Mutation(() => CreateEmailDigestResult, {
    description:
      'Asks an address whether it agrees to a daily e-mail, which is sent on business days on which there is something new. Messages name no ' +
      'firm that is not public and say nothing confidential; each can be ended with one click. At most three questions in 30 days go to one ' +
      'address, and none for 30 days after its reader unsubscribed, no matter who asks. For organizations and callers with watch lists.',
  })
  createEmailDigest(
    @Arg('input', () => CreateEmailDigestInput, { description: 'The address, and what the messages are about.' })
    input: CreateEmailDigestInput,
    @Ctx() context: Context,
  ): Promise<EmailDigest | Refusal> {
    return createDigest(context, input);
  }

  @Mutation(() => EndEmailDigestResult, { description: 'Ends one of your daily e-mails and erases its address.' })
  endEmailDigest(
    @Arg('input', () => EndEmailDigestInput, { description: 'Which one.' }) input: EndEmailDigestInput,
    @Ctx() context: Context,
  ): Promise<EmailDigest | Refusal> {
    return endDigest(context, input);
  }
}
