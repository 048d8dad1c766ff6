import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { EquivalencyRequest } from './equivalency-request.type.ts';
import {
  CreateEquivalencyRequestInput,
  StateHostCorInput,
  StateIsoCertificateInput,
  StateOntarioOfficeInput,
  SubmitEquivalencyRequestInput,
  WithdrawEquivalencyRequestInput,
} from './request.input.ts';
import type { SeenRequest } from './request.loader.ts';
import { createRequest, submitRequest, withdrawRequest } from './request.service.ts';
import { stateHostCor, stateIsoCertificate, stateOntarioOffice } from './stated.service.ts';

const result = (name: string) => resultOf(`${name}Result`, EquivalencyRequest);
const CreateEquivalencyRequestResult = result('CreateEquivalencyRequest');
const StateHostCorResult = result('StateHostCor');
const StateIsoCertificateResult = result('StateIsoCertificate');
const StateOntarioOfficeResult = result('StateOntarioOffice');
const SubmitEquivalencyRequestResult = result('SubmitEquivalencyRequest');
const WithdrawEquivalencyRequestResult = result('WithdrawEquivalencyRequest');

type Outcome = Promise<SeenRequest | Refusal>;
const forApplicant = 'For the organization itself, and for staff.';
const which = { description: 'Which request, and what is stated.' };

/** The steps of the applicant. */
@Resolver()
export class ApplicantResolver {
  @Mutation(() => CreateEquivalencyRequestResult, {
    description: `Begins a request for equivalency (G-6) or reciprocity (G-5) as a draft. ${forApplicant}`,
  })
  createEquivalencyRequest(
    @Arg('input', () => CreateEquivalencyRequestInput, { description: 'For which account, and on which basis.' })
    input: CreateEquivalencyRequestInput,
    @Ctx() context: Context,
  ): Outcome {
    return createRequest(context, input);
  }

  @Mutation(() => StateHostCorResult, {
    description: `Records what the letter of the host association says, replacing what was recorded before (G-5.a, F-16.a). ${forApplicant}`,
  })
  stateHostCor(@Arg('input', () => StateHostCorInput, which) input: StateHostCorInput, @Ctx() context: Context): Outcome {
    return stateHostCor(context, input);
  }

  @Mutation(() => StateIsoCertificateResult, {
    description: `Records what the firm’s most recent certificate says, replacing what was recorded before (X-5, G-6.1.b). ${forApplicant}`,
  })
  stateIsoCertificate(
    @Arg('input', () => StateIsoCertificateInput, which) input: StateIsoCertificateInput,
    @Ctx() context: Context,
  ): Outcome {
    return stateIsoCertificate(context, input);
  }

  @Mutation(() => StateOntarioOfficeResult, {
    description: `Records whether the employer has a permanent office in Ontario, from which day (F-16.a). ${forApplicant}`,
  })
  stateOntarioOffice(@Arg('input', () => StateOntarioOfficeInput, which) input: StateOntarioOfficeInput, @Ctx() context: Context): Outcome {
    return stateOntarioOffice(context, input);
  }

  @Mutation(() => SubmitEquivalencyRequestResult, {
    description: `Submits a draft; refused while a document that it needs is missing (R-41). ${forApplicant}`,
  })
  submitEquivalencyRequest(
    @Arg('input', () => SubmitEquivalencyRequestInput, which) input: SubmitEquivalencyRequestInput,
    @Ctx() context: Context,
  ): Outcome {
    return submitRequest(context, input);
  }

  @Mutation(() => WithdrawEquivalencyRequestResult, {
    description: `Withdraws a request that is not decided; it cannot be reopened (R-41). ${forApplicant}`,
  })
  withdrawEquivalencyRequest(
    @Arg('input', () => WithdrawEquivalencyRequestInput, which) input: WithdrawEquivalencyRequestInput,
    @Ctx() context: Context,
  ): Outcome {
    return withdrawRequest(context, input);
  }
}
