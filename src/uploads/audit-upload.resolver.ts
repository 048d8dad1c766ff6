import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { AuditSource } from '../audits/audit.loader.ts';
import { Audit } from '../audits/audit.type.ts';
import { AuditUpload } from '../audits/audit-document.type.ts';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { RemoveAuditDocumentInput, RequestAuditUploadInput } from './audit-upload.input.ts';
import { removeAuditDocument, requestAuditUpload } from './audit-upload.service.ts';

const RequestAuditUploadResult = resultOf('RequestAuditUploadResult', AuditUpload);
const RemoveAuditDocumentResult = resultOf('RemoveAuditDocumentResult', Audit);

/** Grants permission to upload documents of audits. */
@Resolver(() => AuditUpload)
export class AuditUploadResolver {
  @Mutation(() => RequestAuditUploadResult, {
    description:
      'Returns a path to PUT one document of an audit to. What is submitted with an internal audit is sent before its submission, or after a ' +
      'return. For the organization itself, of its internal audits, and for staff.',
  })
  requestAuditUpload(
    @Arg('input', () => RequestAuditUploadInput, { description: 'For which audit, and what the document is.' })
    input: RequestAuditUploadInput,
    @Ctx() context: Context,
  ): Promise<AuditUpload | Refusal> {
    return requestAuditUpload(context, input);
  }

  @Mutation(() => RemoveAuditDocumentResult, {
    description: 'Takes a document back before the audit is submitted; its history stays. For the organization itself, and for staff.',
  })
  removeAuditDocument(
    @Arg('input', () => RemoveAuditDocumentInput, { description: 'Which document.' }) input: RemoveAuditDocumentInput,
    @Ctx() context: Context,
  ): Promise<AuditSource | Refusal> {
    return removeAuditDocument(context, input);
  }
}
