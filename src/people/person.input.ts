import { ArrayMaxSize, ArrayUnique, IsBoolean, IsEmail, Length, Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';
import type { Course as CourseName, Role as RoleName } from '../rules/cycle/people.ts';
import type { ExemptionEvidence as Evidence, CourseProvider as Provider } from '../rules/recording/exemption.ts';
import { Course, CourseProvider, ExemptionEvidence, Role } from './person.type.ts';

const line = /^(?=.*\S)[^\p{C}]*$/u;
const lineMessage = { message: 'must be a text on one line, and not blank' };
const emailMessage = { message: 'must be an e-mail address' };
const today = 'default: today in Toronto. No later day.';

@InputType({ description: 'A person to enter. The note is kept for good: do not name anyone in it.' })
export class RecordPersonInput extends CreatingInput {
  @Field(() => String, { description: 'Name. It is stored apart from everything that is kept for good, and never logged (R-52).' })
  @Length(1, 200)
  @Matches(line, lineMessage)
  name!: string;

  @Field(() => String, { nullable: true, description: 'E-mail address, stored in the same way.' })
  @Length(3, 254)
  @IsEmail({}, emailMessage)
  email?: string | null;
}

/** The input of a mutation of one person. */
@InputType()
abstract class OfPersonInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the person. `expectedVersion` is its version.' })
  @IsGlobalId('Person')
  person!: string;
}

@InputType({ description: 'The name of a person as it is now. Omitted fields stay as they are.' })
export class CorrectPersonInput extends OfPersonInput {
  @Field(() => String, { nullable: true, description: 'Name.' })
  @Length(1, 200)
  @Matches(line, lineMessage)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address. Null removes it.' })
  @Length(3, 254)
  @IsEmail({}, emailMessage)
  email?: string | null;
}

@InputType({ description: 'A person whose name and address are to be erased, on request (R-52).' })
export class ErasePersonInput extends OfPersonInput {}

@InputType({ description: 'A role of a person at an account.' })
export class DesignatePersonInput extends OfPersonInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => Role, { description: 'The role.' })
  role!: RoleName;

  @Field(() => LocalDate, { nullable: true, description: `First day of the role; ${today}` })
  from?: Day | null;

  @Field(() => Boolean, {
    description: 'Whether the person is a permanent full-time employee, as an internal auditor has to be (G-3.3.a).',
  })
  @IsBoolean()
  isPermanentFullTime!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day on which the person signed the code of ethics (G-4.5). No later day than today.',
  })
  codeSignedOn?: Day | null;
}

/** What may take away the internal auditor that letters rest on. */
@InputType()
abstract class OfQualifiedPersonInput extends OfPersonInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of an exception (`recordIssuingException`). One is needed where a letter that was issued would no longer rest on an audit ' +
      'by a qualified internal auditor (G-2.4.j, R-44).',
  })
  @IsGlobalId('IssuingException')
  exception?: string | null;
}

@InputType({ description: 'A role that a person leaves.' })
export class EndDesignationInput extends OfQualifiedPersonInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => Role, { description: 'The role, which the person has.' })
  role!: RoleName;

  @Field(() => LocalDate, { nullable: true, description: `Last day of the role; ${today}` })
  to?: Day | null;
}

@InputType({ description: 'The signature of a person under the code of ethics for a role (G-4.5).' })
export class RecordCodeOfEthicsInput extends OfPersonInput {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => Role, { description: 'The role, which the person has.' })
  role!: RoleName;

  @Field(() => LocalDate, { nullable: true, description: `Day of the signature; ${today}` })
  signedOn?: Day | null;
}

@InputType({ description: 'A course that a person completed.' })
export class RecordCourseInput extends OfPersonInput {
  @Field(() => Course, { description: 'The course.' })
  course!: CourseName;

  @Field(() => LocalDate, { description: 'Day on which it was completed: today in Toronto or earlier.' })
  completedOn!: Day;

  @Field(() => String, { nullable: true, description: 'The body that gave it; name no person.' })
  @Length(1, 200)
  @Matches(line, lineMessage)
  provider?: string | null;
}

@InputType({ description: 'A request for an exemption from one course, by the Training Exemption Form (G-2.2.b).' })
export class RequestTrainingExemptionInput extends OfPersonInput {
  @Field(() => Course, { description: 'The course that the person asks to be exempted from.' })
  course!: CourseName;

  @Field(() => LocalDate, { nullable: true, description: `Day of the request; ${today}` })
  requestedOn?: Day | null;

  @Field(() => CourseProvider, { description: 'Who gave the course that is offered instead.' })
  provider!: Provider;

  @Field(() => String, { nullable: true, description: 'The name of that body.' })
  @Length(1, 200)
  @Matches(line, lineMessage)
  providerName?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Day on which that course was completed, no later than the request.' })
  courseCompletedOn?: Day | null;

  @Field(() => [ExemptionEvidence], { description: 'What the request comes with.' })
  @ArrayMaxSize(5, { message: 'must hold each kind once' })
  @ArrayUnique({ message: 'must hold each kind once' })
  evidence!: Evidence[];
}

@InputType({ description: 'IHSA’s decision on a request for an exemption; each is decided separately (G-2.2.b).' })
export class DecideTrainingExemptionInput extends OfPersonInput {
  @Field(() => Course, { description: 'The course of the request.' })
  course!: CourseName;

  @Field(() => LocalDate, { description: 'Day of the request.' })
  requestedOn!: Day;

  @Field(() => Boolean, { description: 'Whether it is granted; refused if the guideline does not allow it.' })
  @IsBoolean()
  isGranted!: boolean;

  @Field(() => LocalDate, { nullable: true, description: `Day of the decision, no earlier than the request; ${today}` })
  decidedOn?: Day | null;
}

@InputType({ description: 'A retraining that IHSA requires of a person (G-4.2).' })
export class RequireRetrainingInput extends OfQualifiedPersonInput {
  @Field(() => LocalDate, { nullable: true, description: `Day on which it is required; ${today}` })
  requiredOn?: Day | null;
}

@InputType({ description: 'A retraining that a person has completed.' })
export class CompleteRetrainingInput extends OfQualifiedPersonInput {
  @Field(() => LocalDate, { description: 'Day on which it was required.' })
  requiredOn!: Day;

  @Field(() => LocalDate, { nullable: true, description: `Day on which it was completed, no earlier; ${today}` })
  completedOn?: Day | null;
}
