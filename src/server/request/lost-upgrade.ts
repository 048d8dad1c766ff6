import type { IncomingMessage } from 'node:http';
import { faults } from '../../errors.ts';

/** A client that opens a WebSocket sends a key for it; without the two other headers it arrives as a plain GET, and the words on that do not help. */
export function refuseLostUpgrade({ headers }: Pick<IncomingMessage, 'headers'>): void {
  if (headers['sec-websocket-key'] !== undefined) throw faults.UPGRADE_MISSING(headers.upgrade === undefined ? 'Upgrade' : 'Connection');
}
