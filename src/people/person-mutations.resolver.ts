import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import {
  CorrectPersonInput,
  DesignatePersonInput,
  EndDesignationInput,
  ErasePersonInput,
  RecordCodeOfEthicsInput,
  RecordPersonInput,
} from './person.input.ts';
import { correctPerson, designatePerson, endDesignation, erasePerson, recordCodeOfEthics, recordPerson } from './person.service.ts';
import { Person, type PersonSource } from './person.type.ts';

const RecordPersonResult = resultOf('RecordPersonResult', Person);
const CorrectPersonResult = resultOf('CorrectPersonResult', Person);
const ErasePersonResult = resultOf('ErasePersonResult', Person);
const DesignatePersonResult = resultOf('DesignatePersonResult', Person);
const EndDesignationResult = resultOf('EndDesignationResult', Person);
const RecordCodeOfEthicsResult = resultOf('RecordCodeOfEthicsResult', Person);

type Outcome = Promise<PersonSource | Refusal>;

/** Records people and their roles. */
@Resolver()
export class PersonMutationResolver {
  @Mutation(() => RecordPersonResult, {
    description: 'Enters a person. For staff.',
  })
  recordPerson(
    @Arg('input', () => RecordPersonInput, { description: 'Who it is.' }) input: RecordPersonInput,
    @Ctx() context: Context,
  ): Outcome {
    return recordPerson(context, input);
  }

  @Mutation(() => CorrectPersonResult, {
    description: 'Corrects the name or address of a person; the former value is not kept (R-52). For staff.',
  })
  correctPerson(
    @Arg('input', () => CorrectPersonInput, { description: 'The corrected values.' }) input: CorrectPersonInput,
    @Ctx() context: Context,
  ): Outcome {
    return correctPerson(context, input);
  }

  @Mutation(() => ErasePersonResult, {
    description:
      'Erases the name and address of a person for good: the person is then shown as erased, also as of earlier instants (R-46, R-52). For staff.',
  })
  erasePerson(@Arg('input', () => ErasePersonInput, { description: 'Whose.' }) input: ErasePersonInput, @Ctx() context: Context): Outcome {
    return erasePerson(context, input);
  }

  @Mutation(() => DesignatePersonResult, {
    description: 'Designates a person for a role at an account (G-1.2.c, G-2.2.a, G-3.2.a). For staff.',
  })
  designatePerson(
    @Arg('input', () => DesignatePersonInput, { description: 'Who, where and for what.' }) input: DesignatePersonInput,
    @Ctx() context: Context,
  ): Outcome {
    return designatePerson(context, input);
  }

  @Mutation(() => EndDesignationResult, {
    description:
      'Records that a person leaves a role; the person keeps the training (F-14). The gap is an obligation of the account (G-3.2.a). For staff.',
  })
  endDesignation(
    @Arg('input', () => EndDesignationInput, { description: 'Which role, and its last day.' }) input: EndDesignationInput,
    @Ctx() context: Context,
  ): Outcome {
    return endDesignation(context, input);
  }

  @Mutation(() => RecordCodeOfEthicsResult, {
    description: 'Records that a person signed the code of ethics for a role (G-4.5). For staff.',
  })
  recordCodeOfEthics(
    @Arg('input', () => RecordCodeOfEthicsInput, { description: 'For which role, and when.' }) input: RecordCodeOfEthicsInput,
    @Ctx() context: Context,
  ): Outcome {
    return recordCodeOfEthics(context, input);
  }
}
