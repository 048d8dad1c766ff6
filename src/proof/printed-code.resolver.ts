import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Certificate } from '../certificates/certificate.type.ts';
import type { Context } from '../contract/context.ts';
import { LetterOfGoodStanding } from '../letters/letter-of-good-standing.type.ts';
import { printedCodeByNumber } from './printed-code.loader.ts';

const code = {
  nullable: true,
  description:
    'The eight-character code printed beside the number and in the QR code; `proof(holder: { code })` takes it. Null to callers who may not see the whole file.',
};

/** The printed code of a certificate. */
@Resolver(() => Certificate)
export class CertificateWithCodeResolver {
  @FieldResolver(() => String, code)
  printedCode(@Root() { number }: Certificate, @Ctx() context: Context): Promise<string | null> {
    return context.loader(printedCodeByNumber).load(number);
  }
}

/** The printed code of a Letter of Good Standing. */
@Resolver(() => LetterOfGoodStanding)
export class LetterWithCodeResolver {
  @FieldResolver(() => String, code)
  printedCode(@Root() { number }: LetterOfGoodStanding, @Ctx() context: Context): Promise<string | null> {
    return context.loader(printedCodeByNumber).load(number);
  }
}
