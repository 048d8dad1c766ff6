import { connectionTo } from '../connection/connection.type.ts';
import { Certificate } from './certificate.type.ts';

/** Pages of certificates. */
export const CertificateConnection = connectionTo(Certificate, { one: 'certificate', many: 'certificates' });
