import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { AuditDocumentKind as Kind } from '../rules/recording/auditing-facts.ts';

/** The kinds of documents sent with an audit, as an enum of the schema. */
export const AuditDocumentKind = {
  AUDIT_MATERIAL: 'AUDIT_MATERIAL',
  EVIDENCE: 'EVIDENCE',
  TRAINING_RECORD: 'TRAINING_RECORD',
  CORRECTIVE_ACTION_PLAN: 'CORRECTIVE_ACTION_PLAN',
  AUDIT_PLAN: 'AUDIT_PLAN',
  AUDIT_REPORT: 'AUDIT_REPORT',
} as const satisfies { [K in Kind]: K };
export type AuditDocumentKind = Kind;

registerEnumType(AuditDocumentKind, {
  name: 'AuditDocumentKind',
  description: 'The kind of a document of an audit.',
  valuesConfig: {
    AUDIT_MATERIAL: { description: 'The material of the audit tool: scoring and notes, as the handbook requires it (G-2.4.b, G-2.4.c).' },
    EVIDENCE: { description: 'Evidence used in the audit, created within the twelve months before the submission (G-1.2.e).' },
    TRAINING_RECORD: { description: 'The internal auditor’s records of training (G-3.3.a).' },
    CORRECTIVE_ACTION_PLAN: { description: 'A corrective action plan (G-2.4.a, G-2.4.e, G-2.4.i).' },
    AUDIT_PLAN: { description: 'The plan of an external audit (G-2.4.g).' },
    AUDIT_REPORT: { description: 'The report on the audit (G-3.4.b).' },
  },
});

@ObjectType({ description: 'A document of an audit. Confidential, like the audit (G-8.a).' })
export class AuditDocument {
  @Field(() => ID, { description: 'Identifies it, for `removeAuditDocument`; opaque.' })
  key!: string;

  @Field(() => AuditDocumentKind, { description: 'Its kind.' })
  kind!: AuditDocumentKind;

  @Field(() => String, { description: 'The file name, as the sender gave it.' })
  fileName!: string;

  @Field(() => LocalDate, { nullable: true, description: 'For evidence: the day on which it was created (G-1.2.e).' })
  createdOn!: Day | null;

  @Field(() => String, { description: 'SHA-256 of its bytes, in hexadecimal.' })
  sha256!: string;

  @Field(() => Int, { description: 'How many bytes it has.' })
  size!: number;

  @Field(() => String, { description: 'Its media type, detected from its bytes.' })
  mediaType!: string;

  @Field(() => LocalDate, { description: 'The day on which it arrived.' })
  receivedOn!: Day;

  @Field(() => String, {
    description: 'Path to GET it from, with the same API key; it comes as an attachment. Each download is logged (G-8.a).',
  })
  path!: string;
}

@ObjectType({ description: 'Permission to upload one document of an audit: PUT its bytes to the path.' })
export class AuditUpload {
  @Field(() => String, {
    description:
      'Path to PUT the bytes to, once. Anyone who has the path can use it without an API key, so keep it secret. The answer is JSON: ' +
      'the document as received, or errors in the form of the API.',
  })
  path!: string;

  @Field(() => AuditDocumentKind, { description: 'The kind of the document.' })
  kind!: AuditDocumentKind;

  @Field(() => DateTime, { description: 'The path expires at this instant.' })
  expiresAt!: Instant;

  @Field(() => Int, { description: 'Its maximum size in bytes.' })
  mostBytes!: number;

  @Field(() => [String], {
    description:
      'The accepted media types. The type of a file is determined from its content; a `content-type` that does not match is refused.',
  })
  mediaTypes!: string[];
}
