import { MOST_ELEMENTS } from '../rules/audit-tool.ts';
import {
  businessNumberValue,
  day,
  label,
  line,
  names,
  oneOf,
  paragraph,
  percent,
  type Reader,
  wholeNumber,
  wsibAccountValue,
  yesOrNo,
} from './values.ts';

/** One column of a CSV file and the column of the fact it fills. */
export interface Column {
  readonly name: string;
  readonly into: string;
  /** Its type in PostgreSQL. */
  readonly type: string;
  readonly required: boolean;
  /** What an empty value stands for, as PostgreSQL's text; null unless told otherwise. */
  readonly empty?: string;
  readonly read: Reader;
  /** The file whose key this column names. */
  readonly refersTo?: FileName;
  /** It may be empty, but the column may not be left out: checks rest on it. */
  readonly mustBeThere?: boolean;
  /** Once recorded it does not change: a document does not move to another account. */
  readonly fixed?: boolean;
}

export type DocumentKind = 'CONFIRMATION_OF_REGISTRATION' | 'CERTIFICATE' | 'LETTER_OF_GOOD_STANDING' | 'BIDDING_DOCUMENT';

/** One CSV file of the format: which facts it holds and how its rows become theirs. */
export interface ImportFile {
  readonly name: FileName;
  /** What reports call it, where the rows do not come from a file of that name but from a sheet of a workbook. */
  readonly label?: string;
  /** Columns that are left out of it, which say nothing: what the registry holds there stays. */
  readonly leftOut?: readonly string[];
  readonly table: string;
  /** Where a reference to a row leads, as SQL over the table, if that is not always to the row itself. */
  readonly leadsTo?: string;
  /** The columns that together name a row. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  /** What its rows are in the one namespace of document numbers. */
  readonly document?: DocumentKind;
  /** The number drawn for the document of a new row, as SQL over the row `ready` to be added, where the file gives none. */
  readonly drawnNumber?: string;
  /** The column that leads to the account on whose standing a row bears. */
  readonly bearsOn?: 'id' | 'account_id' | 'certificate_id' | 'spot_check_id';
}

export type FileName =
  | 'organizations.csv'
  | 'accounts.csv'
  | 'registrations.csv'
  | 'certificates.csv'
  | 'letters.csv'
  | 'bidding_documents.csv'
  | 'spot_checks.csv'
  | 'spot_check_events.csv'
  | 'revocations.csv'
  | 'audits.csv'
  | 'element_scores.csv'
  | 'audit_steps.csv'
  | 'auditors.csv'
  | 'auditing_companies.csv'
  | 'approved_list.csv';

type Traits = Partial<Omit<Column, 'name' | 'read'>>;

const column = (name: string, read: Reader, traits: Traits = {}): Column => ({
  name,
  into: name,
  type: 'text',
  required: true,
  read,
  ...traits,
});

const reference = label(100);
const number = label(64);
const standard = oneOf('COR', 'COR_2020');
const optional = { required: false } as const;

const key = (name: string): Column => column(name, reference, { into: 'reference' });
const dayColumn = (name: string, traits: Traits = {}): Column => column(name, day, { type: 'date', ...traits });
const account = (traits: Traits = {}): Column => column('account', reference, { into: 'account_id', refersTo: 'accounts.csv', ...traits });

/** What a deployment may settle of the format. */
export interface FormatSettings {
  /** The form of a WSIB account number without its spaces and hyphens. */
  readonly wsibAccountForm: RegExp;
}

/** Every file of the format, each after those it refers to. */
export const importFiles = (settings: FormatSettings): readonly ImportFile[] => [
  organizations,
  accounts(settings),
  registrations,
  certificates,
  letters,
  biddingDocuments,
  spotChecks,
  spotCheckEvents,
  revocations,
  audits,
  elementScores,
  auditSteps,
  auditors,
  auditingCompanies,
  approvedList,
];

const organizations: ImportFile = {
  name: 'organizations.csv',
  table: 'organization',
  // What a source still calls by the name of an organization that was merged into another is the other's.
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
  key: ['account'],
  columns: [
    key('account'),
    column('organization', reference, { into: 'organization_id', refersTo: 'organizations.csv' }),
    column('wsib_account', wsibAccountValue(wsibAccountForm), { ...optional, mustBeThere: true }),
  ],
  bearsOn: 'id',
});

const registrations: ImportFile = {
  name: 'registrations.csv',
  table: 'registration',
  key: ['registration'],
  columns: [key('registration'), account({ fixed: true }), dayColumn('confirmed_on'), dayColumn('withdrawn_on', optional)],
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
    column('year', oneOf('2', '3'), { type: 'smallint' }),
    dayColumn('issued_on'),
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
    dayColumn('host_expires_on', optional),
  ],
  document: 'BIDDING_DOCUMENT',
  bearsOn: 'account_id',
};

const spotChecks: ImportFile = {
  name: 'spot_checks.csv',
  table: 'spot_check',
  key: ['spot_check'],
  columns: [key('spot_check'), account(), dayColumn('received_on'), column('corrective_action', yesOrNo, { type: 'boolean' })],
  bearsOn: 'account_id',
};

const spotCheckEvents: ImportFile = {
  name: 'spot_check_events.csv',
  table: 'spot_check_event',
  key: ['spot_check', 'on', 'kind'],
  columns: [
    column('spot_check', reference, { into: 'spot_check_id', refersTo: 'spot_checks.csv' }),
    dayColumn('on', { into: 'occurred_on' }),
    column('kind', oneOf('IMPLEMENTATION_REPORTED', 'FOUND_NOT_IMPLEMENTED', 'VALIDATED')),
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
    dayColumn('from', { into: 'effective_from' }),
    dayColumn('lifted_on', optional),
    column('reason', paragraph(4000)),
    column('document', line(300)),
  ],
  bearsOn: 'account_id',
};

const audits: ImportFile = {
  name: 'audits.csv',
  table: 'audit',
  key: ['audit'],
  columns: [
    key('audit'),
    account(),
    column('type', oneOf('INITIAL_INTERNAL', 'EXTERNAL', 'RE_AUDIT', 'MAINTENANCE', 'TRANSITION', 'RECERTIFICATION_INTERNAL')),
    column('tool', standard),
    ...['started_on', 'completed_on', 'received_on', 'reported_on', 'closed_on'].map((name) => dayColumn(name, optional)),
    column('auditor', line(300), optional),
    column('auditing_company', line(300), optional),
    ...['overall', 'legislated'].map((name) => column(name, percent, { type: 'numeric(5, 2)', required: false })),
  ],
  bearsOn: 'account_id',
};

const elementScores: ImportFile = {
  name: 'element_scores.csv',
  table: 'element_score',
  key: ['audit', 'element'],
  columns: [
    column('audit', reference, { into: 'audit_id', refersTo: 'audits.csv' }),
    column('element', wholeNumber(1, MOST_ELEMENTS), { type: 'smallint' }),
    column('score', percent, { type: 'numeric(5, 2)' }),
  ],
};

const internalSteps = [
  'SIGNED_OFF',
  'SUBMITTED',
  'RECEIVED',
  'RETURNED',
  'PRE_ASSESSED',
  'REVIEWED',
  'REPORT_RECEIVED',
  'SHOWN_TO_AUDITOR',
];
const planSteps = ['ACTION_PLAN_CHOSEN', 'NEW_AUDIT_CHOSEN', 'ACTION_PLAN_SUBMITTED', 'ACTION_PLAN_SENT_BACK', 'ACTION_PLAN_APPROVED'];
const externalSteps = ['AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_SENT_BACK', 'AUDIT_PLAN_APPROVED', 'REPORT_APPROVED'];

const auditSteps: ImportFile = {
  name: 'audit_steps.csv',
  table: 'audit_step',
  key: ['audit', 'on', 'kind'],
  columns: [
    column('audit', reference, { into: 'audit_id', refersTo: 'audits.csv' }),
    dayColumn('on', { into: 'occurred_on' }),
    column('kind', oneOf(...internalSteps, ...planSteps, ...externalSteps)),
  ],
};

const auditors: ImportFile = {
  name: 'auditors.csv',
  table: 'external_auditor',
  key: ['auditor'],
  columns: [key('auditor'), column('name', line(200))],
};

const auditingCompanies: ImportFile = {
  name: 'auditing_companies.csv',
  table: 'auditing_company',
  key: ['company'],
  columns: [key('company'), column('name', line(200))],
};

const approvedList: ImportFile = {
  name: 'approved_list.csv',
  table: 'approved_list_period',
  key: ['auditor', 'from'],
  columns: [
    column('auditor', reference, { into: 'auditor_id', refersTo: 'auditors.csv' }),
    dayColumn('from', { into: 'from_day' }),
    dayColumn('to', { into: 'to_day', ...optional }),
    column('company', reference, { into: 'company_id', refersTo: 'auditing_companies.csv', ...optional }),
  ],
};

/** The columns of a file's key. */
export const keyColumns = (file: ImportFile): readonly Column[] => file.columns.filter(({ name }) => file.key.includes(name));

/** What reports call a file. */
export const labelOf = ({ name, label }: ImportFile): string => label ?? name;
