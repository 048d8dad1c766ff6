import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { fileRecordById } from './file-loader.ts';

type VersionLoader = (source: DataSource, context: Context) => DataLoader<string, number | null>;

const versionIn = (table: string, organization?: string): VersionLoader =>
  fileRecordById<{ id: string; accountId: string; version: number }, number>({
    select: `select id, version from ${table}`,
    account: 'account_id',
    id: 'id',
    order: 'id',
    shown: ({ version }) => version,
    ...(organization === undefined ? {} : { organization }),
  });

/** The versions of records by id, for callers who see the whole file; null for others, and for records that were removed. */
export const versionOfCertificate = versionIn('certificate');
export const versionOfLetter = versionIn(
  'letter_of_good_standing',
  `(select owner.organization_id from certificate join account as owner on owner.id = certificate.account_id where certificate.id = certificate_id)`,
);
export const versionOfBiddingDocument = versionIn('bidding_document');
export const versionOfAccount = versionIn('account', 'organization_id');
export const versionOfOrganization = versionIn('organization', 'id');
