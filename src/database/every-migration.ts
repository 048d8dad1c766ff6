import { Facts1700000000000 } from '../../migrations/1700000000000-facts.ts';
import { History1700000001000 } from '../../migrations/1700000001000-history.ts';
import { Writes1700000002000 } from '../../migrations/1700000002000-writes.ts';
import { Consents1700000003000 } from '../../migrations/1700000003000-consents.ts';
import { Lists1700000004000 } from '../../migrations/1700000004000-lists.ts';
import { Equivalency1700000005000 } from '../../migrations/1700000005000-equivalency.ts';
import { Statements1700000006000 } from '../../migrations/1700000006000-statements.ts';
import { Sose1700000006500 } from '../../migrations/1700000006500-sose.ts';
import { Feed1700000007000 } from '../../migrations/1700000007000-feed.ts';
import { WatchLists1700000008000 } from '../../migrations/1700000008000-watch-lists.ts';
import { Webhooks1700000009000 } from '../../migrations/1700000009000-webhooks.ts';
import { NoticeDays1700000010000 } from '../../migrations/1700000010000-notice-days.ts';
import { OneFirm1700000020000 } from '../../migrations/1700000020000-one-firm.ts';
import { People1700000020100 } from '../../migrations/1700000020100-people.ts';
import { Applications1700000020200 } from '../../migrations/1700000020200-applications.ts';
import { Audits1700000021000 } from '../../migrations/1700000021000-audits.ts';
import { ImportedSteps1700000021100 } from '../../migrations/1700000021100-imported-steps.ts';
import { Issuing1700000022000 } from '../../migrations/1700000022000-issuing.ts';
import { NameWords1700000023000 } from '../../migrations/1700000023000-name-words.ts';
import { RegistryTime1700000024000 } from '../../migrations/1700000024000-registry-time.ts';
import { KeyChanges1700000024100 } from '../../migrations/1700000024100-key-changes.ts';
import { FileKeys1700000025000 } from '../../migrations/1700000025000-file-keys.ts';
import { AuditDocuments1700000026000 } from '../../migrations/1700000026000-audit-documents.ts';
import { NumbersReplaced1700000027000 } from '../../migrations/1700000027000-numbers-replaced.ts';
import { RestingLetters1700000027100 } from '../../migrations/1700000027100-resting-letters.ts';
import { Receipts1700000027200 } from '../../migrations/1700000027200-receipts.ts';
import { Credentials1700000027300 } from '../../migrations/1700000027300-credentials.ts';
import { Chain1700000028000 } from '../../migrations/1700000028000-chain.ts';
import { ServerRights1700000028100 } from '../../migrations/1700000028100-server-rights.ts';
import { SpotChecks1700000029000 } from '../../migrations/1700000029000-spot-checks.ts';
import { Appeals1700000029100 } from '../../migrations/1700000029100-appeals.ts';
import { Work1700000029200 } from '../../migrations/1700000029200-work.ts';
import { MergedAccounts1700000030000 } from '../../migrations/1700000030000-merged-accounts.ts';
import { AuditChanges1700000030100 } from '../../migrations/1700000030100-audit-changes.ts';
import { KeptRequirements1700000031000 } from '../../migrations/1700000031000-kept-requirements.ts';
import { PublishedRecognitions1700000032000 } from '../../migrations/1700000032000-published-recognitions.ts';
import { LettersOfYear11700000032100 } from '../../migrations/1700000032100-letters-of-year-1.ts';
import { Calendars1700000032200 } from '../../migrations/1700000032200-calendars.ts';
import { Sandbox1700000033000 } from '../../migrations/1700000033000-sandbox.ts';
import { MovedStatements1700000034000 } from '../../migrations/1700000034000-moved-statements.ts';
import { AuditEvents1700000035000 } from '../../migrations/1700000035000-audit-events.ts';
import { ErasedAuditors1700000035100 } from '../../migrations/1700000035100-erased-auditors.ts';
import { UnpaidHolds1700000037000 } from '../../migrations/1700000037000-unpaid-holds.ts';
import { ConfirmationsOfCor1700000038000 } from '../../migrations/1700000038000-confirmations-of-cor.ts';
import { ReceiptsOfDocuments1700000040000 } from '../../migrations/1700000040000-receipts-of-documents.ts';
import { SharedBudgets1700000042000 } from '../../migrations/1700000042000-shared-budgets.ts';
import { AskedAdvance1700000046000 } from '../../migrations/1700000046000-asked-advance.ts';
import { EmailDigests1700000051000 } from '../../migrations/1700000051000-email-digests.ts';
import { InitialsWithAWord1700000052000 } from '../../migrations/1700000052000-initials-with-a-word.ts';
import { EqualWork1700000053000 } from '../../migrations/1700000053000-equal-work.ts';
import { WebhookSelections1700000055000 } from '../../migrations/1700000055000-webhook-selections.ts';
import { DeprecatedUses1700000055100 } from '../../migrations/1700000055100-deprecated-uses.ts';
import { OwnerNotGiven1700000061000 } from '../../migrations/1700000061000-owner-not-given.ts';
import { PublicLists1700000065000 } from '../../migrations/1700000065000-public-lists.ts';
import { PublishedRecognitions1700000067000 } from '../../migrations/1700000067000-published-recognitions.ts';
import { RequirementsKeptBeforeOwner1700000072000 } from '../../migrations/1700000072000-requirements-kept-before-owner.ts';
import { ExceptionsOfCorrections1700000078000 } from '../../migrations/1700000078000-exceptions-of-corrections.ts';
import { WorkOfApplications1700000080000 } from '../../migrations/1700000080000-work-of-applications.ts';
import { RequestsAfterADenial1700000084000 } from '../../migrations/1700000084000-requests-after-a-denial.ts';
import { ErasedInternalAuditors1700000085000 } from '../../migrations/1700000085000-erased-internal-auditors.ts';
import { WorkOfReceipts1700000086000 } from '../../migrations/1700000086000-work-of-receipts.ts';
import { EqualWorkForBusinessNumbers1700000092000 } from '../../migrations/1700000092000-equal-work-for-business-numbers.ts';
import { WorkOfFailedLetters1700000098000 } from '../../migrations/1700000098000-work-of-failed-letters.ts';
import { AccountDigits1700000101000 } from '../../migrations/1700000101000-account-digits.ts';
import { NumbersWithTheirFirms1700000104000 } from '../../migrations/1700000104000-numbers-with-their-firms.ts';
import { KeysThatMove1700000107000 } from '../../migrations/1700000107000-keys-that-move.ts';

/** The migrations, oldest first. */
export const migrations = [
  Facts1700000000000,
  History1700000001000,
  Writes1700000002000,
  Consents1700000003000,
  Lists1700000004000,
  Equivalency1700000005000,
  Statements1700000006000,
  Sose1700000006500,
  Feed1700000007000,
  WatchLists1700000008000,
  Webhooks1700000009000,
  NoticeDays1700000010000,
  OneFirm1700000020000,
  People1700000020100,
  Applications1700000020200,
  Audits1700000021000,
  ImportedSteps1700000021100,
  Issuing1700000022000,
  NameWords1700000023000,
  RegistryTime1700000024000,
  KeyChanges1700000024100,
  FileKeys1700000025000,
  AuditDocuments1700000026000,
  NumbersReplaced1700000027000,
  RestingLetters1700000027100,
  Receipts1700000027200,
  Credentials1700000027300,
  Chain1700000028000,
  ServerRights1700000028100,
  SpotChecks1700000029000,
  Appeals1700000029100,
  Work1700000029200,
  MergedAccounts1700000030000,
  AuditChanges1700000030100,
  KeptRequirements1700000031000,
  PublishedRecognitions1700000032000,
  LettersOfYear11700000032100,
  Calendars1700000032200,
  Sandbox1700000033000,
  MovedStatements1700000034000,
  AuditEvents1700000035000,
  ErasedAuditors1700000035100,
  UnpaidHolds1700000037000,
  ConfirmationsOfCor1700000038000,
  ReceiptsOfDocuments1700000040000,
  SharedBudgets1700000042000,
  AskedAdvance1700000046000,
  EmailDigests1700000051000,
  InitialsWithAWord1700000052000,
  EqualWork1700000053000,
  WebhookSelections1700000055000,
  DeprecatedUses1700000055100,
  PublicLists1700000065000,
  OwnerNotGiven1700000061000,
  PublishedRecognitions1700000067000,
  RequirementsKeptBeforeOwner1700000072000,
  ExceptionsOfCorrections1700000078000,
  WorkOfApplications1700000080000,
  RequestsAfterADenial1700000084000,
  ErasedInternalAuditors1700000085000,
  WorkOfReceipts1700000086000,
  EqualWorkForBusinessNumbers1700000092000,
  WorkOfFailedLetters1700000098000,
  AccountDigits1700000101000,
  NumbersWithTheirFirms1700000104000,
  KeysThatMove1700000107000,
];
