import { applications } from './application-columns.ts';
import { approvedList, auditingCompanies, auditors, auditSteps, audits, elementScores } from './audit-columns.ts';
import {
  account,
  ahead,
  audit,
  column,
  dayColumn,
  freeText,
  type ImportFile,
  key,
  number,
  optional,
  reference,
  standard,
} from './column.ts';
import { courses, designations, people, retraining, trainingExemptions } from './people-columns.ts';
import { businessNumberValue, line, names, oneOf, wsibAccountDoubts, wsibAccountValue, yesOrNo } from './values.ts';

/** What a deployment can configure in the format. */
export interface FormatSettings {
  /** The form of a WSIB account number without its spaces and hyphens. */
  readonly wsibAccountForm: RegExp;
}

/** Every file of the format, each after those it refers to. */
export const importFiles = (settings: FormatSettings): readonly ImportFile[] => [
  organizations,
  accounts(settings),
  registrations,
  applications,
  people,
  designations,
  courses,
  trainingExemptions,
  retraining,
  auditors,
  auditingCompanies,
  audits,
  elementScores,
  auditSteps,
  certificates,
  letters,
  biddingDocuments,
  spotChecks,
  spotCheckEvents,
  revocations,
  approvedList,
];

const organizations: ImportFile = {
  name: 'organizations.csv',
  table: 'organization',
  // If a source still uses the name of an organization that was merged into another, the other one is meant.
  leadsTo: 'coalesce(organization.merged_into_id, organization.id)',
  key: ['organization'],
  columns: [
    key('organization'),
    column('legal_name', line(300)),
    column('operating_name', line(300), optional),
    column('former_names', names(50, 300), { type: 'text[]', required: false, empty: '{}' }),
    column('business_number', businessNumberValue, optional),
    column('city', line(100), optional),
  ],
};

const accounts = ({ wsibAccountForm }: FormatSettings): ImportFile => ({
  name: 'accounts.csv',
  table: 'account',
  leadsTo: 'coalesce(account.merged_into_id, account.id)',
  key: ['account'],
  columns: [
    key('account'),
    column('organization', reference, { into: 'organization_id', refersTo: 'organizations.csv' }),
    column('wsib_account', wsibAccountValue(wsibAccountForm), { ...optional, mustBeThere: true, doubts: wsibAccountDoubts }),
    dayColumn('system_in_place_since', optional),
  ],
  bearsOn: 'id',
});

const registrations: ImportFile = {
  name: 'registrations.csv',
  table: 'registration',
  key: ['registration'],
  columns: [key('registration'), account({ fixed: true }), dayColumn('confirmed_on'), dayColumn('withdrawn_on', { ...optional, ...ahead })],
  document: 'CONFIRMATION_OF_REGISTRATION',
  drawnNumber: 'new_document_number(extract(year from ready.confirmed_on)::integer)',
  bearsOn: 'account_id',
};

const certificates: ImportFile = {
  name: 'certificates.csv',
  table: 'certificate',
  key: ['number'],
  columns: [
    column('number', number),
    account({ fixed: true }),
    column('standard', standard),
    column('basis', oneOf('EXTERNAL_AUDIT', 'ISO_45001_EQUIVALENCY', 'MLITSD_EQUIVALENCY')),
    dayColumn('issued_on'),
    audit(optional),
  ],
  document: 'CERTIFICATE',
  bearsOn: 'account_id',
};

const letters: ImportFile = {
  name: 'letters.csv',
  table: 'letter_of_good_standing',
  key: ['number'],
  columns: [
    column('number', number),
    column('certificate_number', number, { into: 'certificate_id', refersTo: 'certificates.csv' }),
    column('year', oneOf('1', '2', '3'), { type: 'smallint' }),
    dayColumn('issued_on'),
    audit(optional),
  ],
  document: 'LETTER_OF_GOOD_STANDING',
  bearsOn: 'certificate_id',
};

const biddingDocuments: ImportFile = {
  name: 'bidding_documents.csv',
  table: 'bidding_document',
  key: ['number'],
  columns: [
    column('number', number),
    account({ fixed: true }),
    column('kind', oneOf('INTERIM_LOGS', 'LETTER_OF_RECIPROCITY')),
    dayColumn('issued_on'),
    dayColumn('host_expires_on', { ...optional, ...ahead }),
  ],
  document: 'BIDDING_DOCUMENT',
  bearsOn: 'account_id',
};

const spotChecks: ImportFile = {
  name: 'spot_checks.csv',
  table: 'spot_check',
  key: ['spot_check'],
  columns: [
    key('spot_check'),
    account(),
    dayColumn('received_on'),
    column('corrective_action', yesOrNo, { type: 'boolean' }),
    freeText('scope', 4000, optional),
  ],
  bearsOn: 'account_id',
};

const spotCheckEvents: ImportFile = {
  name: 'spot_check_events.csv',
  table: 'spot_check_event',
  key: ['spot_check', 'on', 'kind'],
  columns: [
    column('spot_check', reference, { into: 'spot_check_id', refersTo: 'spot_checks.csv' }),
    dayColumn('on', { into: 'occurred_on' }),
    column('kind', oneOf('PLAN_SUBMITTED', 'IMPLEMENTATION_REPORTED', 'FOUND_NOT_IMPLEMENTED', 'VALIDATED', 'FEE_CHARGED', 'FEE_PAID')),
  ],
  bearsOn: 'spot_check_id',
};

const revocations: ImportFile = {
  name: 'revocations.csv',
  table: 'revocation',
  key: ['revocation'],
  columns: [
    key('revocation'),
    account(),
    dayColumn('from', { into: 'effective_from', ...ahead }),
    dayColumn('lifted_on', { ...optional, ...ahead }),
    freeText('reason', 4000),
    column('document', line(300)),
  ],
  bearsOn: 'account_id',
};
