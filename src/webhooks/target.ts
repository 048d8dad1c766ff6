import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** All public IPv6 addresses lie in it. ipaddr.js calls some outside it unicast too, such as `::7f00:1`, an old spelling of 127.0.0.1. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Whether an address, of either version, is one of the public Internet: not loopback, private, link-local, metadata or otherwise special. */
export function isPublicAddress(address: string): boolean {
  // ipaddr.js also reads short forms such as "127.1", which Node does not.
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast));
}

/** The host of a URL as an address, without the brackets of IPv6; null when it is a name. */
export function addressIn({ hostname }: URL): string | null {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) === 0 ? null : host;
}

/** What is wrong with a URL as a target, in words that follow "must"; null when nothing is. Its name is resolved later, each time it is used. */
export function targetProblem(text: string, privateTargets: boolean): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const schemes = privateTargets ? ['https:', 'http:'] : ['https:'];
  if (!url || !schemes.includes(url.protocol))
    return privateTargets ? 'be a whole URL of the scheme http or https' : `be a whole URL of the scheme https${unless}`;
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'have no user, password or fragment';
  return privateTargets || isPublicHost(url) ? null : `lead to a host on the public Internet${unless}`;
}

// A developer's own machine is a usual target while a receiver is written.
const unless = ', unless the operator sets REGISTRY_WEBHOOK_PRIVATE_TARGETS=allow for development';

const isPublicHost = (url: URL): boolean => {
  const address = addressIn(url);
  return address === null ? !/(^|\.)(localhost|local|internal)\.?$/i.test(url.hostname) : isPublicAddress(address);
};
