import { BlockList, isIP } from 'node:net';

/** Of IPv4, what is not reached over the public Internet (the IANA registry of special-purpose addresses, multicast and reserved ones). */
const notPublic4 = blockList('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]);

/** Global unicast: outside it lie loopback, link-local, unique local and multicast addresses, and IPv4 ones mapped or translated. */
const globalUnicast6 = blockList('ipv6', [['2000::', 3]]);

/** Of global unicast, what is for protocols and documentation, and 6to4, which carries any IPv4 address. */
const notPublic6 = blockList('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

function blockList(family: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
}

/** Whether an address, of either version, is one of the public Internet: no loopback, private, link-local, metadata or special one. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !notPublic4.check(address, 'ipv4');
  return isIP(address) === 6 && globalUnicast6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6');
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
  if (!url || !schemes.includes(url.protocol)) return 'be a whole URL of the scheme https';
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'have no user, password or fragment';
  return privateTargets || isPublicHost(url) ? null : 'lead to a host on the public Internet';
}

const isPublicHost = (url: URL): boolean => {
  const address = addressIn(url);
  return address === null ? !/(^|\.)(localhost|local|internal)\.?$/i.test(url.hostname) : isPublicAddress(address);
};
