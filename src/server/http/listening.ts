import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CannotStart } from '../../errors.ts';

/** Where a server is to listen. */
interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * How many connections may wait to be accepted; the system may allow fewer. Beyond Node.js's 511 the system drops what a crowd opens at once, and each
 * tries again only after one second, then three: refusals and health checks were late by that.
 */
const WAITING = 4096;

/** Opens the port; rejects with a message that says what the operator can do. `setting` is the variable that sets the port. */
export function listen(server: Server, { host, port }: Address, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(whyNot(error, host, port, setting)));
    server.listen({ host, port, backlog: WAITING }, resolve);
  });
}

function whyNot(error: Error, host: string, port: number, setting: string): Error {
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE')
    return new CannotStart(`Port ${port} on ${host} is in use. Set ${setting} to another one, or stop what listens there.`);
  if (code === 'EACCES') return new CannotStart(`This user may not open port ${port}. Set ${setting} to a port above 1023.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return new CannotStart(`HOST ${host} is not an address of this machine.`);
  return error;
}

/** `http://host:port` of a server that listens. */
export function urlOf(server: Server, host: string): string {
  // A server that listens on a TCP port has an address of this form.
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
