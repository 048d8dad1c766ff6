import { connectionTo } from '../connection/connection.type.ts';
import { Account } from './account.type.ts';

/** Pages of accounts. */
export const AccountConnection = connectionTo(Account, { one: 'account', many: 'accounts' });
