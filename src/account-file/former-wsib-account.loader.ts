import { type FileRecords, fileRecordsByAccount } from '../disclosure/file-loader.ts';
import type { FormerWsibAccount } from './account-file.type.ts';

interface FormerNumberRecord extends FormerWsibAccount {
  readonly id: string;
  readonly accountId: string;
}

const formerNumbers: FileRecords<FormerNumberRecord, FormerWsibAccount> = {
  select: 'select id, account_id as "accountId", number as "wsibAccount", until_day as until from former_wsib_account',
  account: 'account_id',
  id: 'id',
  order: 'until_day, id',
  shown: ({ wsibAccount, until }) => ({ wsibAccount, until }),
};

/** The WSIB account numbers that an account had before, for callers who see the whole file. */
export const formerNumbersByAccount = fileRecordsByAccount(formerNumbers);
