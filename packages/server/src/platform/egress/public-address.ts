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
  return parsed.range() === 'unicast' && !isIPv4Compatible(parsed);
}

/** `::127.0.0.1`, a spelling that was given up and still reaches the IPv4 address on some systems. */
function isIPv4Compatible(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  const bytes = address.toByteArray();
  return bytes.length === 16 && bytes.slice(0, 12).every((byte) => byte === 0);
}
