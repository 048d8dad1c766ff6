import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { LocalDate } from '../contract/scalars.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import { type TenderWarning as Warned, warningOf } from '../rules/tender/warning.ts';
import { CorrectKeptRequirementInput, KeepRequirementInput, RemoveKeptRequirementInput } from './kept-requirement.input.ts';
import { correctKeptRequirement, keepRequirement, listKeptRequirements, removeKeptRequirement } from './kept-requirement.service.ts';
import { KeptRequirement, type KeptRequirementSource } from './kept-requirement.type.ts';
import { TenderWarning } from './requirement.type.ts';

const KeepRequirementResult = resultOf('KeepRequirementResult', KeptRequirement);
const CorrectKeptRequirementResult = resultOf('CorrectKeptRequirementResult', KeptRequirement);
const RemoveKeptRequirementResult = resultOf('RemoveKeptRequirementResult', KeptRequirement);

/** Keeps, lists and alters a caller's own requirements. */
@Resolver(() => KeptRequirement)
export class KeptRequirementResolver {
  @Query(() => [KeptRequirement], {
    description:
      'The requirements that you keep, by name: those kept with any API key of the same holder and scope. At most 100. For any API key.',
  })
  keptRequirements(@Ctx() context: Context): Promise<KeptRequirementSource[]> {
    return listKeptRequirements(context);
  }

  @Mutation(() => KeepRequirementResult, {
    description: 'Keeps what a tender asks for under a name, for the holder of the key. For any API key.',
  })
  keepRequirement(
    @Arg('input', () => KeepRequirementInput, { description: 'The name, and what the tender asks for.' }) input: KeepRequirementInput,
    @Ctx() context: Context,
  ): Promise<KeptRequirementSource | Refusal> {
    return keepRequirement(context, input);
  }

  @Mutation(() => CorrectKeptRequirementResult, {
    description: 'Corrects one of your kept requirements. From then on its name means the corrected one; receipts keep what was asked.',
  })
  correctKeptRequirement(
    @Arg('input', () => CorrectKeptRequirementInput, { description: 'Which one, and what to correct.' })
    input: CorrectKeptRequirementInput,
    @Ctx() context: Context,
  ): Promise<KeptRequirementSource | Refusal> {
    return correctKeptRequirement(context, input);
  }

  @Mutation(() => RemoveKeptRequirementResult, { description: 'Removes one of your kept requirements. Its name is free again.' })
  removeKeptRequirement(
    @Arg('input', () => RemoveKeptRequirementInput, { description: 'Which one.' }) input: RemoveKeptRequirementInput,
    @Ctx() context: Context,
  ): Promise<KeptRequirementSource | Refusal> {
    return removeKeptRequirement(context, input);
  }

  @FieldResolver(() => TenderWarning, {
    nullable: true,
    description: 'How O. Reg. 364/25 concerns it on a day (X-3, R-61); null if it does not.',
  })
  warning(
    @Root() requirement: KeptRequirementSource,
    @Arg('on', () => LocalDate, { nullable: true, description: 'The day. Default: today in Toronto.' }) on: Day | null,
    @Ctx() { today }: Context,
  ): Warned | null {
    return warningOf(requirement, on ?? today);
  }
}
