import { account, ahead, column, dayColumn, type ImportFile, key, optional, person } from './column.ts';
import { line, oneOf, someOf, yesOrNo } from './values.ts';

/** Names are in a second table: they are erased for good in time, and what was recorded about the person stays. */
export const people: ImportFile = {
  name: 'people.csv',
  table: 'person',
  beside: { table: 'person_name', key: 'person_id' },
  key: ['person'],
  columns: [
    key('person'),
    dayColumn('entered_on'),
    column('name', line(200), { ...optional, isBeside: true, mustBeThere: true }),
    column('email', line(200), { ...optional, isBeside: true }),
    dayColumn('erased_on', optional),
  ],
};

export const designations: ImportFile = {
  name: 'designations.csv',
  table: 'designation',
  key: ['person', 'account', 'role', 'from'],
  columns: [
    person(),
    account(),
    column('role', oneOf('SENIOR_MANAGEMENT_REPRESENTATIVE', 'INTERNAL_AUDITOR')),
    dayColumn('from', { into: 'from_day' }),
    dayColumn('to', { into: 'to_day', ...optional, ...ahead }),
    column('permanent_full_time', yesOrNo, { into: 'is_permanent_full_time', type: 'boolean' }),
    dayColumn('code_signed_on', optional),
  ],
};

const course = column(
  'course',
  oneOf('COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES', 'COR_INTERNAL_AUDITOR', 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT'),
);

export const courses: ImportFile = {
  name: 'courses.csv',
  table: 'course_completion',
  key: ['person', 'course', 'completed_on'],
  columns: [person(), course, dayColumn('completed_on'), column('provider', line(200), optional)],
};

export const trainingExemptions: ImportFile = {
  name: 'training_exemptions.csv',
  table: 'training_exemption',
  key: ['person', 'course', 'requested_on'],
  columns: [
    person(),
    course,
    dayColumn('requested_on'),
    column('provider', oneOf('CFCSA_MEMBER', 'RECOGNIZED_LEAD_AUDITOR_TRAINER', 'OTHER_PROVIDER')),
    column('provider_name', line(200), optional),
    dayColumn('course_completed_on', optional),
    column('evidence', someOf('TRANSCRIPT', 'COURSE_OUTLINE', 'COURSE_CERTIFICATE', 'WALLET_CARD', 'EXPERIENCE'), {
      type: 'text[]',
      required: false,
      empty: '{}',
    }),
    dayColumn('decided_on', optional),
    column('granted', yesOrNo, { into: 'is_granted', type: 'boolean', ...optional }),
    column('decided_by', line(200), optional),
  ],
  // What was denied and requested again on the same day is one row: the last.
  exported: {
    only: `not exists (select from training_exemption later
      where (later.person_id, later.course, later.requested_on) = (t.person_id, t.course, t.requested_on) and later.id > t.id)`,
    order: '1, 2, 3',
  },
};

export const retraining: ImportFile = {
  name: 'retraining.csv',
  table: 'retraining',
  key: ['person', 'required_on'],
  columns: [person(), dayColumn('required_on'), dayColumn('completed_on', optional)],
};
