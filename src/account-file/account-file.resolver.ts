import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Account, type AccountSource } from '../accounts/account.type.ts';
import { Appeal } from '../appeals/appeal.type.ts';
import { readAppeals } from '../appeals/reading.service.ts';
import { Audit } from '../audits/audit.type.ts';
import { readAudits } from '../audits/reading.service.ts';
import { certificateById } from '../certificates/certificate.loader.ts';
import { Certificate } from '../certificates/certificate.type.ts';
import type { Context } from '../contract/context.ts';
import { LocalDate } from '../contract/scalars.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { exceptionsByAccount } from '../exceptions/exception.loader.ts';
import { IssuingException } from '../exceptions/exception.type.ts';
import { BiddingDocument } from '../letters/bidding-document.type.ts';
import { biddingDocumentById, letterById } from '../letters/letter.loader.ts';
import { LetterOfGoodStanding } from '../letters/letter-of-good-standing.type.ts';
import { designationsByAccount } from '../people/person.loader.ts';
import { Designation, type DesignationSource } from '../people/person.type.ts';
import { registrationsByAccount } from '../registrations/registration.loader.ts';
import { Registration } from '../registrations/registration.type.ts';
import { revocationsByAccount } from '../revocations/revocation.loader.ts';
import { Revocation } from '../revocations/revocation.type.ts';
import type { Day } from '../rules/calendar.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import { spotChecksByAccount } from '../spot-checks/spot-check.loader.ts';
import { SpotCheck } from '../spot-checks/spot-check.type.ts';
import { AccountFile, type AccountFileSource, FormerWsibAccount } from './account-file.type.ts';
import { biddingDocumentIdsByAccount, certificateIdsByAccount, documentsOf, letterIdsByAccount } from './documents.loader.ts';
import { formerNumbersByAccount } from './former-wsib-account.loader.ts';
import { systemInPlaceByAccount } from './system-in-place.loader.ts';

/** Opens the file of an account to callers who may see all of it (G-8.a, G-8.b). */
@Resolver(() => Account)
export class AccountWithFileResolver {
  @FieldResolver(() => AccountFile, {
    nullable: true,
    description: 'Everything on record about the account; null to callers who may not see the whole file.',
  })
  file(@Root() account: AccountSource, @Ctx() context: Context): AccountFileSource | null {
    return seesWholeFile(viewerOf(context, account)) ? { accountId: account.accountId } : null;
  }
}

/** Lists the records of a file. */
@Resolver(() => AccountFile)
export class AccountFileResolver {
  @FieldResolver(() => [FormerWsibAccount])
  formerWsibAccounts(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly FormerWsibAccount[]> {
    return context.loader(formerNumbersByAccount).load(accountId);
  }

  @FieldResolver(() => LocalDate, { nullable: true })
  systemInPlaceSince(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<Day | null> {
    return context.loader(systemInPlaceByAccount).load(accountId);
  }

  @FieldResolver(() => [Designation])
  people(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly DesignationSource[]> {
    return context.loader(designationsByAccount).load(accountId);
  }

  @FieldResolver(() => [Registration])
  registrations(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly Registration[]> {
    return context.loader(registrationsByAccount).load(accountId);
  }

  @FieldResolver(() => [Certificate])
  certificates(@Root() file: AccountFileSource, @Ctx() context: Context): Promise<Certificate[]> {
    return documentsOf(context, file.accountId, certificateIdsByAccount, certificateById);
  }

  @FieldResolver(() => [LetterOfGoodStanding])
  lettersOfGoodStanding(@Root() file: AccountFileSource, @Ctx() context: Context): Promise<LetterOfGoodStanding[]> {
    return documentsOf(context, file.accountId, letterIdsByAccount, letterById);
  }

  @FieldResolver(() => [BiddingDocument])
  biddingDocuments(@Root() file: AccountFileSource, @Ctx() context: Context): Promise<BiddingDocument[]> {
    return documentsOf(context, file.accountId, biddingDocumentIdsByAccount, biddingDocumentById);
  }

  @FieldResolver(() => [SpotCheck])
  spotChecks(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly SpotCheck[]> {
    return context.loader(spotChecksByAccount).load(accountId);
  }

  @FieldResolver(() => [Revocation])
  revocations(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly Revocation[]> {
    return context.loader(revocationsByAccount).load(accountId);
  }

  @FieldResolver(() => [IssuingException])
  exceptions(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly IssuingException[]> {
    return context.loader(exceptionsByAccount).load(accountId);
  }

  @FieldResolver(() => [Appeal])
  appeals(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly Appeal[]> {
    return readAppeals(context, accountId);
  }

  @FieldResolver(() => [Audit])
  audits(@Root() { accountId }: AccountFileSource, @Ctx() context: Context): Promise<readonly Audit[]> {
    return readAudits(context, accountId);
  }
}
