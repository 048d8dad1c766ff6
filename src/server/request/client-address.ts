import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddress from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';

/**
 * The address a request comes from, by which budgets distinguish callers without a key. `proxies` is the number of our own proxies in front of us:
 * each appends the address it was called from to `X-Forwarded-For`. Entries before theirs are the caller's own words and are not trusted.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const address = proxyAddress(request, (_address, hop) => hop < proxies);
  return household(isIP(address) > 0 ? address : (request.socket.remoteAddress ?? ''));
}

/** An IPv4 address as it is. Of an IPv6 address the first 64 bits: a subscriber holds every address of such a network. */
function household(address: string): string {
  if (isIP(address) === 0) return address;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}
