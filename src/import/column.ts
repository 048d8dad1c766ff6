import { day, label, oneOf, paragraph, type Reader } from './values.ts';

/** One column of a CSV file and the column of the fact it fills. */
export interface Column {
  readonly name: string;
  readonly into: string;
  /** Its type in PostgreSQL. */
  readonly type: string;
  readonly required: boolean;
  /** What an empty value means, as PostgreSQL's text; default: null. */
  readonly empty?: string;
  readonly read: Reader;
  /** What looks wrong in a value that could be read, given the text that it was read from. */
  readonly doubts?: (value: string, text: string) => readonly string[];
  /** A day that may be after today: the end of a period, or a beginning that is decided in advance. */
  readonly mayLieAhead?: boolean;
  /** Sentences, in which quotes mean something. */
  readonly isFreeText?: boolean;
  /** The file whose key this column names. */
  readonly refersTo?: FileName;
  /** It may be empty, but the column may not be left out, because checks depend on it. */
  readonly mustBeThere?: boolean;
  /** The table beside that of the file holds it. */
  readonly isBeside?: boolean;
  /** It never changes once recorded: a document does not move to another account. */
  readonly fixed?: boolean;
}

export type DocumentKind = 'CONFIRMATION_OF_REGISTRATION' | 'CERTIFICATE' | 'LETTER_OF_GOOD_STANDING' | 'BIDDING_DOCUMENT';

/** One CSV file of the format: which facts it holds and how its rows become facts. */
export interface ImportFile {
  readonly name: FileName;
  /** What reports call it if its rows come from the sheet of a workbook. */
  readonly label?: string;
  /** Columns that are left out of it: the registry keeps what it holds there. */
  readonly leftOut?: readonly string[];
  readonly table: string;
  /** A table without history that holds some columns of a row, by the row's id in this column; a row whose first such column is empty has none there. */
  readonly beside?: { readonly table: string; readonly key: string };
  /** The row a reference leads to, as SQL over the table, if that is not always the referenced row itself. */
  readonly leadsTo?: string;
  /** The columns that together identify a row. */
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  /** The kind of its rows in the single namespace of document numbers. */
  readonly document?: DocumentKind;
  /** The number drawn for the document of a new row if the file gives none, as SQL over the row `ready` to be added. */
  readonly drawnNumber?: string;
  /** Which rows of its table an export writes, and in which order, as SQL over the table `t`. Default: all of them, by their columns. */
  readonly exported?: { readonly only: string; readonly order: string };
  /** The column that leads to the account whose standing a row affects. */
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
  | 'approved_list.csv'
  | 'applications.csv'
  | 'people.csv'
  | 'designations.csv'
  | 'courses.csv'
  | 'training_exemptions.csv'
  | 'retraining.csv';

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
export const ahead = { mayLieAhead: true } as const;

export const key = (name: string): Column => column(name, reference, { into: 'reference' });
export const dayColumn = (name: string, traits: Traits = {}): Column => column(name, day, { type: 'date', ...traits });
export const freeText = (name: string, longest: number, traits: Traits = {}): Column =>
  column(name, paragraph(longest), { isFreeText: true, ...traits });
export const account = (traits: Traits = {}): Column =>
  column('account', reference, { into: 'account_id', refersTo: 'accounts.csv', ...traits });
export const audit = (traits: Traits = {}): Column => column('audit', reference, { into: 'audit_id', refersTo: 'audits.csv', ...traits });
export const person = (name = 'person', traits: Traits = {}): Column =>
  column(name, reference, { into: `${name}_id`, refersTo: 'people.csv', ...traits });

/** The columns of a file's key. */
export const keyColumns = (file: ImportFile): readonly Column[] => file.columns.filter(({ name }) => file.key.includes(name));

/** The columns of a file that its own table holds. */
export const ownColumns = ({ columns }: ImportFile): readonly Column[] => columns.filter(({ isBeside }) => !isBeside);

/** What reports call a file. */
export const labelOf = ({ name, label }: ImportFile): string => label ?? name;
