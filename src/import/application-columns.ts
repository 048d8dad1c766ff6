import { account, column, dayColumn, freeText, type ImportFile, key, optional, reference } from './column.ts';
import { label, line, someOf } from './values.ts';

export const applications: ImportFile = {
  name: 'applications.csv',
  table: 'registration_application',
  key: ['application'],
  columns: [
    key('application'),
    account({ fixed: true }),
    ...['wsib_account', 'firm_number'].map((name) => column(name, label(60), optional)),
    dayColumn('applied_on'),
    // Every application has an applicant; if a file does not name one, it is the file's source.
    column('applied_by', line(200), { required: false, empty: 'import' }),
    ...['acknowledged_on', 'verified_on', 'confirmed_on'].map((name) => dayColumn(name, optional)),
    column('registration', reference, { into: 'registration_id', refersTo: 'registrations.csv', ...optional }),
    dayColumn('rejected_on', optional),
    column('rejected_for', someOf('WSIB_ACCOUNT_NUMBER', 'FIRM_NUMBER', 'OTHER'), { type: 'text[]', required: false, empty: '{}' }),
    freeText('rejection_reason', 1000, optional),
  ],
};
