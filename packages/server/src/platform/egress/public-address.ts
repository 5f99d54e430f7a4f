import ipaddr from 'ipaddr.js';

/**
 * True for an address of the public internet: not private, loopback, link-local, multicast, reserved or unspecified,
 * also when such an IPv4 address is written inside an IPv6 one (mapped, compatible, 6to4, NAT64, Teredo).
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv4') return true;
  const bytes = address.toByteArray();
  const compatible = bytes.slice(0, 12).every((byte) => byte === 0);
  return !compatible;
}
