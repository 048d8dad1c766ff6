import { Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { AuditDocumentKind } from '../audits/audit-document.type.ts';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import { AlteringInput } from '../mutations/mutation.input.ts';
import type { Day } from '../rules/calendar.ts';

@InputType({ description: 'A document to send for an audit.' })
export class RequestAuditUploadInput {
  @Field(() => ID, { description: 'Global id of the audit.' })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => AuditDocumentKind, { description: 'What the document is.' })
  kind!: AuditDocumentKind;

  @Field(() => String, {
    description: 'Your name for the file: 1 to 200 characters on one line. It is only shown next to the document.',
  })
  @Matches(/^(?=.*\S)[^\p{C}]{1,200}$/u, {
    message: 'must be 1 to 200 characters on one line, without control or other invisible characters',
  })
  fileName!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'With EVIDENCE, and needed there: the day on which it was created (G-1.2.e).',
  })
  createdOn?: Day | null;
}

@InputType({ description: 'A document of an audit that is to be taken back before the audit is submitted.' })
export class RemoveAuditDocumentInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the audit. `expectedVersion` is its version.' })
  @IsGlobalId('Audit')
  audit!: string;

  @Field(() => ID, { description: '`key` of the document.' })
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { message: 'must be the key of a document' })
  document!: string;
}
