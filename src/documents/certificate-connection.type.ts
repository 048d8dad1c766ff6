import { Certificate } from '../certificates/certificate.type.ts';
import { connectionTo } from '../connection/connection.type.ts';

/** Pages of certificates. */
export const CertificateConnection = connectionTo(Certificate, { one: 'certificate', many: 'certificates' });
