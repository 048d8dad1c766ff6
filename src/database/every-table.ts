import { AccountRow } from './tables/account.table.ts';
import { SoseActionPlanRow } from './tables/action-plan.table.ts';
import { ApiKeyRow } from './tables/api-key.table.ts';
import { AppealLevelRow, AppealRow } from './tables/appeal.table.ts';
import { ApprovedListPeriodRow } from './tables/approved-list-period.table.ts';
import { AuditRow } from './tables/audit.table.ts';
import { AuditDocumentRow, AuditUploadRow } from './tables/audit-document.table.ts';
import { AuditLogRow } from './tables/audit-log.table.ts';
import { AuditStepRow } from './tables/audit-step.table.ts';
import { AuditingCompanyRow } from './tables/auditing-company.table.ts';
import { AuditorEvaluationRow } from './tables/auditor-evaluation.table.ts';
import { BiddingDocumentRow } from './tables/bidding-document.table.ts';
import { CalendarEventRow } from './tables/calendar-event.table.ts';
import { CalendarFeedRow } from './tables/calendar-feed.table.ts';
import { CallerBudgetRow } from './tables/caller-budget.table.ts';
import { CertificateRow } from './tables/certificate.table.ts';
import { ChainFormRow, ChainHeadRow, ChainLinkRow, ChainPendingRow, ChainSaltRow } from './tables/chain.table.ts';
import { ChangeRow } from './tables/change.table.ts';
import { ConflictOfInterestRow } from './tables/conflict-of-interest.table.ts';
import { ConsentRow } from './tables/consent.table.ts';
import { ConsultingEngagementRow } from './tables/consulting-engagement.table.ts';
import { CredentialRow } from './tables/credential.table.ts';
import { DeprecatedUseRow } from './tables/deprecated-use.table.ts';
import { DesignationRow } from './tables/designation.table.ts';
import { DocumentNumberRow } from './tables/document-number.table.ts';
import { DocumentSupportRow } from './tables/document-support.table.ts';
import { ElementScoreRow } from './tables/element-score.table.ts';
import { EmailDigestRow } from './tables/email-digest.table.ts';
import { EquivalencyRequestRow } from './tables/equivalency-request.table.ts';
import { ErasureRow } from './tables/erasure.table.ts';
import { ExternalAuditorRow } from './tables/external-auditor.table.ts';
import { FactHistoryRow } from './tables/fact-history.table.ts';
import { FormerWsibAccountRow } from './tables/former-wsib-account.table.ts';
import { IdempotencyKeyRow } from './tables/idempotency-key.table.ts';
import { IssuingExceptionRow } from './tables/issuing-exception.table.ts';
import { KeptRequirementRow } from './tables/kept-requirement.table.ts';
import { LaterScoringRow } from './tables/later-scoring.table.ts';
import { LeadAuditorRow } from './tables/lead-auditor.table.ts';
import { LeadAuditorStandingRow } from './tables/lead-auditor-standing.table.ts';
import { LetterRow } from './tables/letter.table.ts';
import { OrganizationRow } from './tables/organization.table.ts';
import { PersonNameRow, PersonRow } from './tables/person.table.ts';
import { ProofSecretRow } from './tables/proof-secret.table.ts';
import { PublicListPartRow, PublicListRow } from './tables/public-list.table.ts';
import { ReceiptRow, ReceiptSubjectRow } from './tables/receipt.table.ts';
import { RecordingRow } from './tables/recording.table.ts';
import { RegistrationRow } from './tables/registration.table.ts';
import { RegistrationApplicationRow } from './tables/registration-application.table.ts';
import { RegistryRow } from './tables/registry.table.ts';
import { RegistryClockRow } from './tables/registry-clock.table.ts';
import { RequestDocumentRow } from './tables/request-document.table.ts';
import { RequestWaitRow } from './tables/request-wait.table.ts';
import { ConfirmationOfCorRow, LetterOfEquivalencyRow, LetterOfIntentRow } from './tables/resting-letter.table.ts';
import { RevocationRow } from './tables/revocation.table.ts';
import { SoseRecognitionRow } from './tables/sose-recognition.table.ts';
import { SpotCheckRow } from './tables/spot-check.table.ts';
import { SpotCheckEventRow } from './tables/spot-check-event.table.ts';
import { StandingPeriodHistoryRow, StandingPeriodRow } from './tables/standing-period.table.ts';
import { StatementRow } from './tables/statement.table.ts';
import { SweepRow } from './tables/sweep.table.ts';
import { CourseCompletionRow, RetrainingRow, TrainingExemptionRow } from './tables/training.table.ts';
import { UploadRow } from './tables/upload.table.ts';
import { WatchListRow } from './tables/watch-list.table.ts';
import { WatchListEntryRow } from './tables/watch-list-entry.table.ts';
import { WebhookDeliveryRow } from './tables/webhook-delivery.table.ts';
import { WebhookEndpointRow } from './tables/webhook-endpoint.table.ts';
import { WorkAssignmentRow, WorkDayRow, WorkItemRow, WorkMarkRow } from './tables/work.table.ts';

/** Every table of the entity model. */
export const tables = [
  AccountRow,
  ApiKeyRow,
  AppealLevelRow,
  AppealRow,
  ApprovedListPeriodRow,
  AuditDocumentRow,
  AuditLogRow,
  AuditRow,
  AuditStepRow,
  AuditUploadRow,
  AuditingCompanyRow,
  AuditorEvaluationRow,
  BiddingDocumentRow,
  CallerBudgetRow,
  CertificateRow,
  ChainFormRow,
  ChainHeadRow,
  ChainLinkRow,
  ChainPendingRow,
  ChainSaltRow,
  ChangeRow,
  ConflictOfInterestRow,
  ConsentRow,
  ConsultingEngagementRow,
  CourseCompletionRow,
  CredentialRow,
  DeprecatedUseRow,
  PublicListRow,
  PublicListPartRow,
  DesignationRow,
  DocumentNumberRow,
  DocumentSupportRow,
  ElementScoreRow,
  EmailDigestRow,
  EquivalencyRequestRow,
  ErasureRow,
  ExternalAuditorRow,
  FactHistoryRow,
  FormerWsibAccountRow,
  IdempotencyKeyRow,
  LaterScoringRow,
  IssuingExceptionRow,
  LeadAuditorRow,
  LeadAuditorStandingRow,
  LetterOfEquivalencyRow,
  LetterOfIntentRow,
  ConfirmationOfCorRow,
  KeptRequirementRow,
  LetterRow,
  OrganizationRow,
  PersonNameRow,
  PersonRow,
  ProofSecretRow,
  ReceiptRow,
  ReceiptSubjectRow,
  RecordingRow,
  RegistrationApplicationRow,
  RegistrationRow,
  RegistryClockRow,
  RegistryRow,
  RequestDocumentRow,
  RequestWaitRow,
  RetrainingRow,
  RevocationRow,
  SoseActionPlanRow,
  SoseRecognitionRow,
  SpotCheckEventRow,
  SpotCheckRow,
  StandingPeriodHistoryRow,
  StandingPeriodRow,
  StatementRow,
  SweepRow,
  TrainingExemptionRow,
  UploadRow,
  CalendarEventRow,
  CalendarFeedRow,
  WatchListEntryRow,
  WatchListRow,
  WebhookDeliveryRow,
  WebhookEndpointRow,
  WorkAssignmentRow,
  WorkDayRow,
  WorkItemRow,
  WorkMarkRow,
];
