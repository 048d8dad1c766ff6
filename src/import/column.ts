import { day, label, oneOf, type Reader } from './values.ts';

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

export const column = (name: string, read: Reader, traits: Traits = {}): Column => ({
  name,
  into: name,
  type: 'text',
  required: true,
  read,
  ...traits,
});

export const reference = label(100);
export const number = label(64);
export const standard = oneOf('COR', 'COR_2020');
export const optional = { required: false } as const;

export const key = (name: string): Column => column(name, reference, { into: 'reference' });
export const dayColumn = (name: string, traits: Traits = {}): Column => column(name, day, { type: 'date', ...traits });
export const account = (traits: Traits = {}): Column =>
  column('account', reference, { into: 'account_id', refersTo: 'accounts.csv', ...traits });

/** The columns of a file's key. */
export const keyColumns = (file: ImportFile): readonly Column[] => file.columns.filter(({ name }) => file.key.includes(name));

/** What reports call a file. */
export const labelOf = ({ name, label }: ImportFile): string => label ?? name;
