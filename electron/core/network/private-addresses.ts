/** Which addresses lie inside the house: nothing from outside may make the desk reach them. */
import { BlockList, isIP, isIPv4 } from 'node:net';

const BLOCKED = new BlockList();
for (const [network, prefix] of [
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
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  BLOCKED.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  BLOCKED.addSubnet(network, prefix, 'ipv6');
}

/** The eight groups of an IPv6 address, or null. A zone (`%eth0`) is left out. */
function groupsOf(address: string): number[] | null {
  const bare = address.split('%')[0] ?? '';
  const parsed = URL.parse(`http://[${bare}]/`);
  if (parsed === null) return null;
  const [front = '', back] = parsed.hostname.slice(1, -1).split('::');
  const head = front === '' ? [] : front.split(':');
  const tail = back === undefined || back === '' ? [] : back.split(':');
  const middle = back === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array.from({ length: middle }, () => '0'), ...tail].map((group) =>
    Number.parseInt(group, 16),
  );
  return groups.length === 8 ? groups : null;
}

/** The IPv4 address that an IPv6 one stands for: IPv4-mapped, IPv4-compatible, NAT64 (RFC 6052). */
function embeddedIpv4(groups: readonly number[]): string | null {
  const [a, b, c, d, e, f, high = 0, low = 0] = groups;
  const zeroes = a === 0 && b === 0 && c === 0 && d === 0;
  const mapped = zeroes && ((e === 0 && f === 0xffff) || (e === 0xffff && f === 0));
  const compatible = zeroes && e === 0 && f === 0 && high !== 0;
  const nat64 = a === 0x64 && b === 0xff9b && c === 0 && d === 0 && e === 0 && f === 0;
  if (!mapped && !compatible && !nat64) return null;
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}

/** Whether an IP address is private, loopback, link-local, shared, reserved or multicast; true for what is no address. */
export function isPrivateAddress(address: string): boolean {
  if (isIPv4(address)) return BLOCKED.check(address, 'ipv4');
  if (isIP(address) !== 6) return true;
  const groups = groupsOf(address);
  if (groups === null) return true;
  const embedded = embeddedIpv4(groups);
  if (embedded !== null) return BLOCKED.check(embedded, 'ipv4');
  return BLOCKED.check(groups.map((group) => group.toString(16)).join(':'), 'ipv6');
}
