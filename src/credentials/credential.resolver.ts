import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { IssueCredentialInput } from './credential.input.ts';
import { issueCredential } from './credential.service.ts';
import { IssuedCredential } from './credential.type.ts';

const IssueCredentialResult = resultOf('IssueCredentialResult', IssuedCredential);

/** Issues credentials of documents. */
@Resolver(() => IssuedCredential)
export class CredentialResolver {
  @Mutation(() => IssueCredentialResult, {
    description:
      'Issues a W3C Verifiable Credential 2.0 of a document in effect, for the organization that holds it and for staff; for anyone else no document has the number. NOT_FOUND too where the registry has no signing key or no public address.',
  })
  issueCredential(
    @Arg('input', () => IssueCredentialInput, { description: 'Of which document.' }) input: IssueCredentialInput,
    @Ctx() context: Context,
  ): Promise<IssuedCredential | Refusal> {
    return issueCredential(context, input);
  }
}
