import { AccountFileResolver, AccountWithFileResolver } from './account-file/account-file.resolver.ts';
import { AccountWithAuditFactsResolver } from './account-file/audit-facts.resolver.ts';
import { AccountResolver } from './accounts/account.resolver.ts';
import { AccountConnection } from './accounts/account-connection.type.ts';
import { AccountsResolver } from './accounts/accounts.resolver.ts';
import { AccountCorrectionResolver } from './accounts/correction.resolver.ts';
import { OrganizationAccountsResolver } from './accounts/organization-accounts.resolver.ts';
import { StandingPeriodResolver } from './accounts/standing-period.resolver.ts';
import { AppealResolver } from './appeals/appeal.resolver.ts';
import { ApplicationReadinessResolver, ApplicationResolver, FileWithApplicationsResolver } from './applications/application.resolver.ts';
import { ExternalAuditorResolver } from './auditors/external-auditor.resolver.ts';
import { AuditResolver } from './audits/audit.resolver.ts';
import { AuditElementResolver, AuditElementScoreResolver } from './audits/audit-element.resolver.ts';
import { AuditLifeResolver, AuditStepReadinessResolver } from './audits/audit-life.resolver.ts';
import { InternalAuditorResolver } from './audits/internal-auditor.resolver.ts';
import { BidderProblemResolver, BidderResolver } from './bidders/bidder.resolver.ts';
import { CalendarFeedResolver } from './calendars/calendar-feed.resolver.ts';
import { CertificateResolver } from './certificates/certificate.resolver.ts';
import { KnownCertificateResolver } from './certificates/known-certificate.resolver.ts';
import { ChangeReceiptsResolver } from './changes/change-receipts.resolver.ts';
import {
  AuditChangeResolver,
  ChangedStandingResolver,
  ChangesResolver,
  EquivalencyRequestChangeResolver,
} from './changes/changes.resolver.ts';
import { totalsOf } from './connection/total.resolver.ts';
import { ConsentResolver, FileWithConsentsResolver, SoseApplicationResolver } from './consents/consent.resolver.ts';
import { DisclosureResolver, OrganizationWithDisclosuresResolver } from './consents/disclosure.resolver.ts';
import { CredentialResolver } from './credentials/credential.resolver.ts';
import { AccountObligationConnection } from './cycle/account-obligation.type.ts';
import { AccountInCycleResolver, AccountStageResolver, ObligationResolver } from './cycle/cycle.resolver.ts';
import { DueListResolver } from './cycle/due-list.resolver.ts';
import { EmailDigestResolver } from './digests/email-digest.resolver.ts';
import { CertificateConnection } from './documents/certificate-connection.type.ts';
import { CertificatesResolver } from './documents/certificates.resolver.ts';
import { LetterOfGoodStandingConnection } from './documents/letter-connection.type.ts';
import { LettersResolver } from './documents/letters.resolver.ts';
import { AssociationsResolver } from './equivalency/associations.resolver.ts';
import { AccountWithRequestsResolver, EquivalencyRequestResolver } from './equivalency/request.resolver.ts';
import { EquivalencyRequestConnection } from './equivalency/request-connection.type.ts';
import { ApplicantResolver } from './equivalency/request-mutations.resolver.ts';
import { RequestStaffResolver } from './equivalency/request-staff.resolver.ts';
import {
  ChecklistItemResolver,
  GrantableResolver,
  MissingForGrantResolver,
  RequestDecisionResolver,
  RequestStateResolver,
  ReviewClockResolver,
} from './equivalency/request-words.resolver.ts';
import { IssuingExceptionResolver } from './exceptions/exception.resolver.ts';
import { CalendarResolver } from './guideline/calendar.resolver.ts';
import { GuidelineResolver } from './guideline/guideline.resolver.ts';
import { LabelsResolver } from './guideline/labels.resolver.ts';
import { IssuingReadinessResolver } from './issuing/readiness.resolver.ts';
import { DocumentSupportResolver } from './issuing/support.resolver.ts';
import { ApiKeyResolver } from './keys/keys.resolver.ts';
import { ViewerResolver } from './keys/viewer.resolver.ts';
import { BiddingDocumentResolver } from './letters/bidding-document.resolver.ts';
import { KnownBiddingDocumentResolver, KnownLetterResolver } from './letters/known-letter.resolver.ts';
import { LetterResolver } from './letters/letter.resolver.ts';
import { RefusedResolver } from './mutations/refused.resolver.ts';
import { NodeResolver } from './node/node.resolver.ts';
import { OrganizationCorrectionResolver } from './organizations/correction.resolver.ts';
import { OrganizationResolver } from './organizations/organization.resolver.ts';
import { OrganizationConnection } from './organizations/organization-connection.type.ts';
import { OwnPeopleResolver } from './people/own-people.resolver.ts';
import { DesignationResolver, PersonResolver, QualificationResolver, TrainingResolver } from './people/person.resolver.ts';
import { PersonMutationResolver } from './people/person-mutations.resolver.ts';
import { TrainingMutationResolver } from './people/training-mutations.resolver.ts';
import { CertificateWithCodeResolver, LetterWithCodeResolver } from './proof/printed-code.resolver.ts';
import { ProofResolver } from './proof/proof.resolver.ts';
import { FileWithRestingLettersResolver, RestingLetterResolver } from './proof/resting-letter.resolver.ts';
import { PublicListResolver } from './public-list/public-list.resolver.ts';
import { RebateResolver } from './rebate/rebate.resolver.ts';
import {
  ReceiptAnswerResolver,
  ReceiptProblemResolver,
  ReceiptResolver,
  ReceiptRowResolver,
  ReceiptWarningResolver,
} from './receipts/receipt.resolver.ts';
import { AccountWithRecognitionsResolver, SoseRecognitionResolver } from './recognition/sose-recognition.resolver.ts';
import { RegistrationResolver } from './registrations/registration.resolver.ts';
import { RevocationResolver } from './revocations/revocation.resolver.ts';
import { SandboxResolver } from './sandbox/sandbox.resolver.ts';
import { AuditForSoseResolver } from './sose/audit-for-sose.resolver.ts';
import { AssessmentNoteResolver, CriterionResolver } from './sose/criterion.resolver.ts';
import { SoseEligibilityResolver } from './sose/sose-eligibility.resolver.ts';
import { SpotCheckResolver } from './spot-checks/spot-check.resolver.ts';
import { FileWithStatementsResolver, WsibAccountReportResolver } from './statements/statement.resolver.ts';
import { SubscriptionResolver } from './subscriptions/subscription.resolver.ts';
import { KeptRequirementResolver } from './tenders/kept-requirement.resolver.ts';
import { ListedSystemResolver, PartnerCheckResolver, RequirementResolver, TenderWarningResolver } from './tenders/requirement.resolver.ts';
import { AuditUploadResolver } from './uploads/audit-upload.resolver.ts';
import { UploadResolver } from './uploads/upload.resolver.ts';
import { InputProblemResolver, VerificationResolver } from './verification/verification.resolver.ts';
import { WatchedAccountResolver, WatchListResolver } from './watch-lists/watch-list.resolver.ts';
import { WebhookResolver } from './webhooks/webhook.resolver.ts';
import { OutlookResolver, WhatIfResolver } from './what-if/what-if.resolver.ts';
import { WorkItemConnection } from './work-queue/work-item-connection.type.ts';
import { WorkCountResolver, WorkQueueResolver } from './work-queue/work-queue.resolver.ts';

/** Every resolver class of the API; a capability adds its own here. */
export const resolvers = [
  AccountCorrectionResolver,
  AccountFileResolver,
  AccountInCycleResolver,
  AccountResolver,
  AccountStageResolver,
  AccountsResolver,
  AccountWithAuditFactsResolver,
  AccountWithFileResolver,
  AccountWithRecognitionsResolver,
  AccountWithRequestsResolver,
  ApiKeyResolver,
  ApplicantResolver,
  AssociationsResolver,
  AssessmentNoteResolver,
  AuditElementResolver,
  AuditElementScoreResolver,
  AuditForSoseResolver,
  AuditLifeResolver,
  AuditResolver,
  AuditStepReadinessResolver,
  ExternalAuditorResolver,
  BiddingDocumentResolver,
  CertificateResolver,
  CertificatesResolver,
  ChangeReceiptsResolver,
  ChangedStandingResolver,
  ChangesResolver,
  ConsentResolver,
  CredentialResolver,
  CriterionResolver,
  DisclosureResolver,
  AuditChangeResolver,
  EquivalencyRequestChangeResolver,
  FileWithConsentsResolver,
  FileWithStatementsResolver,
  ChecklistItemResolver,
  EquivalencyRequestResolver,
  GrantableResolver,
  CalendarResolver,
  GuidelineResolver,
  LabelsResolver,
  MissingForGrantResolver,
  RequestDecisionResolver,
  RequestStaffResolver,
  RequestStateResolver,
  ReviewClockResolver,
  KnownBiddingDocumentResolver,
  KnownCertificateResolver,
  KnownLetterResolver,
  KeptRequirementResolver,
  LetterResolver,
  ListedSystemResolver,
  PartnerCheckResolver,
  IssuingExceptionResolver,
  IssuingReadinessResolver,
  DocumentSupportResolver,
  LettersResolver,
  NodeResolver,
  ObligationResolver,
  DueListResolver,
  OrganizationCorrectionResolver,
  OrganizationResolver,
  OrganizationAccountsResolver,
  OrganizationWithDisclosuresResolver,
  AppealResolver,
  ApplicationReadinessResolver,
  ApplicationResolver,
  DesignationResolver,
  FileWithApplicationsResolver,
  InternalAuditorResolver,
  OwnPeopleResolver,
  PersonMutationResolver,
  PersonResolver,
  QualificationResolver,
  TrainingMutationResolver,
  TrainingResolver,
  OutlookResolver,
  CertificateWithCodeResolver,
  LetterWithCodeResolver,
  ProofResolver,
  PublicListResolver,
  RestingLetterResolver,
  FileWithRestingLettersResolver,
  RebateResolver,
  ReceiptAnswerResolver,
  ReceiptProblemResolver,
  ReceiptWarningResolver,
  ReceiptResolver,
  ReceiptRowResolver,
  RefusedResolver,
  RegistrationResolver,
  RevocationResolver,
  SandboxResolver,
  SoseApplicationResolver,
  SoseEligibilityResolver,
  SoseRecognitionResolver,
  SpotCheckResolver,
  StandingPeriodResolver,
  AuditUploadResolver,
  UploadResolver,
  SubscriptionResolver,
  VerificationResolver,
  BidderResolver,
  BidderProblemResolver,
  RequirementResolver,
  TenderWarningResolver,
  InputProblemResolver,
  ViewerResolver,
  WatchedAccountResolver,
  CalendarFeedResolver,
  EmailDigestResolver,
  WatchListResolver,
  WebhookResolver,
  WhatIfResolver,
  WorkCountResolver,
  WorkQueueResolver,
  WsibAccountReportResolver,
  totalsOf(AccountConnection),
  totalsOf(AccountObligationConnection),
  totalsOf(CertificateConnection),
  totalsOf(EquivalencyRequestConnection),
  totalsOf(LetterOfGoodStandingConnection),
  totalsOf(OrganizationConnection),
  totalsOf(WorkItemConnection),
] as const;
