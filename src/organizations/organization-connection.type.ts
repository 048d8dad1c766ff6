import { connectionTo } from '../connection/connection.type.ts';
import { Organization } from './organization.type.ts';

/** Pages of organizations. */
export const OrganizationConnection = connectionTo(Organization, { one: 'organization', many: 'organizations' });
