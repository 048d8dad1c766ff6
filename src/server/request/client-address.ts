import type { IncomingMessage } from 'node:http';
import { isIP, SocketAddress } from 'node:net';

/**
 * The address a request comes from, as budgets tell callers without a key apart. `proxies` is how many proxies of ours stand before us: each adds to
 * the end of `X-Forwarded-For` whom it heard from, and what stands before that anybody may have written.
 */
export function clientAddress({ headers, socket }: IncomingMessage, proxies: number): string {
  const heard = socket.remoteAddress ?? '';
  if (proxies === 0) return household(heard);
  const forwarded = [headers['x-forwarded-for']].flat().join(',').split(',');
  const said = forwarded.at(-proxies)?.trim() ?? '';
  return household(isIP(said) > 0 ? said : heard);
}

/** An IPv4 address as it is; of an IPv6 address the first 64 bits, since whoever has one has all the others that begin so. */
function household(address: string): string {
  const [, four] = /^::ffff:([\d.]+)$/i.exec(address) ?? [];
  if (four) return four;
  if (isIP(address) !== 6) return address;
  const [front = '', back = ''] = plain(address).split('::');
  const groups = [front, back].map((half) => half.split(':').filter(Boolean));
  const missing = 8 - groups.flat().length;
  const all = [...(groups[0] ?? []), ...Array.from({ length: missing }, () => '0'), ...(groups[1] ?? [])];
  return `${all.slice(0, 4).join(':')}::/64`;
}

// Node writes an address in its shortest form, without zone.
const plain = (address: string): string => new SocketAddress({ address: address.replace(/%.*$/, ''), family: 'ipv6' }).address;
