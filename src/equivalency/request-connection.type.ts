import { connectionTo } from '../connection/connection.type.ts';
import { EquivalencyRequest } from './equivalency-request.type.ts';

/** Pages of requests. */
export const EquivalencyRequestConnection = connectionTo(EquivalencyRequest, { one: 'request', many: 'requests' });
