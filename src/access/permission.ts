import type { Caller } from '../contract/viewer.type.ts';
import { faults } from '../errors.ts';
import type { FaultWords } from '../errors-french.ts';

/** Throws FORBIDDEN unless the caller is IHSA staff; `what` completes "This needs an API key that permits". */
export function permitStaff({ scope }: Caller, what: FaultWords): void {
  if (scope !== 'staff' && scope !== 'admin') throw faults.FORBIDDEN(what);
}

/** Throws FORBIDDEN unless the caller is an admin. */
export function permitAdmin({ scope }: Caller, what: FaultWords): void {
  if (scope !== 'admin') throw faults.FORBIDDEN(what);
}

/** The name under which a caller's acts are recorded: the holder of the key, and the key, since one body may hold several. */
export const actorOf = ({ holder, keyId }: Caller): string => (keyId === null ? 'nobody' : `${holder ?? ''} (key ${keyId})`);
