import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { disclosing } from '../../../src/account-file/disclosing.loader.ts';
import { eraseExternalAuditor } from '../../../src/auditors/erasing.service.ts';
import { toGlobalId } from '../../../src/contract/global-id.ts';
import type { Scope } from '../../../src/database/tables/api-key.table.ts';
import { AppealLevelRow, AppealRow } from '../../../src/database/tables/appeal.table.ts';
import { AuditRow } from '../../../src/database/tables/audit.table.ts';
import { AuditDocumentRow } from '../../../src/database/tables/audit-document.table.ts';
import { CalendarFeedRow } from '../../../src/database/tables/calendar-feed.table.ts';
import { CertificateRow } from '../../../src/database/tables/certificate.table.ts';
import { ConsentRow } from '../../../src/database/tables/consent.table.ts';
import { DesignationRow } from '../../../src/database/tables/designation.table.ts';
import { DocumentSupportRow } from '../../../src/database/tables/document-support.table.ts';
import { EmailDigestRow } from '../../../src/database/tables/email-digest.table.ts';
import { EquivalencyRequestRow } from '../../../src/database/tables/equivalency-request.table.ts';
import { ExternalAuditorRow } from '../../../src/database/tables/external-auditor.table.ts';
import { FormerWsibAccountRow } from '../../../src/database/tables/former-wsib-account.table.ts';
import { IssuingExceptionRow } from '../../../src/database/tables/issuing-exception.table.ts';
import { KeptRequirementRow } from '../../../src/database/tables/kept-requirement.table.ts';
import { PersonNameRow, PersonRow } from '../../../src/database/tables/person.table.ts';
import { RegistrationApplicationRow } from '../../../src/database/tables/registration-application.table.ts';
import { SoseRecognitionRow } from '../../../src/database/tables/sose-recognition.table.ts';
import { StatementRow } from '../../../src/database/tables/statement.table.ts';
import { CourseCompletionRow, RetrainingRow, TrainingExemptionRow } from '../../../src/database/tables/training.table.ts';
import { WatchListRow } from '../../../src/database/tables/watch-list.table.ts';
import { WatchListEntryRow } from '../../../src/database/tables/watch-list-entry.table.ts';
import { WebhookDeliveryRow } from '../../../src/database/tables/webhook-delivery.table.ts';
import { WebhookEndpointRow } from '../../../src/database/tables/webhook-endpoint.table.ts';
import { write } from '../../../src/database/unit-of-work.ts';

/** The id of an account by its reference in the facts. */
export async function accountNamed(source: DataSource, reference: string): Promise<string> {
  const [row] = await source.query('select id from account where reference = $1', [reference]);
  return row.id;
}

export async function consent(
  source: DataSource,
  accountId: string,
  recipient: string,
  scope: 'REGISTERED_STATUS' | 'AUDIT_FACTS',
  toDay: string | null,
): Promise<string> {
  const kind = recipient === 'SOSE portal' && scope === 'AUDIT_FACTS' && toDay === null ? 'SOSE_APPLICATION' : 'PERMISSION';
  const given = { accountId, recipient, scope, kind, fromDay: '2026-01-01', toDay, document: 'Letter', givenBy: 'test' } as const;
  const { identifiers } = await source.getRepository(ConsentRow).insert(given);
  return identifiers[0]?.id;
}

/** An application to the portal that the organization withdrew. */
export async function withdrawnApplication(source: DataSource, accountId: string, recipient: string): Promise<void> {
  const application = { accountId, recipient, scope: 'AUDIT_FACTS', kind: 'SOSE_APPLICATION', fromDay: '2026-01-01', toDay: null } as const;
  const given = { ...application, document: 'Withdrawn', givenBy: 'test', withdrawnAt: new Date(), withdrawnBy: 'test' };
  await source.getRepository(ConsentRow).insert(given);
}

/** An audit-log entry saying that audit facts were shown under a consent. */
export async function disclosed(source: DataSource, account: string, given: string): Promise<void> {
  const insert = `insert into audit_log (actor, action, subject, details) values ('test', $1, $2, $3)`;
  await source.query(insert, [disclosing, account, { recipient: 'Somebody', consent: given, audits: [] }]);
}

export async function requested(source: DataSource, accountId: string): Promise<void> {
  const made = { accountId, kind: 'ISO_45001', createdOn: '2026-09-01', createdBy: 'test', submittedOn: '2026-09-02' } as const;
  await source.getRepository(EquivalencyRequestRow).insert(made);
}

/** A receipt about an account that a key holder kept, and one of a joint venture with its partner; the number identifies the owner. */
export async function kept(
  source: DataSource,
  accountId: string,
  { scope, holder }: { scope: string; holder: string },
  at: number,
): Promise<void> {
  const answer = {
    standing: 'CERTIFIED',
    reasons: [{ clause: 'G-2.4.h', holds: true, decides: true, because: { en: 'Yes.', fr: 'Oui.' } }],
  };
  const days = { issuedOn: '2026-01-05', expiresOn: '2027-01-04', effectiveUntil: '2027-01-05' };
  const proof = { number: `COC-${at}`, kind: 'CONFIRMATION_OF_COR', holderAgrees: true, ...days, state: 'IN_EFFECT', inEffect: true };
  const said = [{ ...answer, consequence: null, proof, partners: [{ ...answer, partners: [] }] }];
  const [receipt] = await source.query(
    `insert into receipt (number, scope, holder, question, asked, said, on_day, known_at, rules_version, kept_at, kept_by)
     select $1, $2, $3, 'BIDDERS', $4, $5, '2026-11-19', date_trunc('milliseconds', max(recorded_at)), 'x', now(), 'test' from recording returning id`,
    [`REC-2026-000000000${at}`, scope, holder, { rows: [{ number: '1000001' }] }, JSON.stringify(said)],
  );
  await source.query('insert into receipt_subject (receipt_id, account_id) values ($1, $2)', [receipt.id, accountId]);
}

/** A former WSIB number of an account. */
export async function renumbered(source: DataSource, accountId: string, number: string): Promise<void> {
  await source.getRepository(FormerWsibAccountRow).insert({ accountId, number, untilDay: '2026-05-01' });
}

/** A rejected application of an account; an open one would block others. */
export async function applied(source: DataSource, accountId: string): Promise<void> {
  const rejected = { rejectedOn: '2026-02-01', rejectedFor: ['OTHER' as const], rejectionReason: 'Withdrawn by telephone' };
  const made = { accountId, wsibAccount: '1000005', firmNumber: '12345', appliedOn: '2026-01-05', appliedBy: 'test' };
  await source.getRepository(RegistrationApplicationRow).insert({ ...made, ...rejected });
}

/** A person with a role at an account, and everything that is recorded about a person. */
export async function employed(source: DataSource, accountId: string, name: string): Promise<void> {
  const { identifiers } = await source.getRepository(PersonRow).insert({ enteredOn: '2026-01-05' });
  const personId: string = identifiers[0]?.id;
  await source.getRepository(PersonNameRow).insert({ personId, name, email: 'somebody@firm.example' });
  const role = { personId, accountId, role: 'INTERNAL_AUDITOR', fromDay: '2026-01-05', isPermanentFullTime: true } as const;
  await source.getRepository(DesignationRow).insert({ ...role, codeSignedOn: '2026-01-05' });
  await source.getRepository(CourseCompletionRow).insert({ personId, course: 'COR_ESSENTIALS', completedOn: '2025-12-01' });
  const request = { personId, course: 'BASIC_AUDITING_PRINCIPLES', requestedOn: '2026-01-10', provider: 'CFCSA_MEMBER' } as const;
  await source.getRepository(TrainingExemptionRow).insert({ ...request, evidence: ['TRANSCRIPT'] });
  await source.getRepository(RetrainingRow).insert({ personId, requiredOn: '2026-06-01' });
}

/** A former internal auditor of an account, whose name was erased on request. */
export async function erasedPerson(source: DataSource, accountId: string): Promise<void> {
  const { identifiers } = await source.getRepository(PersonRow).insert({ enteredOn: '2024-01-05', erasedOn: '2026-10-01', version: 2 });
  const personId: string = identifiers[0]?.id;
  const role = { personId, accountId, role: 'INTERNAL_AUDITOR', fromDay: '2024-01-05', toDay: '2025-12-31' } as const;
  await source.getRepository(DesignationRow).insert({ ...role, isPermanentFullTime: true, codeSignedOn: '2024-01-05' });
  await source.getRepository(CourseCompletionRow).insert({ personId, course: 'COR_INTERNAL_AUDITOR', completedOn: '2023-12-01' });
}

/** Erases the name of the external auditor who made an audit, after entering it in the register. */
export async function erasedAuditor(source: DataSource, reference: string, today: string): Promise<void> {
  const { auditor: name } = await source.getRepository(AuditRow).findOneByOrFail({ reference });
  const { identifiers } = await source.getRepository(ExternalAuditorRow).insert({ reference: `erased-${reference}`, name });
  const input = { auditor: toGlobalId('ExternalAuditor', identifiers[0]?.id), expectedVersion: 1, because: 'On request' };
  await write(source, { actor: 'test', today }, (unit) => eraseExternalAuditor(unit, input));
}

/** Documents uploaded with the audits of an account. */
export async function sentWith(source: DataSource, accountId: string): Promise<void> {
  for (const { id: auditId } of await source.getRepository(AuditRow).findBy({ accountId })) {
    const file = { sha256: '0'.repeat(64), size: 1, mediaType: 'application/pdf', receivedOn: '2026-08-10', receivedBy: 'test' };
    await source.getRepository(AuditDocumentRow).insert({ auditId, kind: 'EVIDENCE', name: 'Talk', createdOn: '2026-06-01', ...file });
  }
}

/** An exception under which a certificate of an account was issued. */
export async function excepted(source: DataSource, accountId: string): Promise<void> {
  const decided = { reason: 'By telephone', document: 'Memo', decidedBy: 'Somebody', decidedOn: '2026-06-01' };
  const certificate = await source.getRepository(CertificateRow).findOne({ where: { accountId }, order: { issuedOn: 'DESC' } });
  if (!certificate) return;
  const served = { accountId, clauses: ['G-2.4.g' as const], ...decided, servedDocument: certificate.number };
  const { identifiers } = await source.getRepository(IssuingExceptionRow).insert(served);
  await source.getRepository(DocumentSupportRow).insert({ certificateId: certificate.id, exceptionId: identifiers[0]?.id, reasons: [] });
}

/** An appeal against the result of an account's last audit, if it has one. */
export async function appealed(source: DataSource, accountId: string): Promise<void> {
  const audit = await source.getRepository(AuditRow).findOne({ where: { accountId }, order: { id: 'DESC' } });
  if (!audit) return;
  const agreement = { agreedOn: '2026-10-12', agreement: 'A new visit' };
  const { identifiers } = await source.getRepository(AppealRow).insert({ accountId, auditId: audit.id, grounds: 'A record', ...agreement });
  const denied = { filedOn: '2026-10-01', decidedOn: '2026-10-05', outcome: 'DENIED', decision: 'The scores stand' } as const;
  await source.getRepository(AppealLevelRow).insert({ appealId: identifiers[0]?.id, level: 1, ...denied });
}

/** What others reported about an account: whether its WSIB account is valid, and a recognition under SOSE. */
export async function reported(source: DataSource, accountId: string): Promise<void> {
  const day = '2026-10-01';
  await source
    .getRepository(StatementRow)
    .insert({ accountId, kind: 'WSIB_ACCOUNT_VALID', onDay: day, isTrue: false, statedBy: 'Somebody' });
  await source
    .getRepository(SoseRecognitionRow)
    .insert({ accountId, reference: 'Recognition', grantedOn: day, fromDay: day, reportedBy: 'Somebody' });
}

/** A webhook of a buyer, with a message that was sent. */
export async function subscribed(source: DataSource, holder: string): Promise<void> {
  const owner = { scope: 'buyer', holder, createdBy: holder } as const;
  const { identifiers } = await source
    .getRepository(WebhookEndpointRow)
    .insert({ ...owner, url: 'https://receiver.example/changes', secret: Buffer.alloc(32), position: '0' });
  const attempt = { messageId: 'msg_1', attempt: 1, sentAt: new Date(0), durationMs: 1, requestBody: '{}', responseStatus: 200 };
  await source.getRepository(WebhookDeliveryRow).insert({ ...attempt, endpointId: identifiers[0]?.id });
}

/** A letter of intent, and a confirmation of COR to another association. */
export async function intended(source: DataSource, accountId: string): Promise<void> {
  await source.query(
    `insert into letter_of_intent (number, registration_id, issued_on)
     select 'COR-2026-7K3M9QX2TB', id, confirmed_on from registration where account_id = $1 order by confirmed_on, id limit 1`,
    [accountId],
  );
  await source.query(
    `insert into confirmation_of_cor (number, certificate_id, association, expires_on, issued_on)
     select 'COR-2026-9X2TB7K3MQ', id, 'CSAM', issued_on + interval '3 years', issued_on from certificate
     where account_id = $1 and basis = 'EXTERNAL_AUDIT' order by issued_on, id limit 1`,
    [accountId],
  );
}

/** A kept requirement. */
export async function keptRequirement(
  source: DataSource,
  { scope, holder }: { readonly scope: Scope; readonly holder: string },
): Promise<void> {
  const owner = { scope, holder, organizationId: null, createdBy: holder };
  const asked = { routes: ['COR_2020_ROUTE'], isPendingAccepted: true, contractTo: null, isForConstruction: true } as const;
  await source
    .getRepository(KeptRequirementRow)
    .insert({ ...owner, ...asked, routes: [...asked.routes], owner: 'PUBLIC_SECTOR', name: 'Roads' });
}

/** A calendar of an organization, and one that was revoked. */
export async function calendared(source: DataSource, holder: string, organization: string): Promise<void> {
  const [{ id: organizationId }]: [{ id: string }] = await source.query('select id from organization where reference = $1', [organization]);
  const owner = { holder, organizationId, createdBy: holder, name: 'Days', locale: 'en' } as const;
  await source.getRepository(CalendarFeedRow).insert([
    { ...owner, secretHash: randomBytes(32) },
    { ...owner, secretHash: randomBytes(32), revokedAt: new Date(0) },
  ]);
}

/** A daily e-mail of an organization, which was confirmed, and one that its reader ended. */
export async function mailed(source: DataSource, holder: string, organization: string): Promise<void> {
  const [{ id: organizationId }]: [{ id: string }] = await source.query('select id from organization where reference = $1', [organization]);
  const owner = { scope: 'organization', holder, organizationId, createdBy: holder, locale: 'en', addressHash: randomBytes(32) } as const;
  await source.getRepository(EmailDigestRow).insert([
    { ...owner, unsubscribeSecret: randomBytes(32), address: 'office@example.ca', confirmedAt: new Date(0) },
    { ...owner, unsubscribeSecret: randomBytes(32), address: null, endedAt: new Date(0), endReason: 'READER' },
  ]);
}

/** A watch list of a buyer, with accounts on record and others. */
export async function watched(source: DataSource, holder: string, wsibAccounts: readonly string[]): Promise<void> {
  const owner = { scope: 'buyer', holder, createdBy: holder } as const;
  const { identifiers } = await source.getRepository(WatchListRow).insert({ ...owner, name: 'Bridge', noticeDays: [30] });
  const entries = wsibAccounts.map((wsibAccount) => ({ listId: identifiers[0]?.id, wsibAccount }));
  await source.getRepository(WatchListEntryRow).insert(entries);
}

/** Marks every record outside an organization's own file as corrected without a change: only the number of corrections shows, to those allowed to see it. */
export async function altered(source: DataSource, own: { readonly organization: string; readonly account: string }): Promise<void> {
  await source.query('update certificate set version = version + 1');
  await source.query('update letter_of_good_standing set version = version + 1');
  await source.query('update account set version = version + 1 where reference <> $1', [own.account]);
  await source.query('update organization set version = version + 1 where reference <> $1', [own.organization]);
}

/**
 * Lets a change visible to every walker replace something hidden, from that day on: the standing of `other` after its
 * change. Nothing else rewrites published changes; a second change would differ in its instant and its position.
 */
export async function replacedHidden(source: DataSource, account: string, other: string): Promise<void> {
  await source.query(`
    alter table change disable trigger user;
    update change as told set before_standing = hidden.after_standing, before_period = hidden.after_period, effective_on = hidden.effective_on
    from change as hidden join account on account.id = hidden.account_id
    where told.account_id = (select id from account where reference = '${account}') and account.reference = '${other}';
    alter table change enable trigger user`);
}
