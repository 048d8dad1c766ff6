import { type FileRecords, fileRecordsByAccount } from '../disclosure/file-loader.ts';
import type { AccountStatement } from './statement.type.ts';

interface StatementRecord extends Readonly<Omit<AccountStatement, 'statedAt'>> {
  readonly id: string;
  readonly accountId: string;
  readonly statedAt: Date;
}

const statements: FileRecords<StatementRecord, AccountStatement> = {
  // The key itself is only in the audit log.
  select: `select id, account_id as "accountId", kind, is_so as "isSo", on_day as "from", note, stated_at as "statedAt",
      regexp_replace(stated_by, ' \\(key [^()]*\\)$', '') as "statedBy"
    from statement`,
  account: 'account_id',
  id: 'id',
  order: 'on_day, stated_at, id',
  shown: ({ kind, isSo, from, note, statedAt, statedBy }) => ({ kind, isSo, from, note, statedAt: statedAt.toISOString(), statedBy }),
};

/** The statements about an account in the order of their days, for callers who see the whole file. */
export const statementsByAccount = fileRecordsByAccount(statements);
