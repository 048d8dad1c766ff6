import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { versionOfOrganization } from '../disclosure/version.loader.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { correctOrganization, type WrittenOrganization } from './correction.service.ts';
import { CorrectOrganizationInput } from './organization.input.ts';
import { Organization, type OrganizationSource } from './organization.type.ts';

const CorrectOrganizationResult = resultOf('CorrectOrganizationResult', Organization);

/** Corrects organizations. */
@Resolver(() => Organization)
export class OrganizationCorrectionResolver {
  @Mutation(() => CorrectOrganizationResult, { description: 'Corrects what was recorded wrongly of an organization. For staff.' })
  correctOrganization(
    @Arg('input', () => CorrectOrganizationInput, { description: 'What it should have been.' }) input: CorrectOrganizationInput,
    @Ctx() context: Context,
  ): Promise<WrittenOrganization | Refusal> {
    return mutate(context, 'correctOrganization', input, (unit) => correctOrganization(unit, input));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Version of the record, for `expectedVersion`; null to callers who may not see the whole file.',
  })
  version(
    @Root() organization: OrganizationSource & Partial<WrittenOrganization>,
    @Ctx() context: Context,
  ): number | Promise<number | null> {
    return organization.version ?? context.loader(versionOfOrganization).load(organization.organizationId);
  }
}
