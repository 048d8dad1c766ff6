import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { versionOfOrganization } from '../disclosure/version.loader.ts';
import { mutate } from '../mutations/mutate.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { correctOrganization } from './correction.service.ts';
import { createOrganization } from './creation.service.ts';
import type { WrittenOrganization } from './locked-organization.ts';
import { mergeOrganizations } from './merging.service.ts';
import { CorrectOrganizationInput, CreateOrganizationInput, MergeOrganizationsInput } from './organization.input.ts';
import { Organization, type OrganizationSource } from './organization.type.ts';

const CreateOrganizationResult = resultOf('CreateOrganizationResult', Organization);
const MergeOrganizationsResult = resultOf('MergeOrganizationsResult', Organization);
const CorrectOrganizationResult = resultOf('CorrectOrganizationResult', Organization);

/** Enters, merges and corrects organizations. */
@Resolver(() => Organization)
export class OrganizationCorrectionResolver {
  @Mutation(() => CreateOrganizationResult, {
    description: 'Enters an organization. It is visible to staff alone until an account of it is. For staff.',
  })
  createOrganization(
    @Arg('input', () => CreateOrganizationInput, { description: 'The firm.' }) input: CreateOrganizationInput,
    @Ctx() context: Context,
  ): Promise<WrittenOrganization | Refusal> {
    return mutate(context, 'createOrganization', input, (unit) => createOrganization(unit, input));
  }

  @Mutation(() => MergeOrganizationsResult, {
    description:
      'Makes one of two organizations that are the same firm, entered twice; the ids of both go on to work. Their accounts stay as many as they are: each is certified by itself (G-1.2.b). For staff.',
  })
  mergeOrganizations(
    @Arg('input', () => MergeOrganizationsInput, { description: 'Which one stays, and which one is merged into it.' })
    input: MergeOrganizationsInput,
    @Ctx() context: Context,
  ): Promise<WrittenOrganization | Refusal> {
    return mergeOrganizations(context, input);
  }

  @Mutation(() => CorrectOrganizationResult, { description: 'Corrects what was recorded wrongly about an organization. For staff.' })
  correctOrganization(
    @Arg('input', () => CorrectOrganizationInput, { description: 'The corrected values.' }) input: CorrectOrganizationInput,
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
