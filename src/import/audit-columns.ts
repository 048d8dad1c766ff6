import { MOST_ELEMENTS } from '../rules/audit-tool.ts';
import {
  account,
  ahead,
  audit,
  type Column,
  column,
  dayColumn,
  type ImportFile,
  key,
  optional,
  person,
  reference,
  standard,
} from './column.ts';
import { line, oneOf, percent, wholeNumber } from './values.ts';

/** Names an entry of the register of external auditors. */
const registered = (name: string, traits: { readonly into: string; readonly required?: boolean }): Column =>
  column(name, reference, { refersTo: 'auditors.csv', ...traits });

const listedCompany = (): Column => column('company', reference, { into: 'company_id', refersTo: 'auditing_companies.csv', ...optional });

export const audits: ImportFile = {
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
    person('internal_auditor', optional),
    registered('external_auditor', { into: 'external_auditor_id', ...optional }),
    listedCompany(),
  ],
  bearsOn: 'account_id',
};

export const elementScores: ImportFile = {
  name: 'element_scores.csv',
  table: 'element_score',
  key: ['audit', 'element'],
  columns: [
    audit(),
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
const holdSteps = ['HELD_UNPAID', 'PAYMENT_RECEIVED'];
/** Recorded through the API beside a column of the audit; they are here so that an export can be imported. */
const stepsWithColumns = ['STARTED', 'COMPLETED', 'CLOSED', 'SCORED', 'REVIEWER_ASSIGNED', 'AUDITOR_SELECTED'];

export const auditSteps: ImportFile = {
  name: 'audit_steps.csv',
  table: 'audit_step',
  key: ['audit', 'on', 'kind'],
  columns: [
    audit(),
    dayColumn('on', { into: 'occurred_on' }),
    column('kind', oneOf(...internalSteps, ...planSteps, ...externalSteps, ...holdSteps, ...stepsWithColumns)),
  ],
  // What happened twice on a day is one row: the last.
  exported: {
    only: `not exists (select from audit_step later
      where (later.audit_id, later.occurred_on, later.kind) = (t.audit_id, t.occurred_on, t.kind) and later.id > t.id)`,
    order: '1, 2, t.id',
  },
};

export const auditors: ImportFile = {
  name: 'auditors.csv',
  table: 'external_auditor',
  key: ['auditor'],
  columns: [key('auditor'), column('name', line(200), { ...optional, mustBeThere: true }), dayColumn('erased_on', optional)],
};

export const auditingCompanies: ImportFile = {
  name: 'auditing_companies.csv',
  table: 'auditing_company',
  key: ['company'],
  columns: [key('company'), column('name', line(200))],
};

export const approvedList: ImportFile = {
  name: 'approved_list.csv',
  table: 'approved_list_period',
  key: ['auditor', 'from'],
  columns: [
    registered('auditor', { into: 'auditor_id' }),
    dayColumn('from', { into: 'from_day', ...ahead }),
    dayColumn('to', { into: 'to_day', ...optional, ...ahead }),
    listedCompany(),
  ],
};
