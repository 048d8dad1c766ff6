import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { NamePersonInput, RecordDepartureInput } from './own-people.input.ts';
import { namePerson, recordDeparture } from './own-people.service.ts';
import { Person, type PersonSource } from './person.type.ts';

const NamePersonResult = resultOf('NamePersonResult', Person);
const RecordDepartureResult = resultOf('RecordDepartureResult', Person);

/** Lets organizations report who has a role at their accounts. */
@Resolver()
export class OwnPeopleResolver {
  @Mutation(() => NamePersonResult, {
    description:
      'Notifies IHSA who has a role at an account: a new person, or one who has or had a role there (G-1.2.c, G-2.2.a, G-3.2.a). For the organization that holds the account, and for staff.',
  })
  namePerson(
    @Arg('input', () => NamePersonInput, { description: 'Who, where and for what.' }) input: NamePersonInput,
    @Ctx() context: Context,
  ): Promise<PersonSource | Refusal> {
    return namePerson(context, input);
  }

  @Mutation(() => RecordDepartureResult, {
    description:
      'Notifies IHSA that a person has left a role; the person keeps the training, and the gap is an obligation (F-14, G-3.2.a). For the organization that holds the account, and for staff.',
  })
  recordDeparture(
    @Arg('input', () => RecordDepartureInput, { description: 'Who left which role, and the last day.' }) input: RecordDepartureInput,
    @Ctx() context: Context,
  ): Promise<PersonSource | Refusal> {
    return recordDeparture(context, input);
  }
}
