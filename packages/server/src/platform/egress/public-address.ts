import ipaddr from 'ipaddr.js';

/**
 * Whether an address belongs to the public internet. Private, loopback, link-local, shared, multicast, reserved and
 * documentation ranges do not; an IPv4 address inside an IPv6 one is judged as that IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress())
    return parsed.toIPv4Address().range() === 'unicast';
  return parsed.range() === 'unicast';
}
