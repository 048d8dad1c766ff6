import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import { RequestUploadInput } from './upload.input.ts';
import { requestUpload } from './upload.service.ts';
import { Upload } from './upload.type.ts';

const RequestUploadResult = resultOf('RequestUploadResult', Upload);

/** Grants permission to upload documents. */
@Resolver(() => Upload)
export class UploadResolver {
  @Mutation(() => RequestUploadResult, {
    description:
      'Returns a path to PUT one document of a request to. Possible until the request is decided; each call returns a new path. For ' +
      'the organization itself, and for staff.',
  })
  requestUpload(
    @Arg('input', () => RequestUploadInput, { description: 'For which request, and what the document is.' }) input: RequestUploadInput,
    @Ctx() context: Context,
  ): Promise<Upload | Refusal> {
    return requestUpload(context, input);
  }
}
